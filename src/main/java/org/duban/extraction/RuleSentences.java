package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/** Rules that a document states in a sentence of its text or under a table, outside of its notes. */
final class RuleSentences {

    private static final int LONGEST = 120;
    private static final List<String> ABOUT_NOTES = List.of("单位", "部门", "者", "的为");

    private RuleSentences() {}

    /** The sentences as notes that name nobody; of those that lie inside of {@code notes} none. */
    static List<Note> in(Reading reading, Range range, List<Note> notes) {
        List<Note> rules = new ArrayList<>();
        int start = range.start();
        int known = 0;
        for (int index = range.start(); index <= range.end(); index++) {
            boolean ends = index == range.end() || "。；\n".indexOf(reading.at(index)) >= 0;
            if (!ends) {
                continue;
            }
            while (known < notes.size() && notes.get(known).range().end() <= start) {
                known++;
            }
            boolean inside = known < notes.size() && notes.get(known).range().start() < index;
            Range sentence = reading.trim(start, index);
            if (!inside && sentence.length() > 6 && sentence.length() <= LONGEST) {
                Note rule = rule(reading, sentence);
                if (rule != null) {
                    rules.add(rule);
                }
            }
            start = index + 1;
        }
        return rules;
    }

    private static Note rule(Reading reading, Range sentence) {
        String text = reading.text(sentence).replace(" ", "");
        if (FirstLeadsRule.isSaidBy(text) && ABOUT_NOTES.stream().anyMatch(text::contains)) {
            Note.FirstLeads reach =
                    text.contains("下同") || text.contains("以下") ? Note.FirstLeads.FROM_HERE : Note.FirstLeads.EVERYWHERE;
            return Note.rule(sentence, reach, List.of());
        }
        for (String opening : List.of("以下", "下列", "下述")) {
            int at = text.indexOf(opening);
            if (at >= 0 && at < 8 && text.contains("不再") && EverywhereRule.namesAt(text.substring(at)) > 0) {
                Note note = NoteParser.parse(NoteText.of(reading, sentence.start() + at, sentence.end()));
                return note.everywhere().isEmpty() ? null : note.in(sentence);
            }
        }
        return null;
    }
}
