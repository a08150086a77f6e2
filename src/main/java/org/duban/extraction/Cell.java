package org.duban.extraction;

import java.util.List;

/**
 * A cell of a table.
 *
 * @param pieces where its content stands, in order; several where it is wrapped over the lines of a drawn table
 */
record Cell(List<Range> pieces) {

    static final Cell EMPTY = new Cell(List.of());

    static Cell of(Range range) {
        return range.length() == 0 ? EMPTY : new Cell(List.of(range));
    }

    String text(Reading reading) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(reading.plain(piece)));
        return text.toString();
    }

    /** Its content as the grammar of notes reads it. */
    NoteText note(Reading reading) {
        return NoteText.of(reading, pieces);
    }

    boolean isBlank(Reading reading) {
        return pieces.isEmpty() || text(reading).isEmpty();
    }

    /** Whether it says that there is nothing: a dash or a stroke. */
    boolean saysNothing(Reading reading) {
        String text = text(reading);
        return text.length() <= 2
                && !text.isEmpty()
                && text.chars().allMatch(character -> "/／-－—–―无\\".indexOf(character) >= 0);
    }

    /** From its first to its last character; {@code null} for an empty cell. */
    Range range() {
        return pieces.isEmpty()
                ? null
                : new Range(pieces.getFirst().start(), pieces.getLast().end());
    }
}
