package org.duban.extraction;

/**
 * Something that looks like the number of an item.
 *
 * @param range the number with its punctuation
 * @param above for 2.1 the 2, else 0
 * @param lineStart whether it begins a line
 */
record Marker(MarkerStyle style, int number, int above, Range range, boolean lineStart) {

    private static final String SENTENCE_ENDS = "。；！？：）〕】”…";
    private static final Lexicon<Boolean> NAMED =
            new Lexicon<Boolean>().add(true, "工程 行动 任务 项目 专项 事项 举措 攻坚事项 重点任务 重点工程 重点行动 重点项目 专项行动");
    private static final int LONGEST_WORD = 6;
    private static final String UNITS = "年月日个家项万亿千百岁时点级号套台%％条种倍人次款类批名部门位度米吨元所届";

    /** The marker that begins at {@code index}, or {@code null}. */
    static Marker at(Reading reading, int index, int end) {
        char first = reading.at(index);
        if (Reading.isBlank(first)) {
            // before anything looks back over blanks: a table that is put aside is a very long run of them
            return null;
        }
        if (first == '第') {
            return ordinal(reading, index, end);
        }
        if (first == '（') {
            return bracketed(reading, index, end);
        }
        if (first >= '①' && first <= '⑳') {
            return marker(reading, MarkerStyle.CIRCLED, first - '①' + 1, index, index + 1);
        }
        if (first >= '㈠' && first <= '㈩') {
            return marker(reading, MarkerStyle.CHINESE_BRACKET, first - '㈠' + 1, index, index + 1);
        }
        if (first >= '⑴' && first <= '⒇') {
            return marker(reading, MarkerStyle.ARABIC_BRACKET, first - '⑴' + 1, index, index + 1);
        }
        if (first >= '⒈' && first <= '⒛') {
            return marker(reading, MarkerStyle.ARABIC_POINT, first - '⒈' + 1, index, index + 1);
        }
        if (Reading.isDigit(first) && !Reading.isDigit(reading.around(index - 1))) {
            return arabic(reading, index, end);
        }
        if (isAtLineStart(reading, index)) {
            Marker named = named(reading, index, end);
            if (named != null) {
                return named;
            }
        }
        if (Numerals.isChinese(first) && atBoundary(reading, index)) {
            return chinese(reading, index, end);
        }
        return null;
    }

    private static Marker ordinal(Reading reading, int index, int end) {
        if (!atBoundary(reading, index)) {
            return null;
        }
        int from = reading.skipBlanksOnLine(index + 1, end);
        int length = lengthAt(reading, from, end);
        int kind = reading.skipBlanksOnLine(from + length, end);
        if (length == 0 || kind >= end) {
            return null;
        }
        int number = Numerals.value(reading.text(from, from + length));
        if (reading.startsWith("部分", kind)) {
            return marker(reading, MarkerStyle.PART, number, index, kind + 2);
        }
        return switch (reading.at(kind)) {
            case '篇' -> marker(reading, MarkerStyle.PART, number, index, kind + 1);
            case '章' -> marker(reading, MarkerStyle.CHAPTER, number, index, kind + 1);
            case '节' -> marker(reading, MarkerStyle.SECTION, number, index, kind + 1);
            case '条' ->
                isAtLineStart(reading, index) ? marker(reading, MarkerStyle.ARTICLE, number, index, kind + 1) : null;
            default -> null;
        };
    }

    /** 工程一：, 任务1：, 攻坚事项一 alone on its line. */
    private static Marker named(Reading reading, int index, int end) {
        Lexicon.Hit<Boolean> word = NAMED.at(reading.text(index, Math.min(end, index + LONGEST_WORD)), 0);
        if (word == null) {
            return null;
        }
        int from = index + word.length();
        int length = lengthAt(reading, from, end);
        char behind = reading.around(from + length);
        if (length == 0 || behind != '：' && behind != Reading.LINE_END) {
            return null;
        }
        int stop = behind == '：' ? from + length + 1 : from + length;
        return marker(reading, MarkerStyle.ARTICLE, Numerals.value(reading.text(from, from + length)), index, stop);
    }

    private static Marker bracketed(Reading reading, int index, int end) {
        int from = reading.skipBlanksOnLine(index + 1, end);
        int length = lengthAt(reading, from, end);
        int close = reading.skipBlanksOnLine(from + length, end);
        if (length == 0 || close >= end || reading.at(close) != '）') {
            return null;
        }
        boolean arabic = Reading.isDigit(reading.at(from));
        MarkerStyle style = arabic ? MarkerStyle.ARABIC_BRACKET : MarkerStyle.CHINESE_BRACKET;
        int behind = close + 1;
        if (behind < end && (reading.at(behind) == '、' || reading.at(behind) == '.')) {
            behind++;
        }
        return marker(reading, style, Numerals.value(reading.text(from, from + length)), index, behind);
    }

    private static Marker arabic(Reading reading, int index, int end) {
        int length = lengthAt(reading, index, end);
        int number = Numerals.value(reading.text(index, index + length));
        int behind = index + length;
        if (length > 3 || behind >= end || number == 0) {
            return null;
        }
        char before = reading.around(index - 1);
        if (before == '.'
                || before == '－'
                || before == '-'
                || before == '—'
                || before == '/'
                || before < 128 && Character.isLetter(before)) {
            return null;
        }
        char next = reading.at(behind);
        if (next == '.') {
            Marker decimal = decimal(reading, index, end);
            if (decimal != null) {
                return decimal;
            }
            return Reading.isDigit(reading.around(behind + 1)) && !isYear(reading, behind + 1)
                    ? null
                    : marker(reading, MarkerStyle.ARABIC_POINT, number, index, behind + 1);
        }
        if (next == '、') {
            boolean list = Reading.isDigit(reading.around(behind + 1)) && !isYear(reading, behind + 1);
            return list || !atBoundary(reading, index)
                    ? null
                    : marker(reading, MarkerStyle.ARABIC_COMMA, number, index, behind + 1);
        }
        if (next == '）') {
            return marker(reading, MarkerStyle.ARABIC_BRACKET, number, index, behind + 1);
        }
        boolean stopLost = isAtLineStart(reading, index) && Reading.isHan(next) && UNITS.indexOf(next) < 0;
        return stopLost ? marker(reading, MarkerStyle.ARABIC_POINT, number, index, behind) : null;
    }

    /** 1.1 or 1.1.2 before a blank or a word; its last number counts. */
    private static Marker decimal(Reading reading, int index, int end) {
        int at = index;
        int parts = 0;
        int number = 0;
        int above = 0;
        while (at < end) {
            int length = lengthAt(reading, at, end);
            if (length == 0 || length > 2 || !Reading.isDigit(reading.at(at))) {
                break;
            }
            above = number;
            number = Numerals.value(reading.text(at, at + length));
            parts++;
            at += length;
            if (reading.around(at) != '.') {
                break;
            }
            at++;
        }
        char next = reading.around(at);
        boolean word = Reading.isBlank(next) || Reading.isHan(next) && UNITS.indexOf(next) < 0 || next == '“';
        return parts > 1 && word ? marker(reading, MarkerStyle.DECIMAL, number, above, index, at) : null;
    }

    private static boolean isYear(Reading reading, int index) {
        for (int offset = 0; offset < 4; offset++) {
            if (!Reading.isDigit(reading.around(index + offset))) {
                return false;
            }
        }
        char behind = reading.around(index + 4);
        return behind == '年' || behind == '-' || behind == '—';
    }

    private static Marker chinese(Reading reading, int index, int end) {
        int length = lengthAt(reading, index, end);
        int behind = index + length;
        if (length == 0 || behind >= end) {
            return null;
        }
        char next = reading.at(behind);
        boolean point = next == '.' && isAtLineStart(reading, index);
        return next == '、' || point
                ? marker(
                        reading,
                        MarkerStyle.CHINESE_COMMA,
                        Numerals.value(reading.text(index, behind)),
                        index,
                        behind + 1)
                : null;
    }

    private static Marker marker(Reading reading, MarkerStyle style, int number, int start, int end) {
        return marker(reading, style, number, 0, start, end);
    }

    private static Marker marker(Reading reading, MarkerStyle style, int number, int above, int start, int end) {
        return number == 0
                ? null
                : new Marker(style, number, above, new Range(start, end), isAtLineStart(reading, start));
    }

    private static int lengthAt(Reading reading, int index, int end) {
        return Math.max(0, Math.min(Numerals.lengthAt(reading, index), end - index));
    }

    /** Whether a sentence or a line ends before it. */
    private static boolean atBoundary(Reading reading, int index) {
        char before = reading.around(index - 1);
        return Reading.isBlank(before) || SENTENCE_ENDS.indexOf(before) >= 0;
    }

    private static boolean isAtLineStart(Reading reading, int index) {
        int at = index - 1;
        while (at >= 0 && reading.at(at) != Reading.LINE_END && Reading.isBlank(reading.at(at))) {
            at--;
        }
        return at < 0 || reading.at(at) == Reading.LINE_END;
    }
}
