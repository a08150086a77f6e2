package org.duban.commandline;

import java.util.ArrayList;
import java.util.List;

/** Breaks and pads text by the columns that it takes on a terminal, where a Chinese character takes two. */
final class Wrapping {

    /** What must not stand at the beginning of a line. */
    private static final String CLOSING = "，。、；：？！）】」》〉〕”’…,.;:?!)]%";

    private static final char LIST_SEPARATOR = '、';

    private Wrapping() {}

    static int width(String text) {
        return text.codePoints().map(Wrapping::width).sum();
    }

    /** Lines no wider than the width; none for an empty text. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (used + width(c) > width && i > start) {
                int end = breakBefore(text, start, i);
                lines.add(text.substring(start, end).strip());
                start = end;
                used = width(text.substring(start, i));
            }
            used += width(c);
            i += Character.charCount(c);
        }
        if (start < text.length()) {
            lines.add(text.substring(start).strip());
        }
        return lines;
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Where to break at or before the place: between names if there is room; not before closing punctuation, and not within a Latin word or number. */
    private static int breakBefore(String text, int start, int place) {
        int nameEnd = text.lastIndexOf(LIST_SEPARATOR, place - 1) + 1;
        if (nameEnd > start + (place - start) / 2) {
            return nameEnd;
        }
        int end = place;
        while (end > start && (CLOSING.indexOf(text.charAt(end)) >= 0 || isInsideWord(text, end))) {
            end--;
        }
        return end - start >= (place - start) / 3 && end > start ? end : place;
    }

    private static boolean isInsideWord(String text, int place) {
        return place > 0 && isLatin(text.charAt(place)) && isLatin(text.charAt(place - 1))
                || Character.isLowSurrogate(text.charAt(place));
    }

    private static boolean isLatin(char c) {
        return c < '\u0250' && Character.isLetterOrDigit(c);
    }

    /** By the East Asian width of the character's block; marks that stand on another character take none. */
    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
