package org.duban.extraction;

/** What a task is called: the heading of its clause, or its first sentence. */
final class Titles {

    /** No title is longer, in characters. */
    static final int LONGEST = 200;

    /** A heading that is broken over two lines begins with a line as short as this. */
    private static final int SHORT_LINE = 8;

    private Titles() {}

    /** The heading with which the clause begins. */
    static String heading(Reading reading, Clause clause, Range body) {
        int end = Math.min(Math.max(body.end(), body.start()), Math.max(clause.headEnd(), body.start()));
        return title(reading, body.start(), end);
    }

    /** The first sentence of a text that has no heading. */
    static String first(Reading reading, Range body) {
        return title(reading, body.start(), body.end());
    }

    /** The first sentence of a text without layout. */
    static String ofText(String text) {
        int end = text.indexOf('。');
        String title = end > 0 ? text.substring(0, end) : text;
        return title.length() <= LONGEST ? title : title.substring(0, LONGEST);
    }

    private static String title(Reading reading, int start, int end) {
        int from = reading.skipBlanks(start, end);
        int index = from;
        int depth = 0;
        while (index < end) {
            char character = reading.at(index);
            if (Brackets.isOpener(character) || character == '《' || character == '“') {
                depth++;
            } else if (Brackets.isCloser(character) || character == '》' || character == '”') {
                depth--;
            } else if (character == '。' && depth <= 0) {
                break;
            } else if (character == Reading.LINE_END && index - from > SHORT_LINE) {
                break;
            }
            index++;
        }
        String title = reading.plain(from, index);
        return title.length() <= LONGEST ? title : title.substring(0, LONGEST);
    }
}
