package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.organisation.DepartmentId;

/**
 * An application for completion (办结申请) and what became of it.
 *
 * @param dutyId whose department applied
 * @param departmentId the one that applied; its successor while it waits for a decision
 * @param dueOn the day until which it was in time, when it was applied for
 * @param outcome {@code null} unless it closed the key task
 * @param reason the words of whoever ended it, or {@code null}
 * @param decidedAt when it ended; {@code null} until then
 * @param targets what it says of each target, in the order of the document
 * @param countersignatures in the order of the departments
 * @param siteChecks oldest first
 */
public record Completion(
        long id,
        KeyTaskId taskId,
        DutyId dutyId,
        DepartmentId departmentId,
        String departmentName,
        String statement,
        String appliedBy,
        Instant appliedAt,
        LocalDate dueOn,
        State state,
        Outcome outcome,
        String reason,
        Instant decidedAt,
        List<CompletionTarget> targets,
        List<Countersignature> countersignatures,
        List<SiteCheck> siteChecks) {

    public enum State {
        /** 会签中. */
        COUNTERSIGNING,
        /** 待核验. */
        VERIFYING,
        /** 现场核查中. */
        ON_SITE_CHECK,
        /** 已办结. */
        CLOSED,
        /** 督查员退回. */
        SENT_BACK,
        /** 会签退回. */
        RETURNED,
        /** 申请部门撤回. */
        TAKEN_BACK,
        /** 作废: the key task was withdrawn. */
        VOID
    }

    /** Those that did not answer yet. */
    public List<Countersignature> awaited() {
        return countersignatures.stream()
                .filter(each -> each.state() == Countersignature.State.OPEN)
                .toList();
    }

    Completion with(
            List<CompletionTarget> targets, List<Countersignature> countersignatures, List<SiteCheck> siteChecks) {
        return new Completion(
                id,
                taskId,
                dutyId,
                departmentId,
                departmentName,
                statement,
                appliedBy,
                appliedAt,
                dueOn,
                state,
                outcome,
                reason,
                decidedAt,
                targets,
                countersignatures,
                siteChecks);
    }
}
