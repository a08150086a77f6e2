package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of bodies that follow upon the text of an item without a bracket or a word between: …达到88家省科技厅、省教育厅. They count
 * only in documents that have notes elsewhere, for items without a note, and where all names begin with the same level.
 */
final class BareTails {

    private static final int LONGEST = 300;

    private BareTails() {}

    static List<Note> in(Reading reading, Outline outline, List<Note> notes) {
        List<Note> tails = new ArrayList<>();
        if (notes.isEmpty()) {
            return tails;
        }
        int known = 0;
        for (Clause clause : outline.clauses()) {
            while (known < notes.size() && notes.get(known).range().end() <= clause.start()) {
                known++;
            }
            boolean noted = known < notes.size() && notes.get(known).range().start() < clause.end();
            if (clause.isLeaf() && !noted) {
                Note tail = tail(reading, clause);
                if (tail != null) {
                    tails.add(tail);
                }
            }
        }
        return tails;
    }

    private static Note tail(Reading reading, Clause clause) {
        int lineEnd = reading.lineEnd(reading.skipBlanks(clause.bodyStart(), clause.end()), clause.end());
        int end = reading.backOverBlanks(lineEnd, clause.bodyStart());
        if (end > clause.bodyStart() && reading.at(end - 1) == '。') {
            end--;
        }
        int start = end;
        int commas = 0;
        while (start > clause.bodyStart() && end - start < LONGEST && "，。；".indexOf(reading.at(start - 1)) < 0) {
            start--;
            commas += reading.at(start) == '、' ? 1 : 0;
        }
        if (commas == 0) {
            return null;
        }
        String[] pieces = reading.text(start, end).split("、");
        char level = Names.level(pieces[pieces.length - 1].strip());
        if (level == 0) {
            return null;
        }
        int at = end;
        for (int piece = pieces.length - 1; piece > 0; piece--) {
            String name = pieces[piece].strip();
            if (Names.level(name) != level || !Names.endsLikeBody(name)) {
                return piece == pieces.length - 1 ? null : note(reading, at, end);
            }
            at -= pieces[piece].length() + 1;
        }
        int first = pieces[0].lastIndexOf(level);
        if (first > 0 && pieces[0].charAt(first - 1) == level) {
            first--;
        }
        String name = first < 0 ? "" : pieces[0].substring(first).strip();
        if (name.length() < 3 || !Names.endsLikeBody(name)) {
            return note(reading, at + 1, end);
        }
        return note(reading, start + first, end);
    }

    private static Note note(Reading reading, int start, int end) {
        Range range = reading.trim(start, end);
        Note note = NoteParser.parse(NoteText.of(reading, range.start(), range.end()));
        return note.named().size() < 2 || note.explicit()
                ? null
                : note.in(range).warned(new Warning(Warning.Kind.BRACKET_MISSING, reading.plain(range), range));
    }
}
