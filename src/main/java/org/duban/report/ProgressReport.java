package org.duban.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.duban.organisation.DepartmentId;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;

/**
 * One department's report on one duty for one period.
 *
 * @param departmentName its short name
 * @param originalDueOn the first due day it had: that of the period, or later where it was opened late; {@code dueOn} is
 *     later after a return
 * @param draft what is being written; shown to the department alone
 * @param firstSubmittedAt {@code null} before the first hand-in
 * @param closedAt when it was accepted, missed or became void, or {@code null}
 * @param finalReport 总结报告: begun by the department to tell of periods that it missed
 * @param heldBack what the head of the department said who sent it back last; {@code null} where none did, and for others
 */
public record ProgressReport(
        ReportId id,
        ReportingPeriod period,
        DutyId dutyId,
        KeyTaskId taskId,
        DepartmentId departmentId,
        String departmentName,
        State state,
        LocalDate originalDueOn,
        LocalDate dueOn,
        Draft draft,
        Instant firstSubmittedAt,
        Instant closedAt,
        int timesReturned,
        boolean finalReport,
        HeldBack heldBack) {

    public enum State {
        /** 待报. */
        OPEN,
        /** 待审签: before the head of the department. */
        WITH_HEAD,
        /** 待审. */
        SUBMITTED,
        /** 已退回. */
        RETURNED,
        /** 审核通过. */
        ACCEPTED,
        /** 缺报: not handed in until its period was closed. */
        MISSED,
        /** 作废: the key task was closed, or the duty changed, before it was accepted. */
        VOID
    }

    /**
     * What is being written, exactly as typed.
     *
     * @param percent {@code null} while empty
     * @param actuals by target
     * @param savedAt {@code null} where nothing was saved yet
     * @param savedBy name of the person who saved last, or {@code null}
     * @param revision grows with each save; whoever saves says on which one their text is based
     */
    public record Draft(
            Integer percent,
            String body,
            String problems,
            Map<Long, BigDecimal> actuals,
            Instant savedAt,
            String savedBy,
            int revision) {}

    /** What the head of the department said of it. */
    public record HeldBack(String reason, String by, Instant at) {}

    /** Whether its department is to write. */
    public boolean writable() {
        return state == State.OPEN || state == State.RETURNED;
    }

    /** Whether the department still has it, at whatever desk. */
    boolean inHouse() {
        return writable() || state == State.WITH_HEAD;
    }

    /** Of what was missed until the end of its own period, however long the other one was. */
    boolean couldTellOf(ProgressReport missed) {
        return !missed.period.to().isAfter(period.to());
    }

    /** What it was before it went to the head, and is again after the head sent it back. */
    State beforeHead() {
        return firstSubmittedAt == null ? State.OPEN : State.RETURNED;
    }

    ProgressReport withDraftActuals(Map<Long, BigDecimal> actuals) {
        return with(
                new Draft(
                        draft.percent,
                        draft.body,
                        draft.problems,
                        Map.copyOf(actuals),
                        draft.savedAt,
                        draft.savedBy,
                        draft.revision),
                heldBack);
    }

    /** As other departments and supervisors see it. */
    ProgressReport withoutDraft() {
        return with(new Draft(null, null, null, Map.of(), null, null, 0), null);
    }

    private ProgressReport with(Draft other, HeldBack words) {
        return new ProgressReport(
                id,
                period,
                dutyId,
                taskId,
                departmentId,
                departmentName,
                state,
                originalDueOn,
                dueOn,
                other,
                firstSubmittedAt,
                closedAt,
                timesReturned,
                finalReport,
                words);
    }
}
