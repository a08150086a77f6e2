package org.duban.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds when a task is to be done: what a note or a column says counts more than what its text says, and a time by which
 * something is to be done (2020年底前) more than the year of a target (到2020年).
 */
final class Deadlines {

    private static final String YEAR = "(?:((?:19|20)\\d{2}) ?年|(今年|本年度?|当年|明年|次年))";
    private static final String PART = "上半年|下半年|第?[一二三四1-4]季度";
    private static final String LIMIT = "(?:底前|底以前|底之前|末前|底|末|内|以前|之前|前)";
    /** Year, month, day, each as far as it is named, with a word that makes them a limit. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?:" + YEAR + " ?)?(?:(?:(\\d{1,2}) ?月(?:份)?)(?: ?(\\d{1,2}) ?[日号])?|(" + PART + "))? ?" + LIMIT);

    private static final Pattern END_OF_YEAR = Pattern.compile("(?<!\\d)(年底|年内|年末|全年)前?");
    private static final Pattern AFTER_ISSUE = Pattern.compile(
            "(?:(?:自|从)?本[\\u4e00-\\u9fa5]{0,8}|(?:自|从)?(?:印发|发布|施行|实施|公布|出台))之日起 ?(\\d{1,3}) ?(个?工作日|日|天|个月|年)(?:以内|之内|内)");
    private static final Pattern TARGET_YEAR =
            Pattern.compile("(?:到|至|截至|截止) ?((?:19|20)\\d{2}) ?年(?: ?(\\d{1,2}) ?月)?(?:底|末)?");
    private static final Pattern SPAN = Pattern.compile("(?:19|20)\\d{2} ?年? ?[-—–－~～至] ?((?:19|20)\\d{2}) ?年");
    private static final Pattern BARE =
            Pattern.compile("((?:19|20)\\d{2})(?: ?[年./-] ?(?:(" + PART + ")|(\\d{1,2})(?: ?[月./-] ?(\\d{1,2}))?))?");

    /** What a note or a column says is kept as it is up to so many characters. */
    private static final int LONGEST_PHRASE = 24;

    private final LocalDate issuedOn;
    private final ExtractedDocument.Period period;
    private final Set<String> phrases = new LinkedHashSet<>();
    private LocalDate latest;
    private int lastYear;

    private Deadlines(DocumentFacts facts) {
        issuedOn = facts.issuedOn();
        period = facts.period();
        if (issuedOn != null) {
            lastYear = issuedOn.getYear();
        } else if (period != null) {
            lastYear = period.from();
        }
    }

    /**
     * The deadline that {@code said}, the words of a note or a column, names.
     *
     * @return {@code null} if it is blank
     */
    static Deadline said(String said, DocumentFacts facts) {
        if (said.isBlank()) {
            return null;
        }
        Deadlines deadlines = new Deadlines(facts);
        String read = Reading.of(said).toString();
        deadlines.collectLimits(read);
        if (deadlines.latest == null) {
            deadlines.collectBare(read);
        }
        if (deadlines.latest == null && read.startsWith("全年")) {
            deadlines.latest = deadlines.endOfYear();
        }
        boolean wordy = said.length() > LONGEST_PHRASE && !deadlines.phrases.isEmpty();
        return new Deadline(wordy ? String.join("；", deadlines.phrases) : said, deadlines.latest);
    }

    /** The deadline that a text names, or {@code null}; more than one phrase is several deadlines. */
    static Deadline inText(String text, DocumentFacts facts) {
        Deadlines deadlines = new Deadlines(facts);
        String read = Reading.of(text).toString();
        deadlines.collectLimits(read);
        if (deadlines.phrases.isEmpty()) {
            deadlines.collectTargetYears(read);
        }
        return deadlines.phrases.isEmpty() ? null : new Deadline(String.join("；", deadlines.phrases), deadlines.latest);
    }

    /** Whether the deadline joins several phrases. */
    static boolean isSeveral(Deadline deadline) {
        return deadline.phrase().indexOf('；') >= 0;
    }

    private void collectLimits(String text) {
        List<Found> found = new ArrayList<>();
        Matcher before = BEFORE.matcher(text);
        while (before.find()) {
            String phrase = before.group();
            boolean dated = before.group(1) != null
                    || before.group(2) != null
                    || before.group(3) != null
                    || before.group(5) != null;
            boolean yearOnly = before.group(3) == null && before.group(5) == null;
            boolean weak = yearOnly && (phrase.endsWith("年前") || phrase.endsWith("以前") || phrase.endsWith("之前"));
            boolean ahead = before.group(1) != null && Integer.parseInt(before.group(1)) >= knownYear();
            if (dated && (!weak || ahead) && !isStart(text, before.start(), phrase)) {
                found.add(new Found(before.start(), phrase, limit(before)));
            }
        }
        Matcher end = END_OF_YEAR.matcher(text);
        while (end.find()) {
            boolean whole = end.group().equals("全年");
            boolean free = found.stream().noneMatch(each -> each.covers(end.start()));
            if (free && !whole && !followsYear(text, end.start())) {
                found.add(new Found(end.start(), end.group(), null));
            }
        }
        Matcher after = AFTER_ISSUE.matcher(text);
        while (after.find()) {
            found.add(new Found(after.start(), after.group(), afterIssue(after)));
        }
        found.sort((one, other) -> Integer.compare(one.at(), other.at()));
        for (Found each : found) {
            add(each.phrase(), each.dueOn() == null && each.phrase().startsWith("年") ? endOfYear() : each.dueOn());
        }
    }

    /** The year from which on a document speaks of the future; a late one where it is not known. */
    private int knownYear() {
        if (issuedOn != null) {
            return issuedOn.getYear();
        }
        return period == null ? Integer.MAX_VALUE : period.from();
    }

    /** Where a phrase stands, and its day. */
    private record Found(int at, String phrase, LocalDate dueOn) {

        boolean covers(int index) {
            return index >= at && index < at + phrase.length();
        }
    }

    private static boolean followsYear(String text, int index) {
        return index > 0 && "今明本当次去半全每历".indexOf(text.charAt(index - 1)) >= 0;
    }

    /** 2016年底 as a time in the past against which something is compared: 比2016年底增长. */
    private static boolean isStart(String text, int index, String phrase) {
        char before = index == 0 ? ' ' : text.charAt(index - 1);
        if ("比较自从于在到至".indexOf(before) >= 0 && !phrase.endsWith("前")) {
            return before == '比' || before == '较' || before == '自' || before == '从';
        }
        return false;
    }

    private LocalDate limit(Matcher found) {
        int year = year(found.group(1), found.group(2), found.group(3));
        if (year == 0) {
            return null;
        }
        try {
            if (found.group(3) != null) {
                int month = Integer.parseInt(found.group(3));
                return found.group(4) == null
                        ? YearMonth.of(year, month).atEndOfMonth()
                        : LocalDate.of(year, month, Integer.parseInt(found.group(4)));
            }
            if (found.group(5) != null) {
                return YearMonth.of(year, monthOf(found.group(5))).atEndOfMonth();
            }
        } catch (DateTimeException impossible) {
            return null;
        }
        return LocalDate.of(year, Month.DECEMBER, 31);
    }

    private static int monthOf(String part) {
        if (part.equals("上半年")) {
            return 6;
        }
        if (part.equals("下半年")) {
            return 12;
        }
        String quarter = part.replace("第", "").substring(0, 1);
        return 3 * Numerals.value(quarter);
    }

    private int year(String named, String relative, String month) {
        if (named != null) {
            lastYear = Integer.parseInt(named);
            return lastYear;
        }
        if (relative != null) {
            if (issuedOn == null) {
                return 0;
            }
            return issuedOn.getYear() + (relative.equals("明年") || relative.equals("次年") ? 1 : 0);
        }
        boolean past = month != null
                && issuedOn != null
                && lastYear == issuedOn.getYear()
                && Integer.parseInt(month) < issuedOn.getMonthValue();
        return lastYear == 0 ? 0 : past ? lastYear + 1 : lastYear;
    }

    private LocalDate endOfYear() {
        return lastYear == 0 ? null : LocalDate.of(lastYear, Month.DECEMBER, 31);
    }

    private LocalDate afterIssue(Matcher found) {
        if (issuedOn == null) {
            return null;
        }
        int count = Integer.parseInt(found.group(1));
        return switch (found.group(2)) {
            case "日", "天" -> issuedOn.plusDays(count);
            case "个月" -> issuedOn.plusMonths(count);
            case "年" -> issuedOn.plusYears(count);
            // Working days need a calendar, which this library has none of.
            default -> null;
        };
    }

    private void collectTargetYears(String text) {
        Matcher span = SPAN.matcher(text);
        while (span.find()) {
            add(span.group(), LocalDate.of(Integer.parseInt(span.group(1)), Month.DECEMBER, 31));
        }
        Matcher target = TARGET_YEAR.matcher(text);
        while (target.find()) {
            int year = Integer.parseInt(target.group(1));
            int month = target.group(2) == null ? 12 : Integer.parseInt(target.group(2));
            boolean valid = month >= 1 && month <= 12;
            add(target.group(), valid ? YearMonth.of(year, month).atEndOfMonth() : null);
        }
    }

    /** 2020, 2020年6月, 2020.6.30, 2020年三季度: in a column the limit needs no word. */
    private void collectBare(String text) {
        Matcher bare = BARE.matcher(text);
        while (bare.find()) {
            try {
                int year = Integer.parseInt(bare.group(1));
                int month = bareMonth(bare.group(2), bare.group(3));
                LocalDate end = YearMonth.of(year, month).atEndOfMonth();
                add(bare.group(), bare.group(4) == null ? end : end.withDayOfMonth(Integer.parseInt(bare.group(4))));
            } catch (DateTimeException impossible) {
                // No date after all.
            }
        }
    }

    private static int bareMonth(String part, String month) {
        if (part != null) {
            return monthOf(part);
        }
        return month == null ? 12 : Integer.parseInt(month);
    }

    private void add(String phrase, LocalDate dueOn) {
        phrases.add(phrase.replace(" ", ""));
        if (dueOn != null && (latest == null || dueOn.isAfter(latest))) {
            latest = dueOn;
        }
    }
}
