package org.duban.report;

import java.util.List;
import org.duban.base.CountedDays;
import org.duban.directive.Target;

/**
 * A report as its page shows it.
 *
 * @param report its draft is empty unless the caller's department writes it
 * @param submissions newest first
 * @param attachments those that the caller may open
 * @param contributions what cooperating departments add to the reports on the period
 * @param covers missed periods of which it tells, or will tell when it is handed in
 * @param counted how the day was counted by which it is to be written, or {@code null} where it was not counted
 * @param late whether any hand-in came late, or it is late now or was when it became void
 * @param writable whether the caller may write it now
 * @param approvable whether it waits for the caller, who heads the department
 * @param reviewable whether the caller may review it now
 * @param suspended whether the key task stands still, and nothing can be done about the report
 * @param signed whether the department has signed for the duty, without which nothing can be handed in
 * @param previousPercent the last accepted percentage of the duty, or {@code null}
 */
public record ReportDetails(
        ProgressReport report,
        String taskNo,
        String taskTitle,
        String directiveLabel,
        List<Target> targets,
        List<Submission> submissions,
        List<Attachment> attachments,
        List<Contribution> contributions,
        List<ReportingPeriod> covers,
        CountedDays counted,
        boolean late,
        boolean writable,
        boolean approvable,
        boolean reviewable,
        boolean suspended,
        boolean signed,
        Integer previousPercent) {}
