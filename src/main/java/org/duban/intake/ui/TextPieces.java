package org.duban.intake.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.duban.extraction.Range;

/** A source text in pieces that are short enough to be shown one by one, whatever its length. */
final class TextPieces implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A piece of running text without any line break is cut behind a sentence before it becomes longer. */
    static final int LONGEST_PIECE = 1_200;

    private static final String SENTENCE_ENDS = "。；！？;!?";

    /** What a part of a piece is, the more important the later. */
    enum Kind {
        PLAIN,
        /** A row stands for it. */
        QUOTED,
        CURRENT,
        FOUND
    }

    /** @param start where it begins in the source text */
    record Part(int start, String text, Kind kind) {}

    /** Parts of the text that are of a kind. */
    record Mark(Range range, Kind kind) {}

    private final String text;
    private final transient List<Range> pieces;

    TextPieces(String text) {
        this.text = text;
        this.pieces = pieces(text);
    }

    int pieces() {
        return pieces.size();
    }

    int length() {
        return text.length();
    }

    String of(Range range) {
        return range.of(text);
    }

    /** The next occurrence behind the index, from the beginning again where none follows; {@code null} for none at all. */
    Range find(String words, int after) {
        int found = text.indexOf(words, after);
        if (found < 0) {
            found = text.indexOf(words);
        }
        return found < 0 ? null : new Range(found, found + words.length());
    }

    /** The piece in which the index lies or, where it lies between two, the one behind it. */
    int pieceAt(int index) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (pieces.get(middle).end() > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The piece, cut where something else begins. Where marks overlap, the more important one shows. */
    List<Part> parts(int piece, List<Mark> marks) {
        Range whole = pieces.get(piece);
        List<Mark> here = marks.stream()
                .filter(mark ->
                        mark.range().start() < whole.end() && mark.range().end() > whole.start())
                .toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(whole.start(), whole.end()));
        for (Mark mark : here) {
            cuts.add(Math.max(whole.start(), mark.range().start()));
            cuts.add(Math.min(whole.end(), mark.range().end()));
        }
        List<Part> parts = new ArrayList<>();
        Integer start = cuts.first();
        while (start < whole.end()) {
            Integer end = cuts.higher(start);
            parts.add(new Part(start, text.substring(start, end), kind(start, here)));
            start = end;
        }
        return parts;
    }

    private static Kind kind(int index, List<Mark> marks) {
        return marks.stream()
                .filter(mark -> mark.range().contains(index))
                .map(Mark::kind)
                .max(Comparator.naturalOrder())
                .orElse(Kind.PLAIN);
    }

    private static List<Range> pieces(String text) {
        List<Range> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            if (!text.substring(start, end).isBlank()) {
                cut(text, start, end, pieces);
            }
            start = end + 1;
        }
        return pieces;
    }

    private static void cut(String text, int from, int end, List<Range> pieces) {
        int start = from;
        while (end - start > LONGEST_PIECE) {
            int cut = start + LONGEST_PIECE;
            int sentence = cut;
            while (sentence > start && SENTENCE_ENDS.indexOf(text.charAt(sentence - 1)) < 0) {
                sentence--;
            }
            if (sentence > start) {
                cut = sentence;
            } else if (Character.isLowSurrogate(text.charAt(cut))) {
                cut--;
            }
            pieces.add(new Range(start, cut));
            start = cut;
        }
        pieces.add(new Range(start, end));
    }
}
