package org.duban.extraction;

/**
 * A piece of a source text.
 *
 * @param start index of its first character, from 0
 * @param end index behind its last character, not before {@code start}
 */
public record Range(int start, int end) {

    public Range {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("No range: " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(int index) {
        return index >= start && index < end;
    }

    public boolean contains(Range other) {
        return other.start >= start && other.end <= end;
    }

    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }
}
