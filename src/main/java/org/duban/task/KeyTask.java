package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.directive.DirectiveId;
import org.duban.directive.DivisionRowId;

/**
 * One launched row, or a part that a department split off its duty on another key task (子任务).
 *
 * @param rowId {@code null} for a sub-task
 * @param parentId the key task that was split; {@code null} for what comes from a row
 * @param originalDueOn the due date at launch; never overwritten
 * @param dueOn the last day in time
 * @param outcome {@code null} until closed, and where it was withdrawn
 * @param percent mean of the accepted percentages of the duties that report, 0 to 100; no outcome changes it
 * @param lightReading the rule that gave the light, with its inputs
 * @param escalationLevel 0 to 4
 * @param closedAt when the supervisor verified the completion or withdrew the key task; {@code null} while it is open
 * @param suspendedAt since when it stands still; {@code null} while it runs
 * @param suspendedDays days for which it stood still before
 */
public record KeyTask(
        KeyTaskId id,
        DirectiveId directiveId,
        DivisionRowId rowId,
        KeyTaskId parentId,
        String no,
        String title,
        LocalDate originalDueOn,
        LocalDate dueOn,
        State state,
        Outcome outcome,
        int percent,
        LightReading lightReading,
        int escalationLevel,
        Instant launchedAt,
        Instant closedAt,
        Instant suspendedAt,
        int suspendedDays) {

    public enum State {
        /** 执行中. */
        RUNNING,
        /** 办结会签中. */
        COUNTERSIGNING,
        /** 办结待核. */
        COMPLETION_APPLIED,
        /** 现场核查中. */
        ON_SITE_CHECK,
        /** 已结. */
        CLOSED,
        /** 已撤销: ended without an outcome. */
        WITHDRAWN
    }

    KeyTask withLight(LightReading reading) {
        return new KeyTask(
                id,
                directiveId,
                rowId,
                parentId,
                no,
                title,
                originalDueOn,
                dueOn,
                state,
                outcome,
                percent,
                reading,
                escalationLevel,
                launchedAt,
                closedAt,
                suspendedAt,
                suspendedDays);
    }

    public boolean isSubTask() {
        return parentId != null;
    }

    public boolean open() {
        return state != State.CLOSED && state != State.WITHDRAWN;
    }

    /** Whether it is open, but stands still until a supervisor has it go on; its state is the one in which it stopped. */
    public boolean suspended() {
        return suspendedAt != null;
    }

    /**
     * Days past the due date, counted to {@code today} or, once closed, to the day of closing: 0 on the due date itself,
     * and closing does not take them back.
     *
     * @param closedOn the day of closing in the configured zone, or {@code null} while open
     */
    public static int daysLate(LocalDate dueOn, LocalDate closedOn, LocalDate today) {
        LocalDate reached = closedOn != null ? closedOn : today;
        return reached.isAfter(dueOn) ? (int) (reached.toEpochDay() - dueOn.toEpochDay()) : 0;
    }
}
