package org.duban.extraction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the numbers that a text promises: a clause with an amount and a unit that says what is to be reached, built or
 * done. Years, terms, ordinals and amounts inside of descriptions are none.
 */
final class Targets {

    private static final String UNIT =
            "%|个百分点|亿元|万亿元|万元|万亿美元|亿美元|万美元|人次|万人次|人|名|家|个|项|件|件/年|种|座|条|所|处|次|户|辆|台|套|吨|公里|平方公里|平方米|亩|"
                    + "兆瓦|千瓦|千瓦时|亿千瓦时|亿安时|安时|标准煤|倍|部|场|批|支|股|间|张|门|对|例|艘|架|册|篇|株|头|只|期|位|类|本|点|节|级|公顷|立方米|元|TB|PB|EFLOPS|PFLOPS|GW|MW";
    private static final Pattern AMOUNT =
            Pattern.compile("(?<![\\d.第“])(\\d[\\d,]*(?:\\.\\d+)?) ?(余|多)?(万亿|千万|百万|十万|万|亿|千|百)?(余|多)?(?:(" + UNIT
                    + ")(以上|以下|以内|左右|之内|/年)?)");
    private static final Pattern YEAR = Pattern.compile("(?:到|至|在)? ?((?:19|20)\\d{2}) ?年");
    private static final Pattern DOUBLED = Pattern.compile("翻[一1]番|翻[两二2]番|翻番");

    private static final List<String> REACHING = List.of(
            "达到", "达", "超过", "超", "突破", "不低于", "不少于", "不高于", "不超过", "不多于", "提高到", "提高至", "提升到", "提升至", "增长到", "增至",
            "增加到", "增加至", "降至", "降到", "降低到", "下降到", "控制在", "保持在", "稳定在", "增长", "提高", "下降", "降低", "力争", "实现", "累计", "完成",
            "减少", "压减", "大于", "小于", "低于", "高于", "扩大到", "为", "约");
    private static final List<String> MAKING = List.of(
            "培育", "建设", "打造", "建成", "攻克", "研发", "引进", "选派", "培训", "组建", "遴选", "推广", "认定", "新增", "形成", "突破", "选育", "开展",
            "推进", "集聚", "制定", "发展", "引导", "储备", "新建", "改造", "创建", "支持", "组织", "实施", "争取", "培养", "建立", "举办", "出台", "吸引",
            "扶持", "聚集", "推动", "转化", "申请", "获得", "创办", "布局", "设立", "搭建", "开发", "遴选推广", "新认定", "每年", "力争", "着力", "累计",
            "全省", "全市", "全区", "再", "确保", "招引", "孵化", "扩建", "修建", "升级", "提升", "壮大", "评选", "命名", "入选");
    private static final List<String> NO_TARGET =
            List.of("周年", "最高不超过", "给予", "补贴", "处罚", "罚款", "截至目前", "目前", "已建成", "已有", "上述", "等部门", "部门《", "注册资本");

    /** What a number only counts: 14个重点行动. */
    private static final List<String> EXISTING = List.of("重点行动", "重点任务", "重点领域", "方面", "部门", "领域", "专项行动");

    private final Reading reading;
    private final int defaultYear;
    private final List<ExtractedTarget> targets = new ArrayList<>();
    private Integer year;

    private Targets(Reading reading, ExtractedDocument.Period period) {
        this.reading = reading;
        defaultYear = period == null ? 0 : period.to();
    }

    /** The targets in the range, in its order. */
    static List<ExtractedTarget> in(Reading reading, List<Range> pieces, ExtractedDocument.Period period) {
        Targets targets = new Targets(reading, period);
        for (Range piece : pieces) {
            targets.read(piece);
        }
        return targets.targets;
    }

    private void read(Range range) {
        int start = range.start();
        int depth = 0;
        for (int index = range.start(); index <= range.end(); index++) {
            char character = index == range.end() ? '。' : reading.at(index);
            if (Brackets.isOpener(character) || character == '《') {
                depth++;
            } else if (Brackets.isCloser(character) || character == '》') {
                depth = Math.max(0, depth - 1);
            }
            boolean ends = character == '。'
                    || character == '；'
                    || character == '：'
                    || character == '！'
                    || depth == 0 && (character == '，' || character == '、' && partsAmounts(index, range.end()));
            if (ends) {
                clause(reading.trim(start, index));
                start = index + 1;
                if (character == '。') {
                    depth = 0;
                }
            }
        }
    }

    /** Whether the list goes on with an amount of its own: …50家以上、充电桩21万个. */
    private boolean partsAmounts(int index, int end) {
        int before = reading.backOverBlanks(index, 0);
        boolean amountBefore = false;
        for (int at = Math.max(0, before - 10); at < before; at++) {
            amountBefore |= Reading.isDigit(reading.at(at));
        }
        return amountBefore && Reading.isDigit(reading.around(reading.skipBlanks(index + 1, end)))
                || amountBefore && "上下右内".indexOf(reading.around(before - 1)) >= 0;
    }

    private void clause(Range clause) {
        if (clause.length() < 4 || clause.length() > 160) {
            return;
        }
        String text = reading.text(clause);
        Matcher named = YEAR.matcher(text);
        if (named.find()) {
            year = Integer.valueOf(named.group(1));
        }
        if (NO_TARGET.stream().anyMatch(text::contains)) {
            return;
        }
        Matcher doubled = DOUBLED.matcher(text);
        if (doubled.find()) {
            BigDecimal factor = BigDecimal.valueOf(
                    doubled.group().contains("两")
                                    || doubled.group().contains("二")
                                    || doubled.group().contains("2")
                            ? 4
                            : 2);
            add(clause, text, text.substring(0, doubled.start()), ExtractedTarget.Comparator.EQUAL, factor, "倍");
            return;
        }
        Matcher best = null;
        Matcher amount = AMOUNT.matcher(text);
        int at = -1;
        while (amount.find()) {
            if (isPromise(text, amount)) {
                at = amount.start();
                best = amount;
                break;
            }
        }
        if (best == null) {
            return;
        }
        String before = text.substring(0, at);
        String behind = text.substring(best.end());
        add(clause, text, what(before, behind), comparator(before, best.group(6)), value(best), unit(best));
    }

    private boolean isPromise(String text, Matcher amount) {
        String before = text.substring(0, amount.start()).strip();
        String behind = text.substring(amount.end()).strip();
        boolean making = MAKING.stream().anyMatch(before::endsWith);
        if (behind.startsWith("的") && !making
                || EXISTING.stream().anyMatch(behind::startsWith)
                || behind.startsWith("级")
                || behind.startsWith("周年")) {
            return false;
        }
        if (REACHING.stream().anyMatch(before::endsWith)) {
            return true;
        }
        boolean made = making || MAKING.stream().anyMatch(before::startsWith) || afterYear(before);
        boolean ends = behind.isEmpty();
        return made && (ends || making) || ends && amount.group(6) != null && !before.isEmpty();
    }

    private static boolean afterYear(String before) {
        return before.endsWith("年");
    }

    private static String what(String before, String behind) {
        String subject = before.strip();
        subject = subject.replaceAll("^(?:到|至)? ?(?:19|20)\\d{2} ?年(?:底|末)?(?:前)?", "")
                .strip();
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (String word : REACHING) {
                if (subject.endsWith(word) && subject.length() > word.length()) {
                    subject = subject.substring(0, subject.length() - word.length())
                            .strip();
                    shorter = true;
                }
            }
        }
        if (subject.startsWith("力争") && subject.length() > 4) {
            subject = subject.substring(2);
        }
        String what = behind.strip().isEmpty() ? subject : subject + behind.strip();
        return what.isEmpty() ? before.strip() : what;
    }

    private static ExtractedTarget.Comparator comparator(String before, String after) {
        String text = before.strip();
        if (after != null) {
            switch (after) {
                case "以上" -> {
                    return ExtractedTarget.Comparator.AT_LEAST;
                }
                case "以下", "以内", "之内" -> {
                    return ExtractedTarget.Comparator.AT_MOST;
                }
                case "左右" -> {
                    return ExtractedTarget.Comparator.ABOUT;
                }
                default -> {}
            }
        }
        if (text.endsWith("不低于") || text.endsWith("不少于")) {
            return ExtractedTarget.Comparator.AT_LEAST;
        }
        if (text.endsWith("不超过") || text.endsWith("不高于") || text.endsWith("不多于") || text.endsWith("控制在")) {
            return ExtractedTarget.Comparator.AT_MOST;
        }
        if (text.endsWith("超过")
                || text.endsWith("突破")
                || text.endsWith("超")
                || text.endsWith("大于")
                || text.endsWith("高于")) {
            return ExtractedTarget.Comparator.MORE_THAN;
        }
        if (text.endsWith("低于") || text.endsWith("小于")) {
            return ExtractedTarget.Comparator.LESS_THAN;
        }
        return text.endsWith("约") ? ExtractedTarget.Comparator.ABOUT : ExtractedTarget.Comparator.EQUAL;
    }

    private static BigDecimal value(Matcher amount) {
        return new BigDecimal(amount.group(1).replace(",", ""));
    }

    private static String unit(Matcher amount) {
        String scale = amount.group(3) == null ? "" : amount.group(3);
        String per = "/年".equals(amount.group(6)) ? "/年" : "";
        return scale + amount.group(5) + per;
    }

    private static String plain(String text) {
        return Reading.of(text).plain(0, text.length());
    }

    private void add(
            Range clause,
            String text,
            String what,
            ExtractedTarget.Comparator comparator,
            BigDecimal amount,
            String unit) {
        Integer by = year != null ? year : defaultYear == 0 ? null : Integer.valueOf(defaultYear);
        String subject = what.isBlank() ? text : what;
        targets.add(new ExtractedTarget(reading.plain(clause), plain(subject), comparator, amount, unit, by, clause));
    }
}
