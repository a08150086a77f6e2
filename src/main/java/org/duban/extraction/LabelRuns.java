package org.duban.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes that begin with a label and have no bracket around them: 责任单位：…, on one line or several. */
final class LabelRuns {

    private static final String SENTENCE_ENDS = "。；！？：）〕】”—";
    /** No such note is longer, in characters. */
    private static final int LONGEST = 700;

    private static final int LONGEST_SPACED = 8;

    private final Reading reading;
    private final Range range;
    private final Outline outline;

    LabelRuns(Reading reading, Range range, Outline outline) {
        this.reading = reading;
        this.range = range;
        this.outline = outline;
    }

    /**
     * Adds the notes behind labels to {@code notes}, which are in the order of the text. A bare list in brackets that turns
     * out to be a piece of such a note, as in 各镇（街道）, is taken out.
     */
    void addTo(List<Note> notes) {
        List<Note> found = new ArrayList<>();
        Set<Note> absorbed = new HashSet<>();
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
            int content = labelEnd(index);
            if (content < 0) {
                index++;
                continue;
            }
            int end = end(content, range.end(), false);
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

    /** Where the text behind an opening bracket ends whose partner is missing, at most {@code limit}. */
    int endInBracket(int from, int limit) {
        return end(from, limit, true);
    }

    /** Index behind the colon of a label for departments that begins at {@code index}, or -1. */
    private int labelEnd(int index) {
        char before = reading.around(index - 1);
        if (!Reading.isBlank(before) && SENTENCE_ENDS.indexOf(before) < 0) {
            return -1;
        }
        int from = index;
        if (reading.startsWith("以上", index) || reading.startsWith("上述", index)) {
            from = itemsAboveEnd(index);
        }
        if (Brackets.isOpener(reading.around(from))) {
            int label = spacedLabelEnd(from + 1);
            return label > 0 && Brackets.isCloser(reading.around(label)) ? label + 1 : -1;
        }
        int end = spacedLabelEnd(from);
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
    private int spacedLabelEnd(int from) {
        if (!Vocabulary.LABELS.mayBeginWith(reading.around(from))) {
            return -1;
        }
        Lexicon.Hit<Vocabulary.Label> hit = Vocabulary.LABELS.at(reading, from);
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
        while (end < range.end() && end - index < 14 && Vocabulary.LABELS.at(reading, end) == null) {
            end++;
        }
        return end;
    }

    /** Where the text behind a label ends: at the next item, or at the end of a sentence or a line that does not go on. */
    private int end(int from, int farthest, boolean inBracket) {
        int limit = Math.min(farthest, Math.min(from + LONGEST, outline.nextStart(from, range.end())));
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
                && (Vocabulary.LABELS.at(reading, next) != null && labelEnd(next) > 0
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
            return labelEnd(next) > 0;
        }
        Lexicon.Hit<Vocabulary.Label> label = Vocabulary.LABELS.at(reading, next);
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
}
