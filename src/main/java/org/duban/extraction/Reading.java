package org.duban.extraction;

/**
 * A source as the grammar reads it: every character in its place, but one spelling for what means the same. Half-width
 * brackets and punctuation are full-width, full-width digits and letters are ASCII, private-use characters are the full stops for
 * which they stand, and blanks of every kind are {@link #BLANK}. As nothing moves, positions in it are positions in the
 * source.
 */
final class Reading implements CharSequence {

    static final char BLANK = ' ';
    static final char LINE_END = '\n';
    static final char TAB = '\t';

    private final String source;
    private final char[] chars;

    private Reading(String source, char[] chars) {
        this.source = source;
        this.chars = chars;
    }

    static Reading of(String source) {
        char[] chars = source.toCharArray();
        for (int index = 0; index < chars.length; index++) {
            chars[index] = spelled(chars, index);
        }
        return new Reading(source, chars);
    }

    private static char spelled(char[] chars, int index) {
        char character = chars[index];
        if (character >= '\uE000' && character <= '\uF8FF') {
            return index > 0 && isDigit(chars[index - 1]) ? '.' : BLANK;
        }
        return switch (character) {
            case '(' -> '（';
            case ')' -> '）';
            case '[', '［', '﹝' -> '〔';
            case ']', '］', '﹞' -> '〕';
            case ':', '︰', '﹕' -> '：';
            case ';', '﹔' -> '；';
            case ',' -> betweenDigits(chars, index) ? ',' : '，';
            case '．', '﹒' -> '.';
            case '／' -> '/';
            case '｜' -> '|';
            case '丨', '︱' -> '：';
            case '％' -> '%';
            case '＋' -> '+';
            case '\u00A0',
                    '\u3000',
                    '\u200B',
                    '\u200C',
                    '\u200D',
                    '\uFEFF',
                    '\u2002',
                    '\u2003',
                    '\u2009',
                    '*',
                    '#',
                    '`',
                    '\\',
                    '\0',
                    '\f' -> BLANK;
            case '\r' -> LINE_END;
            default -> {
                if (character >= '０' && character <= '９'
                        || character >= 'Ａ' && character <= 'Ｚ'
                        || character >= 'ａ' && character <= 'ｚ') {
                    yield (char) (character - '０' + '0');
                }
                yield character;
            }
        };
    }

    private static boolean betweenDigits(char[] chars, int index) {
        return index > 0 && index + 1 < chars.length && isDigit(chars[index - 1]) && isDigit(chars[index + 1]);
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static boolean isBlank(char character) {
        return character <= BLANK;
    }

    static boolean isHan(char character) {
        return character >= '\u3400' && character <= '\u9FFF' || character == '〇';
    }

    @Override
    public int length() {
        return chars.length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text(start, end);
    }

    @Override
    public String toString() {
        return new String(chars);
    }

    char at(int index) {
        return chars[index];
    }

    /** The character at {@code index}, or a line end outside the text. */
    char around(int index) {
        return index < 0 || index >= chars.length ? LINE_END : chars[index];
    }

    /** Whether the source itself has the character there. */
    boolean isOriginal(int index, char character) {
        return source.charAt(index) == character;
    }

    boolean startsWith(String word, int index) {
        if (index < 0 || index + word.length() > chars.length) {
            return false;
        }
        for (int offset = 0; offset < word.length(); offset++) {
            if (chars[index + offset] != word.charAt(offset)) {
                return false;
            }
        }
        return true;
    }

    /** What stands there, as it is read. */
    String text(int start, int end) {
        return new String(chars, start, end - start);
    }

    String text(Range range) {
        return text(range.start(), range.end());
    }

    /** The source's own characters. */
    String original(Range range) {
        return range.of(source);
    }

    /** A reading of the same source in which more can be hidden. */
    Reading copy() {
        return new Reading(source, chars.clone());
    }

    /** Makes a piece unreadable for the grammar; line ends stay. */
    void hide(int start, int end) {
        for (int index = start; index < end; index++) {
            if (chars[index] != LINE_END) {
                chars[index] = BLANK;
            }
        }
    }

    /** First index from {@code index} on that is no blank and no line end, at most {@code end}. */
    int skipBlanks(int index, int end) {
        int next = index;
        while (next < end && isBlank(chars[next])) {
            next++;
        }
        return next;
    }

    /** As {@link #skipBlanks}, but stays on the line. */
    int skipBlanksOnLine(int index, int end) {
        int next = index;
        while (next < end && isBlank(chars[next]) && chars[next] != LINE_END) {
            next++;
        }
        return next;
    }

    /** Index behind the last character before {@code index} that is no blank, at least {@code start}. */
    int backOverBlanks(int index, int start) {
        int next = index;
        while (next > start && isBlank(chars[next - 1])) {
            next--;
        }
        return next;
    }

    Range trim(int start, int end) {
        int from = skipBlanks(start, end);
        return new Range(from, Math.max(from, backOverBlanks(end, from)));
    }

    /** Index of the line end at or behind {@code index}, at most {@code end}. */
    int lineEnd(int index, int end) {
        int next = index;
        while (next < end && chars[next] != LINE_END) {
            next++;
        }
        return next;
    }

    /** Index of the first character of the line of {@code index}, at least {@code start}. */
    int lineStart(int index, int start) {
        int next = index;
        while (next > start && chars[next - 1] != LINE_END) {
            next--;
        }
        return next;
    }

    /**
     * The source's words without the layout: no line breaks, no blanks but one between two words in Latin letters, no
     * emphasis marks, and full stops instead of private-use characters.
     */
    String plain(int start, int end) {
        StringBuilder plain = new StringBuilder(end - start);
        boolean gap = false;
        for (int index = start; index < end; index++) {
            char character = chars[index];
            if (isBlank(character)) {
                gap = true;
                continue;
            }
            if (gap && !plain.isEmpty() && isLatin(plain.charAt(plain.length() - 1)) && isLatin(character)) {
                plain.append(BLANK);
            }
            gap = false;
            char original = source.charAt(index);
            plain.append(original >= '\uE000' && original <= '\uF8FF' ? character : original);
        }
        return plain.toString();
    }

    String plain(Range range) {
        return plain(range.start(), range.end());
    }

    /** Whether the source's character takes two columns of a terminal. */
    boolean isWide(int index) {
        char character = source.charAt(index);
        return character >= '\u1100' && (character <= '\u115F' || character >= '\u2E80' && character <= '\uFF60');
    }

    private static boolean isLatin(char character) {
        return character < 0x250 && Character.isLetterOrDigit(character);
    }
}
