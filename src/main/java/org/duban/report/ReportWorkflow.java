package org.duban.report;

import java.util.List;
import org.duban.task.KeyTaskId;

/** What the process is told about reports; implemented by the engine's module. Joins the caller's transaction. */
public interface ReportWorkflow {

    /** Departments have reports to write: all that report when a period opens, one when it got the duty afterwards. */
    void opened(KeyTaskId task, List<ReportId> reports);

    void submitted(ReportId report);

    void accepted(ReportId report);

    void returned(ReportId report);

    /** The duty went elsewhere while its report was being written; nobody writes this report any more. */
    void voided(ReportId report);
}
