package org.duban.report;

import org.springframework.stereotype.Component;

/**
 * What a department wrote and did not hand in is its own (DESIGN, invariant 5): where another one goes on with the report,
 * the draft is again what was handed in last, and evidence, and words of the head, that stayed in the house are gone.
 */
@Component
class UnsentWork {

    private final ReportRepository reports;
    private final SubmissionRepository submissions;
    private final AttachmentRepository attachments;
    private final AttachmentStore store;

    UnsentWork(
            ReportRepository reports,
            SubmissionRepository submissions,
            AttachmentRepository attachments,
            AttachmentStore store) {
        this.reports = reports;
        this.submissions = submissions;
        this.attachments = attachments;
        this.store = store;
    }

    /** Joins the transaction in which the report goes to the other department. */
    void clear(ProgressReport report) {
        reports.resetDraft(
                report.id(), submissions.of(report.id()).stream().findFirst().orElse(null));
        for (AttachmentRepository.Stored unsent : attachments.unsubmitted(report.id())) {
            attachments.delete(unsent.attachment().id());
            store.removeAfterCommit(unsent.storageName());
        }
    }
}
