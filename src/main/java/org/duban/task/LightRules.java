package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;

/** The rule set of the lights. A key task is behind when the time has run further than the work. */
final class LightRules {

    private LightRules() {}

    /**
     * @param started whether a department has signed
     * @param closedOn the day of closing, or {@code null}
     */
    static LightReading read(
            LocalDate launchedOn,
            LocalDate dueOn,
            LocalDate closedOn,
            boolean started,
            int percent,
            LocalDate today,
            Instant now) {
        long length = Math.max(1, dueOn.toEpochDay() - launchedOn.toEpochDay());
        long elapsed = Math.clamp(100 * (today.toEpochDay() - launchedOn.toEpochDay()) / length, 0, 100);
        int daysToDue = (int) (dueOn.toEpochDay() - today.toEpochDay());
        LightReading.Rule rule = rule(dueOn, closedOn, started, (int) elapsed - percent, daysToDue, percent);
        return new LightReading(rule.light(), rule, daysToDue, (int) elapsed, percent, now);
    }

    private static LightReading.Rule rule(
            LocalDate dueOn, LocalDate closedOn, boolean started, int pointsBehind, int daysToDue, int percent) {
        if (closedOn != null) {
            return closedOn.isAfter(dueOn) ? LightReading.Rule.CLOSED_LATE : LightReading.Rule.CLOSED_IN_TIME;
        }
        if (daysToDue < 0) {
            return LightReading.Rule.OVERDUE;
        }
        if (!started) {
            return LightReading.Rule.NOT_STARTED;
        }
        if (pointsBehind >= LightReading.Rule.FAR_BEHIND.threshold()) {
            return LightReading.Rule.FAR_BEHIND;
        }
        if (pointsBehind >= LightReading.Rule.BEHIND.threshold()) {
            return LightReading.Rule.BEHIND;
        }
        return daysToDue <= LightReading.Rule.DUE_SOON.threshold() && percent < 100
                ? LightReading.Rule.DUE_SOON
                : LightReading.Rule.ON_COURSE;
    }
}
