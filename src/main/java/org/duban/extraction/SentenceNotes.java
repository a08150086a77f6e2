package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/** Notes that are the last sentence of a paragraph, without bracket or label: 由省科技厅牵头，省财政厅配合。 */
final class SentenceNotes {

    private static final int LONGEST = 300;

    private static final Lexicon<Boolean> OPENINGS =
            new Lexicon<Boolean>().add(true, "由 此项工作由 该项工作由 本项工作由 具体工作由 相关工作由 上述工作由 此项任务由 该项任务由 以上工作由 工作由 具体由");

    private SentenceNotes() {}

    /** @param notes those found already, in the order of the text */
    static List<Note> in(Reading reading, Range range, List<Note> notes) {
        List<Note> found = new ArrayList<>();
        int known = 0;
        for (Range line : Lines.in(reading, range)) {
            while (known < notes.size() && notes.get(known).range().end() <= line.start()) {
                known++;
            }
            boolean noted = known < notes.size() && notes.get(known).range().start() < line.end();
            if (!noted) {
                Note note = last(reading, line);
                if (note != null) {
                    found.add(note);
                }
            }
        }
        return found;
    }

    private static Note last(Reading reading, Range line) {
        int end = line.end();
        if ("。；".indexOf(reading.at(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > line.start() && end - start <= LONGEST && "。；！？".indexOf(reading.at(start - 1)) < 0) {
            start--;
        }
        if (end - start > LONGEST || end - start < 6) {
            return null;
        }
        Marker marker = Marker.at(reading, start, end);
        if (marker != null) {
            return null;
        }
        if (start == line.start() || reading.at(start) == '—') {
            Note own = wholeLine(reading, start, end);
            if (own != null) {
                return own;
            }
        }
        Range sentence = reading.trim(start, end);
        NoteText text = NoteText.of(reading, sentence.start(), sentence.end());
        return isWhollyNote(text) ? NoteParser.parse(text).in(sentence) : null;
    }

    /** A line of its own that is nothing but names with a verb, or with a dash before them. */
    private static Note wholeLine(Reading reading, int lineStart, int end) {
        int start = lineStart;
        while (start < end && (reading.at(start) == '—' || reading.at(start) == '-')) {
            start++;
        }
        Range names = reading.trim(start, end);
        if (names.length() < 3) {
            return null;
        }
        Note note = NoteParser.parse(NoteText.of(reading, names.start(), names.end()));
        if (reading.text(names).contains("解释") || reading.text(names).contains("统筹")) {
            return null;
        }
        boolean marked = note.named().stream().allMatch(each -> each.mark() != null);
        boolean whole = !note.named().isEmpty()
                && (marked || start > lineStart)
                && note.named().stream()
                        .allMatch(each ->
                                Names.isComplete(each.name()) && each.name().length() > 2);
        int named =
                note.named().stream().mapToInt(each -> each.name().length() + 1).sum();
        return whole && names.length() <= named + 12 ? note.in(names) : null;
    }

    /** Whether nothing is left of the sentence but names, verbs, labels and a deadline. */
    private static boolean isWhollyNote(NoteText text) {
        Note note = NoteParser.parse(text);
        if (text.contains("解释") || text.contains("统筹")) {
            return false;
        }
        boolean opened = OPENINGS.at(text, 0) != null || isLabelled(text);
        if (!opened && !note.says(Vocabulary.Mark.LEAD)
                || note.named().isEmpty()
                || note.named().stream().anyMatch(each -> each.mark() == null || !Names.isComplete(each.name()))) {
            return false;
        }
        int named =
                note.named().stream().mapToInt(each -> each.name().length() + 1).sum();
        int deadline = note.deadline() == null ? 0 : note.deadline().length() + 4;
        return text.length() <= named + deadline + 14 + 4 * note.named().size();
    }

    /** 责任单位为…. */
    private static boolean isLabelled(NoteText text) {
        Lexicon.Hit<Vocabulary.Label> label = Vocabulary.LABELS.at(text, 0);
        return label != null
                && label.length() >= 4
                && label.length() + 2 < text.length()
                && "为是".indexOf(text.charAt(label.length())) >= 0;
    }
}
