package org.duban.extraction;

import java.util.List;

/** The characters of a note without blanks and line ends, each with its place in the source. */
final class NoteText implements CharSequence {

    private static final byte NONE = 0;
    private static final byte SINGLE = 1;
    private static final byte WIDE = 2;

    private final char[] chars;
    private final int[] places;
    private final byte[] gaps;
    private final int from;
    private final int to;

    private NoteText(char[] chars, int[] places, byte[] gaps, int from, int to) {
        this.chars = chars;
        this.places = places;
        this.gaps = gaps;
        this.from = from;
        this.to = to;
    }

    static NoteText of(Reading reading, int start, int end) {
        return of(reading, List.of(new Range(start, end)));
    }

    /** The pieces one behind the other, as if nothing stood between them. */
    static NoteText of(Reading reading, List<Range> pieces) {
        int capacity = pieces.stream().mapToInt(Range::length).sum();
        char[] chars = new char[capacity];
        int[] places = new int[capacity];
        byte[] gaps = new byte[capacity];
        int length = 0;
        for (Range piece : pieces) {
            byte gap = length > 0 ? WIDE : NONE;
            for (int index = piece.start(); index < piece.end(); index++) {
                if (Reading.isBlank(reading.at(index))) {
                    gap = gap > NONE || Reading.BLANK != reading.at(index) ? WIDE : SINGLE;
                } else {
                    chars[length] = reading.at(index);
                    places[length] = index;
                    gaps[length++] = gap;
                    gap = NONE;
                }
            }
        }
        return new NoteText(chars, places, gaps, 0, length);
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return chars[from + index];
    }

    /** Whether the source has a blank or a line end before the character. */
    boolean gapBefore(int index) {
        return index > 0 && gaps[from + index] != NONE;
    }

    /** Whether the source has a line end or more than one blank before the character. */
    boolean wideGapBefore(int index) {
        return index > 0 && gaps[from + index] == WIDE;
    }

    @Override
    public NoteText subSequence(int start, int end) {
        return new NoteText(chars, places, gaps, from + start, from + end);
    }

    /** Where its characters stand in the source. Must not be empty. */
    Range range() {
        return new Range(places[from], places[to - 1] + 1);
    }

    boolean startsWith(String word) {
        return word.length() <= length() && word.contentEquals(subSequence(0, word.length()));
    }

    boolean endsWith(String word) {
        return word.length() <= length() && word.contentEquals(subSequence(length() - word.length(), length()));
    }

    boolean contains(String word) {
        return toString().contains(word);
    }

    @Override
    public String toString() {
        return new String(chars, from, to - from);
    }
}
