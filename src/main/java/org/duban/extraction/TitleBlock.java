package org.duban.extraction;

import java.util.List;

/** The lines that make up the title of a document. */
final class TitleBlock {

    private static final int MOST_LINES = 5;
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST = 180;
    private static final int LONGEST_REMARK = 20;
    private static final Lexicon<Boolean> ENDINGS = new Lexicon<Boolean>()
            .add(true, "通知 意见 方案 规划 计划 纲要 决定 办法 措施 分工表 分解表 任务表 清单 要点 细则 规定 条例 通报 批复 部署 安排 任务书 路线图 举措 政策 分工 行动 一览表 责任表");
    private static final String NO_TITLE = "。；：，！？";

    private TitleBlock() {}

    /** Whether a text ends as titles do, perhaps with a remark in brackets behind it. */
    static boolean endsLikeTitle(String text) {
        String bare = text.strip();
        while (!bare.isEmpty() && Brackets.isCloser(bare.charAt(bare.length() - 1))) {
            int open = Math.max(bare.lastIndexOf('（'), bare.lastIndexOf('〔'));
            if (open <= 0) {
                return false;
            }
            bare = bare.substring(0, open).strip();
        }
        if (bare.endsWith("》") && bare.contains("印发")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.length() >= 4 && ENDINGS.before(bare, bare.length()) != null;
    }

    /** Whether a line may be part of a title. */
    static boolean mayBelong(Reading reading, Range line) {
        if (line.length() > LONGEST_LINE || Marker.at(reading, line.start(), line.end()) != null) {
            return false;
        }
        for (int index = line.start(); index < line.end(); index++) {
            if (NO_TITLE.indexOf(reading.at(index)) >= 0 || reading.at(index) == Reading.TAB) {
                return false;
            }
        }
        String text = reading.text(line);
        return !DocumentFacts.isDocNumber(text) && DocumentFacts.parse(text) == null && !text.startsWith("附件");
    }

    /**
     * The title whose last line is {@code lines[last]}, or {@code null} if that does not end as titles do.
     *
     * @param first index of the first line that may belong to it
     */
    static Range endingAt(Reading reading, List<Range> lines, int first, int last) {
        int from = last;
        while (from > first
                && last - from < MOST_LINES - 1
                && mayBelong(reading, lines.get(from - 1))
                && blankLines(reading, lines.get(from - 1), lines.get(from)) <= 1
                && !endsLikeTitle(reading.text(lines.get(from - 1)))) {
            from--;
        }
        if (last < 0 || !mayBelong(reading, lines.get(last))) {
            return null;
        }
        Range block = new Range(lines.get(from).start(), lines.get(last).end());
        return block.length() <= LONGEST && endsLikeTitle(reading.text(lines.get(last))) ? block : null;
    }

    /** The title with a remark on the line below it: （2021-2023年）, （试行）. */
    static Range withRemark(Reading reading, List<Range> lines, Range title) {
        int below = Lines.firstFrom(lines, title.end());
        if (below == lines.size()) {
            return title;
        }
        Range line = lines.get(below);
        boolean remark = line.length() <= LONGEST_REMARK
                && reading.at(line.start()) == '（'
                && reading.at(line.end() - 1) == '）'
                && (reading.text(line).contains("年）") || reading.text(line).contains("试行"))
                && DocumentFacts.parse(reading.text(line)) == null;
        return remark ? new Range(title.start(), line.end()) : title;
    }

    private static int blankLines(Reading reading, Range above, Range below) {
        int ends = 0;
        for (int index = above.end(); index < below.start(); index++) {
            if (reading.at(index) == Reading.LINE_END) {
                ends++;
            }
        }
        return ends - 1;
    }

    static String plain(Reading reading, Range block) {
        return reading.plain(block);
    }
}
