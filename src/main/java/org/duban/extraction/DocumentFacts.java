package org.duban.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document says of itself at its head and at its end.
 *
 * @param title without line breaks, or {@code null}
 */
record DocumentFacts(
        String title, String docNumber, String issuer, LocalDate issuedOn, ExtractedDocument.Period period) {

    /** Characters at the head of a document in which its facts stand. */
    private static final int HEAD = 3000;

    private static final Pattern NUMBER =
            Pattern.compile("([\\u4e00-\\u9fa5]{1,14})〔 ?((?:19|20)\\d{2}) ?〕 ?(?:第 ?)?(\\d{1,5}) ?号");
    private static final Pattern DATE = Pattern.compile("((?:19|20)\\d{2})[年/.-] ?(\\d{1,2})[月/.-] ?(\\d{1,2})日?");
    private static final Pattern WRITTEN_ON = Pattern.compile("(?:成文日期|印发日期)： ?([0-9年月日/.-]{8,11})");
    private static final Pattern YEARS = Pattern.compile("(20\\d{2}) ?年? ?[-—–－~～至到]{1,2} ?(20\\d{2}) ?年?");
    private static final Pattern ONE_YEAR = Pattern.compile("(20\\d{2}) ?年(?:度|重点|工作|任务|政府|全|行动|实施)");
    private static final List<String> FIVE_YEARS = List.of("十二五", "十三五", "十四五", "十五五", "十六五");
    private static final int FIRST_FIVE_YEARS = 2011;
    private static final List<String> ISSUER_ENDINGS = List.of(
            "国务院", "人民政府", "办公厅", "办公室", "委员会", "管委会", "领导小组", "委", "部", "局", "厅", "署", "院", "省委", "市委", "中央", "公司",
            "指挥部");

    /** The facts of the document in {@code range}; {@code before} is the document of which it may be an annex, or {@code null}. */
    static DocumentFacts read(Reading reading, Range range, Range titleLines, DocumentFacts before) {
        Range head = new Range(range.start(), Math.min(range.end(), range.start() + HEAD));
        List<Range> lines = Lines.in(reading, head);
        String title = title(reading, lines, titleLines);
        String number = docNumber(reading, lines, titleLines);
        String issuer = issuer(reading, lines, title, range);
        LocalDate date = date(reading, lines, head, range);
        if (before != null && number == null && titleLines != null) {
            number = before.docNumber();
            issuer = before.issuer();
            date = date == null ? before.issuedOn() : date;
        }
        return new DocumentFacts(title, number, issuer, date, period(title));
    }

    private static String title(Reading reading, List<Range> lines, Range titleLines) {
        String labelled = labelled(reading, lines, "标题");
        if (labelled != null && labelled.length() >= 6) {
            return labelled;
        }
        if (titleLines != null) {
            return TitleBlock.plain(reading, titleLines);
        }
        return null;
    }

    /** The value behind a label of the box above a published document, on its line or the next. */
    private static String labelled(Reading reading, List<Range> lines, String... labels) {
        for (int index = 0; index < lines.size(); index++) {
            String line = reading.plain(lines.get(index));
            String read = Reading.of(line).toString();
            for (String label : labels) {
                int at = read.indexOf(label + "：");
                if (at < 0 || at > 0 && Reading.isHan(read.charAt(at - 1)) || read.length() > 400) {
                    continue;
                }
                String value = cell(reading, lines.get(index), label);
                if (value.isEmpty() && index + 1 < lines.size()) {
                    value = reading.plain(lines.get(index + 1));
                }
                if (!value.isEmpty() && !value.equals("无") && value.indexOf('：') < 0 && value.indexOf(':') < 0) {
                    return value;
                }
            }
        }
        return null;
    }

    /** What follows upon the label up to a tab or several blanks. */
    private static String cell(Reading reading, Range line, String label) {
        int index = line.start();
        int matched = 0;
        while (index < line.end() && matched < label.length()) {
            if (reading.at(index) == label.charAt(matched)) {
                matched++;
            } else if (!Reading.isBlank(reading.at(index))) {
                matched = reading.at(index) == label.charAt(0) ? 1 : 0;
            }
            index++;
        }
        int start = reading.skipBlanksOnLine(reading.skipBlanksOnLine(index, line.end()) + 1, line.end());
        int end = start;
        while (end < line.end() && reading.at(end) != Reading.TAB) {
            end++;
        }
        return start >= end ? "" : reading.plain(start, end);
    }

    private static String docNumber(Reading reading, List<Range> lines, Range titleLines) {
        String labelled = labelled(reading, lines, "发文字号", "文号", "文件编号", "文件字号");
        if (labelled != null) {
            Matcher matcher = NUMBER.matcher(Reading.of(labelled).toString());
            if (matcher.find()) {
                return number(matcher);
            }
        }
        for (Range line : lines) {
            String text = line.length() > 400 ? reading.text(line.start(), line.start() + 400) : reading.text(line);
            Matcher matcher = NUMBER.matcher(text);
            if (!matcher.find()) {
                continue;
            }
            String around = text.replaceAll("[（）\\s]", "");
            boolean alone = around.length() <= matcher.group().length() + 2;
            if (alone || TitleBlock.endsLikeTitle(withoutNumber(matcher, text))) {
                return number(matcher);
            }
        }
        return null;
    }

    /** The text before a number that follows directly upon a title. */
    private static String withoutNumber(Matcher matcher, String text) {
        return text.substring(0, matcher.start(1) + titleTail(matcher.group(1)));
    }

    private static String number(Matcher matcher) {
        String prefix = matcher.group(1).substring(titleTail(matcher.group(1)));
        return prefix + "〔" + matcher.group(2) + "〕" + matcher.group(3) + "号";
    }

    /** Length of the end of a title that stands before the characters of a number, as in 实施意见渝府办发. */
    private static int titleTail(String text) {
        for (int length = text.length() - 1; length > 0; length--) {
            if (TitleBlock.endsLikeTitle("关于" + text.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    private static String issuer(Reading reading, List<Range> lines, String title, Range range) {
        String labelled = labelled(reading, lines, "发文机关", "发布机构", "发文单位", "制定机关");
        if (title != null) {
            int about = title.indexOf("关于");
            int issue = title.indexOf("印发");
            int end = about >= 0 ? about : issue;
            if (end > 2) {
                String prefix = title.substring(0, end);
                if (ISSUER_ENDINGS.stream().anyMatch(prefix::endsWith)) {
                    return separated(prefix);
                }
            }
        }
        String signed = Signature.issuers(reading, range);
        if (signed != null) {
            return signed;
        }
        return labelled == null || Names.endsLikeBody(labelled) || labelled.endsWith("国务院") ? labelled : null;
    }

    /** 中共辽宁省委辽宁省人民政府 are two. */
    private static String separated(String issuers) {
        for (String end : List.of("委办公厅", "委办公室", "委", "中央办公厅", "中央")) {
            int at = issuers.indexOf(end);
            int behind = at + end.length();
            if (issuers.startsWith("中共")
                    && at > 0
                    && behind < issuers.length()
                    && issuers.charAt(behind) != '、'
                    && issuers.charAt(behind) != '员') {
                return issuers.substring(0, behind) + "、" + issuers.substring(behind);
            }
        }
        return issuers;
    }

    private static LocalDate date(Reading reading, List<Range> lines, Range head, Range range) {
        String labelled = labelled(reading, lines, "成文日期", "印发日期", "发文日期");
        LocalDate date = labelled == null ? null : parse(labelled);
        if (date == null) {
            Matcher written = WRITTEN_ON.matcher(reading.text(head));
            date = written.find() ? parse(written.group(1)) : Signature.date(reading, range);
        }
        if (date == null) {
            labelled = labelled(reading, lines, "发布日期", "发布时间");
            date = labelled == null ? null : parse(labelled);
        }
        return date;
    }

    /** The first date in the text, or {@code null}. */
    static LocalDate parse(String text) {
        Matcher matcher = DATE.matcher(Reading.of(text).toString());
        if (!matcher.find()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static ExtractedDocument.Period period(String title) {
        if (title == null) {
            return null;
        }
        String read = Reading.of(title).toString();
        Matcher years = YEARS.matcher(read);
        if (years.find()) {
            int from = Integer.parseInt(years.group(1));
            int to = Integer.parseInt(years.group(2));
            return to >= from && to - from <= 50 ? new ExtractedDocument.Period(from, to) : null;
        }
        for (int index = 0; index < FIVE_YEARS.size(); index++) {
            if (read.contains(FIVE_YEARS.get(index))) {
                int from = FIRST_FIVE_YEARS + 5 * index;
                return new ExtractedDocument.Period(from, from + 4);
            }
        }
        Matcher year = ONE_YEAR.matcher(read);
        if (year.find()) {
            int only = Integer.parseInt(year.group(1));
            return new ExtractedDocument.Period(only, only);
        }
        return null;
    }

    /** Whether a line is nothing but a document number. */
    static boolean isDocNumber(String line) {
        if (line.length() > 60 || line.indexOf('号') < 0) {
            return false;
        }
        String bare = line.replaceAll("[（）\\s]", "");
        Matcher matcher = NUMBER.matcher(bare);
        return bare.length() < 40 && matcher.matches();
    }
}
