package org.duban.report;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.organisation.DepartmentId;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;

/**
 * 配合意见: what a cooperating department adds to the report of the lead.
 *
 * @param report for which it was asked
 * @param duty that of the cooperating department
 * @param departmentName its short name
 * @param body {@code null} before it is handed in
 * @param late whether it was handed in after its day
 * @param closedAt when nobody waited for it any more, or {@code null}
 */
public record Contribution(
        ContributionId id,
        ReportId report,
        KeyTaskId task,
        DutyId duty,
        DepartmentId department,
        String departmentName,
        State state,
        LocalDate dueOn,
        String body,
        String submittedBy,
        Instant submittedAt,
        boolean late,
        Instant closedAt) {

    /** Longest text, in characters. */
    public static final int LONGEST = 2000;

    /**
     * What is being written, exactly as typed.
     *
     * @param body empty where nothing was saved yet
     * @param savedAt {@code null} where nothing was saved yet
     * @param savedBy name of the person who saved last, or {@code null}
     * @param revision grows with each save; whoever saves says on which one their text is based
     */
    public record Draft(String body, Instant savedAt, String savedBy, int revision) {}

    public enum State {
        /** 待提供. */
        OPEN,
        /** 已提供. */
        SUBMITTED,
        /** 未等待: the report was handed in without it. */
        NOT_WAITED_FOR,
        /** 作废: the report or the duty is no more. */
        VOID
    }
}
