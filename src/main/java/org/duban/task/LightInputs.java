package org.duban.task;

import java.time.LocalDate;
import java.util.Map;
import org.duban.base.WorkingCalendar;

/**
 * What a light is read from.
 *
 * @param daysToDue negative once overdue
 * @param escalationLevel 0 to 4
 * @param missedReports periods for which a report is missing
 * @param elapsedPercent share of the time between launch and due date that has passed, 0 to 100
 * @param percent the percentage reported, 0 to 100
 * @param subTask the worst light among the open sub-tasks
 */
public record LightInputs(
        State state,
        int daysToDue,
        int escalationLevel,
        int missedReports,
        Verdict verdict,
        int elapsedPercent,
        int percent,
        SubTaskLight subTask) {

    /** How the work stands, apart from how far it has got. */
    public enum State {
        /** No department has signed. */
        NOT_STARTED,
        RUNNING,
        SUSPENDED,
        WITHDRAWN,
        CLOSED_IN_TIME,
        CLOSED_LATE;

        /**
         * Of the key task, whoever took the time: it was over by its due day or it was not. What the departments answer for
         * is the day of their application, by which the score goes ({@link Deed#completed}).
         *
         * @param closedOn the day of closing, or {@code null}
         */
        static State of(LocalDate dueOn, LocalDate closedOn, boolean started, boolean suspended) {
            if (closedOn != null) {
                return closedOn.isAfter(dueOn) ? CLOSED_LATE : CLOSED_IN_TIME;
            }
            if (suspended) {
                return SUSPENDED;
            }
            return started ? RUNNING : NOT_STARTED;
        }
    }

    static LightInputs at(
            LocalDate today,
            LocalDate launchedOn,
            LocalDate dueOn,
            State state,
            int escalationLevel,
            int missedReports,
            Verdict verdict,
            int percent,
            SubTaskLight subTask) {
        long length = Math.max(1, dueOn.toEpochDay() - launchedOn.toEpochDay());
        long elapsed = Math.clamp(100 * (today.toEpochDay() - launchedOn.toEpochDay()) / length, 0, 100);
        int daysToDue = (int) (dueOn.toEpochDay() - today.toEpochDay());
        return new LightInputs(
                state, daysToDue, escalationLevel, missedReports, verdict, (int) elapsed, percent, subTask);
    }

    /** Days for which it stood still are no part of its time: it is read as if it had been launched later by as many. */
    static LocalDate runsSince(KeyTask task, WorkingCalendar calendar) {
        return calendar.dayOf(task.launchedAt()).plusDays(task.suspendedDays());
    }

    /** The same on another day, on which nothing but the time has gone on. */
    LightInputs on(LocalDate day, LocalDate launchedOn, LocalDate dueOn) {
        return at(day, launchedOn, dueOn, state, escalationLevel, missedReports, verdict, percent, subTask);
    }

    static LightInputs atLaunch(LocalDate today, LocalDate dueOn) {
        return at(today, today, dueOn, State.NOT_STARTED, 0, 0, Verdict.NONE, 0, SubTaskLight.NONE);
    }

    /** How far the time has run ahead of the work, in points; negative where the work is ahead. */
    public int pointsBehind() {
        return elapsedPercent - percent;
    }

    /** By the names of {@code light.dmn}. */
    Map<String, Object> byName() {
        return Map.of(
                "state", state.name(),
                "daysToDue", daysToDue,
                "escalationLevel", escalationLevel,
                "missedReports", missedReports,
                "verdict", verdict.name(),
                "pointsBehind", pointsBehind(),
                "elapsedShare", elapsedPercent,
                "reportedPercent", percent,
                "worstSubTask", subTask.worst());
    }
}
