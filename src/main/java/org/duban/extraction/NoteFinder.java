package org.duban.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the notes of a document, those with the surest signs first. */
final class NoteFinder {

    private NoteFinder() {}

    /** The notes of the range in the order of the text, none inside another. */
    static List<Note> in(Reading reading, Range range, Brackets brackets, Outline outline) {
        LabelRuns labels = new LabelRuns(reading, range, outline);
        BracketNotes bracketed = new BracketNotes(reading, range, outline);
        List<Note> notes = new ArrayList<>(bracketed.in(brackets));
        notes.addAll(bracketed.behindOpen(brackets, notes, labels));
        sort(notes);
        labels.addTo(notes);
        sort(notes);
        notes.addAll(SentenceNotes.in(reading, range, notes));
        sort(notes);
        notes.addAll(BareTails.in(reading, outline, notes));
        sort(notes);
        notes.addAll(RuleSentences.in(reading, range, notes));
        sort(notes);
        return notes;
    }

    /** The notes in brackets in one cell of a table. */
    static List<Note> inBrackets(Reading reading, Range cell) {
        Brackets brackets = Brackets.in(reading, cell.start(), cell.end());
        return new BracketNotes(reading, cell, Outline.of(reading, cell, brackets)).in(brackets);
    }

    private static void sort(List<Note> notes) {
        notes.sort(Comparator.comparingInt(note -> note.range().start()));
    }
}
