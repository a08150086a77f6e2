package org.duban.report;

import java.util.List;
import org.duban.task.KeyTaskId;

/** What the process is told about reports; implemented by the engine's module. Joins the caller's transaction. */
public interface ReportWorkflow {

    /**
     * Departments have reports to write: all that report when a period opens, one when it got the duty afterwards or begins
     * a final report, and those that were accepted and are sent back.
     */
    void opened(KeyTaskId task, List<ReportId> reports);

    /** The writer is done. @param approvalNeeded whether the head of the department comes next, or the supervisors do */
    void submitted(ReportId report, boolean approvalNeeded);

    /** The head of the department approved it. */
    void approved(ReportId report);

    /** The head of the department wants it written again, or it went to another department. */
    void heldBack(ReportId report);

    /** The cooperating department is done with it, or need not do it any more. */
    void contributed(ContributionId contribution);

    /** Nobody waits for contributions that are missing still. */
    void contributionsEnded(ReportId report);

    void accepted(ReportId report);

    void returned(ReportId report);

    /** Its period was closed before it was handed in. */
    void missed(ReportId report);

    /** The duty went elsewhere while its report was being written; nobody writes this report any more. */
    void voided(ReportId report);
}
