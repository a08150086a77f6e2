package org.duban.startup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Target;
import org.duban.report.ReportContent;
import org.springframework.stereotype.Component;

/** Writes the reports of the demo: each about its own key task, a little further than the one before. */
@Component
class DemoWriter {

    private static final int PROBLEMS_PERCENT = 25;
    private static final int STALLED_PERCENT = 12;
    private static final int FARTHEST_STRAGGLER = 92;

    /** A report that comes late still tells of its own period. */
    private static final int DAYS_TOLD_AFTER_DUE = 10;

    private final DemoTexts texts;
    private final WorkingCalendar calendar;

    DemoWriter(DemoTexts texts, WorkingCalendar calendar) {
        this.texts = texts;
        this.calendar = calendar;
    }

    ReportContent report(DemoLedger.Item item, List<Target> targets, LocalDate endsOn) {
        int percent = percent(item, endsOn);
        String body = texts.done(item.title(), percent, chance("done", item))
                + texts.phrase("measure", chance("measure", item))
                + texts.phrase("next", chance("next", item));
        return new ReportContent(
                percent,
                body,
                chance("problems", item) % 100 < PROBLEMS_PERCENT
                        ? texts.phrase("problems", chance("problem", item))
                        : null,
                actuals(targets, percent));
    }

    /** The same again, with what was found wanting. */
    ReportContent amended(DemoLedger.Item item, List<Target> targets, LocalDate endsOn) {
        ReportContent report = report(item, targets, endsOn);
        return new ReportContent(
                report.percent(),
                texts.ofReturn("amended", returned(item)) + report.body(),
                report.problems(),
                report.actuals());
    }

    String wanting(DemoLedger.Item item) {
        return texts.ofReturn("wanting", returned(item));
    }

    byte[] evidence(DemoLedger.Item item, ReportContent report) {
        return texts.name("evidence", item.departmentName(), item.title(), report.body(), report.percent())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Follows the time that has passed, faster or slower by department, and never goes back. */
    private int percent(DemoLedger.Item item, LocalDate endsOn) {
        LocalDate told = item.dueOn().plusDays(DAYS_TOLD_AFTER_DUE);
        LocalDate today = calendar.today();
        LocalDate asOf = told.isBefore(today) ? told : today;
        long length =
                Math.max(1, item.taskDueOn().toEpochDay() - item.launchedOn().toEpochDay());
        long elapsed = asOf.toEpochDay() - item.launchedOn().toEpochDay();
        boolean straggling = item.taskDueOn().isBefore(endsOn);
        int pace =
                (straggling ? 50 : item.directive().startsWith("liao") ? 90 : 105) + Fate.of(30, "pace", item.name());
        int farthest = straggling ? FARTHEST_STRAGGLER : 100;
        if (item.percent() > 0 && chance("stalled", item) % 100 < STALLED_PERCENT) {
            return item.percent();
        }
        int least = Math.min(item.percent() + 1 + chance("step", item) % 4, 100);
        return Math.max(least, (int) Math.clamp(elapsed * pace / length, 3, farthest));
    }

    /** Figures grow with the work; rates start near their goal, and limits from above are left out. */
    private static Map<Long, BigDecimal> actuals(List<Target> targets, int percent) {
        Map<Long, BigDecimal> actuals = new HashMap<>();
        for (Target target : targets) {
            if (target.amount() != null
                    && target.comparator() != Target.Comparator.AT_MOST
                    && target.comparator() != Target.Comparator.LESS_THAN) {
                double reached = "%".equals(target.unit()) ? 0.6 + 0.004 * percent : 0.01 * percent;
                boolean whole = target.amount().stripTrailingZeros().scale() <= 0
                        && target.amount().intValue() >= 20;
                actuals.put(
                        target.id(),
                        target.amount()
                                .multiply(BigDecimal.valueOf(reached))
                                .setScale(whole ? 0 : 1, RoundingMode.DOWN));
            }
        }
        return actuals;
    }

    private static int returned(DemoLedger.Item item) {
        return Fate.of(1000, "return", item.name());
    }

    /** Another one for each report. */
    private static int chance(String what, DemoLedger.Item item) {
        return Fate.of(1000, what, item.name(), item.dueOn().getMonthValue());
    }
}
