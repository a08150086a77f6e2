package org.duban.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.extraction.Range;

/** How the text of a row lies in its quote, from which layout, numbers and notes were taken. */
final class RowText {

    private static final int LONGEST_TITLE = 100;
    private static final String SENTENCE_ENDS = "。；;！\n";
    private static final String STOPS = SENTENCE_ENDS + "，、 　";
    private static final Pattern NOTE = Pattern.compile("[（(〔\\[【][^（(〔\\[【）)〕\\]】]{0,400}[）)〕\\]】]");
    private static final Pattern NAMES_SOMEBODY = Pattern.compile("牵头|负责|责任|配合|会同|分工");

    private RowText() {}

    /**
     * For each character of the text its place in the source, as far as it can be found: never descending, and within
     * the quote.
     */
    static int[] places(String text, String source, Range quote) {
        int[] places = new int[text.length() + 1];
        int next = quote.start();
        for (int index = 0; index < text.length(); index++) {
            int found = source.indexOf(text.charAt(index), next, quote.end());
            places[index] = found < 0 ? next : found;
            next = found < 0 ? next : found + 1;
        }
        places[text.length()] = quote.end();
        return places;
    }

    /** Positions in the text that stand behind a note, if the quote holds several notes; else none. */
    static List<Integer> behindNotes(String text, String source, Range quote) {
        List<Integer> ends = new ArrayList<>();
        Matcher note = NOTE.matcher(source).region(quote.start(), quote.end());
        while (note.find()) {
            if (NAMES_SOMEBODY.matcher(note.group()).find()) {
                ends.add(note.end());
            }
        }
        int[] places = places(text, source, quote);
        return ends.stream()
                .map(end -> behindStops(text, firstFrom(places, end)))
                .filter(position -> position > 0 && position < text.length())
                .distinct()
                .toList();
    }

    private static int firstFrom(int[] places, int place) {
        int index = 0;
        while (index < places.length - 1 && places[index] < place) {
            index++;
        }
        return index;
    }

    /** The stop of a sentence may stand behind its note. */
    private static int behindStops(String text, int position) {
        int behind = position;
        while (behind < text.length() && STOPS.indexOf(text.charAt(behind)) >= 0) {
            behind++;
        }
        return behind;
    }

    /** The first sentence, for a row without heading. */
    static String title(String text) {
        int start = behindStops(text, 0);
        String line = text.substring(start == text.length() ? 0 : start).strip();
        for (int index = 0; index < Math.min(line.length(), LONGEST_TITLE); index++) {
            if (index > 0 && SENTENCE_ENDS.indexOf(line.charAt(index)) >= 0) {
                return line.substring(0, index).strip();
            }
        }
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
