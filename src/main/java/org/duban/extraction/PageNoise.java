package org.duban.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Hides what belongs to the page on which a text was found and not to the text: navigation, rankings, footers, page numbers. */
final class PageNoise {

    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_TAG = 60;
    private static final int LONGEST_HEAD = 40;

    private static final Lexicon<Boolean> OPENINGS = new Lexicon<Boolean>()
            .add(
                    true,
                    "扫一扫 分享到 分享： 打印本页 〔打印 【打印 打印 关闭窗口 【关闭 上一篇 下一篇 相关链接 相关解读 相关文章 相关阅读 相关新闻 相关附件 排行榜 热点推荐 版权所有 网站标识码 "
                            + "技术支持： 网站地图 联系我们 当前位置 您的位置 您现在的位置 首页> 访问量 浏览次数 点击数 阅读次数 字号： 字体： 责任编辑 原文链接 【法宝引证码 来源： 微信 微博 "
                            + "QQ空间 收藏 京ICP 备案号 公网安备 无障碍 返回顶部 主题词： 此件公开发布 （此件公开发布 （此件依申请公开 （本文有删减 （此件删减后公开 （此页无正文 目录导航");
    private static final Set<String> FOOTER_WORDS = Set.of("ICP备", "版权所有", "网站标识码", "公网安备", "技术支持", "备案号", "网站地图");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-—–－·~]{1,2} ?\\d{1,4} ?[-—–－·~]{1,2}|第 ?\\d{1,4} ?页(?: ?[，/]? ?共 ?\\d{1,4} ?页)?");
    /** Lines that name the operator of a site stand this close to other words of its footer. */
    private static final int FOOTER_REACH = 4;

    private PageNoise() {}

    static void hide(Reading reading) {
        hideTags(reading);
        List<Range> lines = Lines.in(reading, new Range(0, reading.length()));
        hideRunningHeads(reading, lines);
        for (int index = 0; index < lines.size(); index++) {
            Range line = lines.get(index);
            if (line.length() <= LONGEST_LINE && isNoise(reading, lines, index) || isLink(reading, line)) {
                reading.hide(line.start(), line.end());
            } else if (isBullet(reading, line)) {
                reading.hide(line.start(), line.start() + 1);
            }
        }
    }

    /** The same short line beside several page numbers. */
    private static void hideRunningHeads(Reading reading, List<Range> lines) {
        Map<String, List<Range>> heads = new HashMap<>();
        for (int index = 0; index < lines.size(); index++) {
            if (!isPageNumber(reading, lines.get(index))) {
                continue;
            }
            for (int beside : new int[] {index - 1, index + 1}) {
                if (beside >= 0 && beside < lines.size() && lines.get(beside).length() <= LONGEST_HEAD) {
                    heads.computeIfAbsent(reading.plain(lines.get(beside)), any -> new ArrayList<>())
                            .add(lines.get(beside));
                }
            }
        }
        heads.values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .forEach(line -> reading.hide(line.start(), line.end()));
    }

    private static boolean isPageNumber(Reading reading, Range line) {
        return line.length() <= LONGEST_HEAD
                && PAGE_NUMBER.matcher(reading.text(line)).matches();
    }

    /** Tags of HTML that a copy has left behind: they part words as blanks do. */
    private static void hideTags(Reading reading) {
        for (int index = 0; index < reading.length(); index++) {
            if (reading.at(index) != '<') {
                continue;
            }
            char next = reading.around(index + 1);
            int end = index + 1;
            while (end < reading.length()
                    && end - index < LONGEST_TAG
                    && reading.at(end) != '>'
                    && reading.at(end) != Reading.LINE_END) {
                end++;
            }
            boolean tag = (next == '/' || Character.isLetter(next)) && isAscii(reading, index, end);
            if (tag && end < reading.length() && reading.at(end) == '>') {
                reading.hide(index, end + 1);
            }
        }
    }

    private static boolean isNoise(Reading reading, List<Range> lines, int index) {
        String text = reading.plain(lines.get(index));
        String read = Reading.of(text).toString();
        if (OPENINGS.at(read, 0) != null
                || PAGE_NUMBER.matcher(reading.text(lines.get(index))).matches()) {
            return true;
        }
        boolean operator = read.startsWith("主办单位：") || read.startsWith("承办单位：") || read.startsWith("主办：");
        return operator && (read.contains("维护") || read.contains("承办"))
                || operator && nearFooter(reading, lines, index)
                || FOOTER_WORDS.stream().anyMatch(read::contains) && read.length() < 80;
    }

    private static boolean nearFooter(Reading reading, List<Range> lines, int index) {
        int to = Math.min(lines.size(), index + FOOTER_REACH + 1);
        for (Range line : lines.subList(Math.max(0, index - FOOTER_REACH), to)) {
            String text = line.length() > LONGEST_LINE ? "" : reading.text(line);
            if (FOOTER_WORDS.stream().anyMatch(text::contains)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(Reading reading, int start, int end) {
        for (int index = start; index < end; index++) {
            if (reading.at(index) > 127) {
                return false;
            }
        }
        return true;
    }

    /** A line of a list, with a dash or a dot and a blank before its words. */
    private static boolean isBullet(Reading reading, Range line) {
        return line.length() > 2
                && "-•·●▪+".indexOf(reading.at(line.start())) >= 0
                && reading.at(line.start() + 1) == Reading.BLANK;
    }

    /** A line that is a link in Markdown, perhaps with a number before it. */
    private static boolean isLink(Reading reading, Range line) {
        int from = line.start();
        while (from < line.end() && (Reading.isDigit(reading.at(from)) || " -.、".indexOf(reading.at(from)) >= 0)) {
            from++;
        }
        if (from >= line.end() || reading.at(from) != '〔' || reading.at(line.end() - 1) != '）') {
            return false;
        }
        return reading.text(line).contains("〕（");
    }
}
