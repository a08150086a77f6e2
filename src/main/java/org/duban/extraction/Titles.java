package org.duban.extraction;

import java.util.List;

/** What a task is called: the heading of its clause, or its first sentence. */
final class Titles {

    /** No title is longer, in characters. */
    static final int LONGEST = 200;

    /** A heading that is broken over two lines begins with a line as short as this. */
    private static final int SHORT_LINE = 8;

    /** What a heading that is broken over two lines comes to at most. */
    private static final int LONGEST_BROKEN = 40;

    /** Fields of a form that hold the name of a task. */
    private static final List<String> NAMES = List.of("事项名称：", "任务名称：", "项目名称：", "工作名称：", "名称：");
    /** Fields that hold the task itself, where it has no heading. */
    private static final List<String> TASKS = List.of("工作任务：", "重点任务：", "任务：", "事项：");

    private Titles() {}

    /** The heading with which the clause begins. */
    static String heading(Reading reading, Clause clause, Range body) {
        String field = field(
                reading,
                new Range(body.start(), Math.max(body.start(), Math.min(body.end(), clause.headEnd()))),
                NAMES);
        if (field != null) {
            return field;
        }
        int end = Math.min(Math.max(body.end(), body.start()), Math.max(clause.headEnd(), body.start()));
        return title(reading, body.start(), end);
    }

    /** The first sentence of a text that has no heading. */
    static String first(Reading reading, Range body) {
        String field = field(reading, body, NAMES);
        field = field == null ? field(reading, body, TASKS) : field;
        if (field != null) {
            return field;
        }
        String title = title(reading, body.start(), body.end());
        return title.isEmpty() ? ofText(reading.plain(body)) : title;
    }

    /** The name of the task where the text is a form with a field for it, or {@code null}. */
    private static String field(Reading reading, Range body, List<String> fields) {
        for (Range line : Lines.in(reading, body)) {
            for (String field : fields) {
                if (reading.startsWith(field, line.start()) && line.length() > field.length()) {
                    return title(reading, line.start() + field.length(), line.end());
                }
            }
        }
        return null;
    }

    /** The first sentence of a text without layout. */
    static String ofText(String text) {
        int end = text.indexOf('。');
        String title = withoutPoints(end > 0 ? text.substring(0, end) : text);
        return title.length() <= LONGEST ? title : title.substring(0, LONGEST);
    }

    /** Without the points for which a task counts: （5分）. */
    private static String withoutPoints(String title) {
        int open = Math.max(title.lastIndexOf('（'), title.lastIndexOf('('));
        boolean points = open > 0
                && open + 2 < title.length()
                && Reading.isDigit(title.charAt(open + 1))
                && (title.endsWith("分）") || title.endsWith("分)"));
        return points ? title.substring(0, open) : title;
    }

    private static String title(Reading reading, int start, int end) {
        int from = reading.skipBlanks(start, end);
        int index = from;
        int firstLine = -1;
        int depth = 0;
        while (index < end) {
            char character = reading.at(index);
            if (Brackets.isOpener(character) || character == '《' || character == '“') {
                depth++;
            } else if (Brackets.isCloser(character) || character == '》' || character == '”') {
                depth--;
            } else if (character == '。' && depth <= 0) {
                break;
            } else if (character == Reading.LINE_END && firstLine < 0) {
                firstLine = index;
            }
            if (firstLine >= 0 && (firstLine - from > SHORT_LINE || index - from > LONGEST_BROKEN)) {
                index = firstLine;
                break;
            }
            index++;
        }
        String title = withoutPoints(reading.plain(from, index));
        return title.length() <= LONGEST ? title : title.substring(0, LONGEST);
    }
}
