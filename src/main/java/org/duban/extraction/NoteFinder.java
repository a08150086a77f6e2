package org.duban.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the notes of a document: in brackets, behind labels without brackets, and as bare lists where both are missing. */
final class NoteFinder {

    private static final String SENTENCE_ENDS = "。；！？：）〕】”—";
    private static final int LONGEST_LABEL_RUN = 700;
    private static final int LONGEST_SPACED = 8;

    private final Reading reading;
    private final Range range;
    private final Brackets brackets;
    private final int[] markerStarts;
    private final List<Note> notes = new ArrayList<>();

    private NoteFinder(Reading reading, Range range, Brackets brackets, Outline outline) {
        this.reading = reading;
        this.range = range;
        this.brackets = brackets;
        markerStarts = outline.clauses().stream().mapToInt(Clause::start).toArray();
    }

    /** The notes of the range in the order of the text, none inside another. */
    static List<Note> in(Reading reading, Range range, Brackets brackets, Outline outline) {
        NoteFinder finder = new NoteFinder(reading, range, brackets, outline);
        finder.inBrackets();
        finder.behindOpenBrackets();
        finder.behindLabels();
        finder.sort();
        finder.notes.addAll(SentenceNotes.in(reading, range, finder.notes));
        finder.sort();
        finder.notes.addAll(BareTails.in(reading, outline, finder.notes));
        finder.sort();
        finder.notes.addAll(RuleSentences.in(reading, range, finder.notes));
        finder.sort();
        return finder.notes;
    }

    private void sort() {
        notes.sort(Comparator.comparingInt(note -> note.range().start()));
    }

    /** The notes in brackets in one cell of a table. */
    static List<Note> inBrackets(Reading reading, Range cell) {
        Brackets brackets = Brackets.in(reading, cell.start(), cell.end());
        NoteFinder finder = new NoteFinder(reading, cell, brackets, Outline.of(reading, cell, brackets));
        finder.inBrackets();
        return finder.notes;
    }

    private void inBrackets() {
        int behind = range.start();
        for (Range pair : brackets.pairs()) {
            if (pair.start() < behind) {
                continue;
            }
            List<NoteText> contents = ItemNotes.split(NoteText.of(reading, pair.start() + 1, pair.end() - 1));
            for (NoteText content : contents) {
                Note note = withoutSubject(NoteParser.parse(content), pair);
                if (isNote(note, pair)) {
                    notes.add(note.in(contents.size() == 1 ? pair : content.range()));
                    behind = pair.end();
                }
            }
        }
    }

    /** （责任单位中，排第一位的为牵头单位） names nobody: its first piece is what the rule is about. */
    private static Note withoutSubject(Note note, Range pair) {
        boolean rule = note.firstLeads() != Note.FirstLeads.NOT_SAID
                && !note.explicit()
                && note.named().size() == 1
                && note.named().getFirst().name().contains("单位");
        if (!rule) {
            return note;
        }
        boolean onwards = note.firstLeads() == Note.FirstLeads.FROM_HERE;
        return Note.rule(pair, onwards ? Note.FirstLeads.FROM_HERE : Note.FirstLeads.EVERYWHERE, List.of());
    }

    private boolean isNote(Note note, Range pair) {
        if (note.named().isEmpty()) {
            return note.firstLeads() != Note.FirstLeads.NOT_SAID
                    || !note.everywhere().isEmpty()
                    || note.deadline() != null && endsSentence(pair);
        }
        long plausible = note.plausibleNames();
        long sentences = note.named().stream()
                .filter(each ->
                        Names.hasSentenceWords(each.name()) || each.name().length() > Names.LONGEST)
                .count();
        if (isLabelled(pair.start() + 1, pair.end() - 1)) {
            return true;
        }
        if (sentences * 2 > note.named().size()) {
            return false;
        }
        if (note.explicit()) {
            return plausible * 3 >= note.named().size() * 2 && plausible > 0;
        }
        return plausible == note.named().size() && followsSentence(pair) && !isAside(note);
    }

    private boolean isLabelled(int start, int end) {
        NoteText content = NoteText.of(reading, start, end);
        Lexicon.Hit<Vocabulary.Label> hit = Vocabulary.LABELS.at(content, 0);
        return hit != null && hit.length() < content.length() && content.charAt(hit.length()) == '：';
    }

    /** Whether the sentence is over before the bracket. */
    private boolean followsSentence(Range pair) {
        int before = reading.backOverBlanks(pair.start(), range.start());
        if (before == range.start()) {
            return false;
        }
        char character = reading.at(before - 1);
        if ("。；！？）〕】”".indexOf(character) >= 0) {
            return true;
        }
        return endsSentence(pair);
    }

    private boolean endsSentence(Range pair) {
        int behind = reading.skipBlanksOnLine(pair.end(), range.end());
        char next = reading.around(behind);
        return behind >= range.end() || next == Reading.LINE_END || next == '。' || isMarkerStart(behind);
    }

    /** A single body behind a sentence's last word may be an explanation of it; a list or a group is none. */
    private boolean isAside(Note note) {
        if (note.named().size() > 1 || Names.isGroup(note.named().getFirst().name())) {
            return false;
        }
        return note.named().getFirst().name().length() < 3;
    }

    private void behindOpenBrackets() {
        for (int open : brackets.open()) {
            if (covered(open)) {
                continue;
            }
            int end = Math.min(runEnd(open + 1, true), open + LONGEST_LABEL_RUN);
            Note note = NoteParser.parse(NoteText.of(reading, open + 1, end));
            boolean labelled = isLabelled(open + 1, end);
            if (note.named().isEmpty()
                    || !labelled && !note.explicit()
                    || note.plausibleNames() * 2 < note.named().size()) {
                continue;
            }
            Range missing = new Range(open, end);
            notes.add(note.in(missing)
                    .warned(new Warning(Warning.Kind.BRACKET_MISSING, reading.plain(missing), missing)));
        }
    }

    private void behindLabels() {
        notes.sort(Comparator.comparingInt(note -> note.range().start()));
        List<Note> found = new ArrayList<>();
        Set<Note> absorbed = new HashSet<>();
        Characters text = new Characters();
        int known = 0;
        int index = range.start();
        while (index < range.end()) {
            while (known < notes.size() && notes.get(known).range().end() <= index) {
                known++;
            }
            if (known < notes.size() && notes.get(known).range().contains(index)) {
                index = notes.get(known).range().end();
                continue;
            }
            int content = labelEnd(text, index);
            if (content < 0) {
                index++;
                continue;
            }
            int end = runEnd(content, false);
            for (Note note : notes.subList(known, notes.size())) {
                if (note.range().start() >= end) {
                    break;
                }
                if (note.explicit()) {
                    end = Math.max(content, note.range().start());
                } else {
                    absorbed.add(note);
                }
            }
            Range run = reading.trim(index, end);
            Note note = NoteParser.parse(NoteText.of(reading, run.start(), run.end()));
            if (!note.named().isEmpty()
                    && note.plausibleNames() * 2 >= note.named().size()) {
                found.add(note.in(run));
                index = Math.max(index + 1, run.end());
            } else {
                index++;
            }
        }
        notes.removeAll(absorbed);
        notes.addAll(found);
    }

    /** Index behind the colon of a label for departments that begins at {@code index}, or -1. */
    private int labelEnd(Characters text, int index) {
        char before = reading.around(index - 1);
        if (!Reading.isBlank(before) && SENTENCE_ENDS.indexOf(before) < 0) {
            return -1;
        }
        int from = index;
        if (reading.startsWith("以上", index) || reading.startsWith("上述", index)) {
            from = itemsAboveEnd(index);
        }
        if (Brackets.isOpener(reading.around(from))) {
            int label = spacedLabelEnd(text, from + 1);
            return label > 0 && Brackets.isCloser(reading.around(label)) ? label + 1 : -1;
        }
        int end = spacedLabelEnd(text, from);
        if (end < 0) {
            return -1;
        }
        int colon = reading.skipBlanks(end, range.end());
        if (colon < range.end() && reading.at(colon) == '：') {
            return colon + 1;
        }
        return labelsLine(index, end) ? end : -1;
    }

    /** Index behind a label for departments or deadlines, whose characters may stand apart, or -1. */
    private int spacedLabelEnd(Characters text, int from) {
        if (!Vocabulary.LABELS.mayBeginWith(reading.around(from))) {
            return -1;
        }
        Lexicon.Hit<Vocabulary.Label> hit = Vocabulary.LABELS.at(text, from);
        int end = from + (hit == null ? 0 : hit.length());
        if (hit == null || hit.length() < 4) {
            int to = Math.min(range.end(), from + 4 * LONGEST_SPACED);
            NoteText compact = NoteText.of(reading, from, Math.min(to, reading.lineEnd(from, range.end())));
            hit = Vocabulary.LABELS.at(compact, 0);
            end = hit == null
                    ? -1
                    : compact.subSequence(0, hit.length()).range().end();
        }
        return hit == null || hit.length() < 4 || hit.meaning() == Vocabulary.Label.OTHER ? -1 : end;
    }

    /** A label at the start of a line with blanks behind it and nothing but names on the line. */
    private boolean labelsLine(int index, int labelEnd) {
        int lineStart = reading.lineStart(index, range.start());
        int lineEnd = reading.lineEnd(labelEnd, range.end());
        int content = reading.skipBlanksOnLine(labelEnd, lineEnd);
        if (reading.skipBlanksOnLine(lineStart, index) != index || content == labelEnd || content >= lineEnd) {
            return false;
        }
        Note note = NoteParser.parse(NoteText.of(reading, content, lineEnd));
        return !note.named().isEmpty() && note.plausibleNames() == note.named().size();
    }

    private int itemsAboveEnd(int index) {
        int end = index;
        while (end < range.end() && end - index < 14 && Vocabulary.LABELS.at(new Characters(), end) == null) {
            end++;
        }
        return end;
    }

    /** Where the text behind a label ends: at the next item, or at the end of a sentence or a line that does not go on. */
    private int runEnd(int from, boolean inBracket) {
        int limit = Math.min(range.end(), Math.min(from + LONGEST_LABEL_RUN, nextMarker(from)));
        int index = from;
        while (index < limit) {
            char character = reading.at(index);
            if (character == '。' && !goesOn(index + 1, limit)) {
                return index;
            }
            if (character == Reading.LINE_END && !lineGoesOn(from, index, limit)) {
                return index;
            }
            if (character == '印' && endsIssue(index)) {
                return reading.backOverBlanks(dateStart(index), from);
            }
            if (character == '）' && inBracket) {
                return index;
            }
            index++;
        }
        return limit;
    }

    /** 2022年9月30日印发 ends a document. */
    private boolean endsIssue(int index) {
        return reading.startsWith("印发", index) && reading.around(index - 1) == '日';
    }

    private int dateStart(int end) {
        int index = end;
        while (index > range.start()
                && (Reading.isDigit(reading.at(index - 1)) || "年月日".indexOf(reading.at(index - 1)) >= 0)) {
            index--;
        }
        return index;
    }

    private boolean goesOn(int index, int limit) {
        int next = reading.skipBlanks(index, limit);
        return next < limit
                && (Vocabulary.LABELS.at(new Characters(), next) != null && labelEnd(new Characters(), next) > 0
                        || reading.startsWith("列第一位", next));
    }

    private boolean lineGoesOn(int from, int lineEnd, int limit) {
        int last = reading.backOverBlanks(lineEnd, from) - 1;
        int next = behindBullet(reading.skipBlanks(lineEnd, limit), limit);
        if (next >= limit) {
            return false;
        }
        if (last < from || "、，；：".indexOf(reading.at(last)) >= 0) {
            return true;
        }
        if (Brackets.isOpener(reading.at(next))) {
            return labelEnd(new Characters(), next) > 0;
        }
        Lexicon.Hit<Vocabulary.Label> label = Vocabulary.LABELS.at(new Characters(), next);
        if (label == null || label.length() < 4) {
            return false;
        }
        int colon = reading.skipBlanksOnLine(next + label.length(), limit);
        return colon < limit && reading.at(colon) == '：';
    }

    /** Index behind the dash or dot of a list and the blanks behind it. */
    private int behindBullet(int index, int limit) {
        boolean bullet = index < limit && "-•·●▪".indexOf(reading.at(index)) >= 0;
        return bullet ? reading.skipBlanksOnLine(index + 1, limit) : index;
    }

    private int nextMarker(int index) {
        int position = java.util.Arrays.binarySearch(markerStarts, index);
        int next = position >= 0 ? position : -position - 1;
        return next < markerStarts.length ? markerStarts[next] : range.end();
    }

    private boolean isMarkerStart(int index) {
        return java.util.Arrays.binarySearch(markerStarts, index) >= 0;
    }

    private boolean covered(int index) {
        return notes.stream().anyMatch(note -> note.range().contains(index));
    }

    /** The reading as the tables of words see it. */
    private final class Characters implements CharSequence {

        @Override
        public int length() {
            return range.end();
        }

        @Override
        public char charAt(int index) {
            return reading.at(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return reading.text(start, end);
        }
    }
}
