package org.duban.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.duban.task.DutyReports;
import org.duban.task.KeyTasks;
import org.duban.task.LockedDuty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Evidence for reports. Everything about a file is checked before anything of it is stored.
 *
 * <p>Row and file agree: the file is in its place before the row is committed and goes when that fails; on removal the
 * row goes first. What a crash in between can leave is a file without a row, which nobody can reach and which harms
 * nobody.
 */
@Service
public class Attachments {

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    private static final int MEGABYTE = 1 << 20;

    /** Largest file, in megabytes of 1 048 576 bytes. */
    public static final int LARGEST_MEGABYTES = 20;

    /** Largest file, in bytes. */
    public static final int LARGEST = LARGEST_MEGABYTES * MEGABYTE;

    /** So many files to a report. */
    public static final int MOST = 10;

    /** An attachment with its content, for somebody who may see it. */
    public record Readable(Attachment attachment, Resource content) {}

    private final AttachmentRepository attachments;
    private final AttachmentStore store;
    private final Reports reports;
    private final ReportRepository reportRows;
    private final DutyReports duties;
    private final KeyTasks tasks;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    Attachments(
            AttachmentRepository attachments,
            AttachmentStore store,
            Reports reports,
            ReportRepository reportRows,
            DutyReports duties,
            KeyTasks tasks,
            WorkingCalendar calendar,
            CurrentCaller caller,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.attachments = attachments;
        this.store = store;
        this.reports = reports;
        this.reportRows = reportRows;
        this.duties = duties;
        this.tasks = tasks;
        this.calendar = calendar;
        this.caller = caller;
        this.transactions = transactions;
        this.events = events;
    }

    /** Extensions of the files that are taken, each with its dot. */
    public static String[] extensions() {
        return FileType.allExtensions();
    }

    /**
     * Adds evidence to a report of the caller's department; it will go with the next hand-in.
     *
     * @param fileName as the user named it; only its extension matters, the rest is for showing
     * @param content is read once, to its end or a little past the largest size, outside of any transaction; not closed
     * @throws Refusal if the report is not the caller's or not to be written now, has as many files as it may, or the
     *     file is empty, too large, of a type that is not taken, or not what its extension says
     * @throws IOException if the content can't be read
     */
    public Attachment add(ReportId report, String fileName, InputStream content) throws IOException {
        String name = FileNames.forShowing(fileName);
        FileType type = FileType.byExtension(name)
                .orElseThrow(() -> new Refusal(
                        "refusal.attachment.type",
                        String.join(" ", FileType.allExtensions()).replace(".", "")));
        transactions.executeWithoutResult(reading -> requireRoom(report));
        AttachmentStore.Received received = store.receive(content, LARGEST);
        try {
            requireSound(received, type);
            return transactions.execute(writing -> keep(report, name, type, received));
        } finally {
            store.discard(received);
        }
    }

    private static void requireSound(AttachmentStore.Received received, FileType type) throws IOException {
        if (!received.complete()) {
            throw new Refusal("refusal.attachment.tooLarge", LARGEST_MEGABYTES);
        }
        if (received.size() == 0) {
            throw new Refusal("refusal.attachment.empty");
        }
        if (!type.matches(received.file())) {
            throw new Refusal("refusal.attachment.mismatch");
        }
    }

    private Attachment keep(ReportId report, String name, FileType type, AttachmentStore.Received received) {
        LockedDuty duty = lock(report);
        requireRoom(report);
        long id = attachments.insert(
                report,
                name,
                type.mediaType(),
                received.size(),
                received.sha256(),
                store.keep(received),
                caller.get().accountId(),
                calendar.now());
        tellChanged(duty);
        return attachments.find(id).orElseThrow().attachment();
    }

    private LockedDuty lock(ReportId report) {
        return duties.lockForDepartment(
                reportRows.find(report).orElseThrow(Refusal::notFound).dutyId());
    }

    /** A colleague may be writing the same report. */
    private void tellChanged(LockedDuty duty) {
        events.publishEvent(
                new WorkChanged(duty.directiveId().value(), duty.taskId().value()));
    }

    private void requireRoom(ReportId report) {
        reports.requireWritable(report);
        if (attachments.of(report).size() >= MOST) {
            throw new Refusal("refusal.attachment.tooMany", MOST);
        }
    }

    /** Removes what was not handed in yet. @throws Refusal if it is not the caller's, or was handed in */
    public void remove(long id) {
        transactions.executeWithoutResult(writing -> {
            ReportId report = find(id).attachment().reportId();
            LockedDuty duty = lock(report);
            reports.requireWritable(report);
            AttachmentRepository.Stored stored = find(id);
            if (stored.attachment().submitted()) {
                throw new Refusal("refusal.attachment.submitted");
            }
            attachments.delete(id);
            store.removeAfterCommit(stored.storageName());
            tellChanged(duty);
        });
    }

    /**
     * The content, for the department that added it and, once handed in, for whoever may see the key task.
     *
     * @throws Refusal {@code NOT_FOUND} for everybody else, and if there is none
     */
    public Readable open(long id) {
        return transactions.execute(reading -> {
            AttachmentRepository.Stored stored = find(id);
            ProgressReport report =
                    reportRows.find(stored.attachment().reportId()).orElseThrow();
            boolean own = caller.get().actsFor(report.departmentId());
            if (!tasks.visible(report.taskId()) || !(own || stored.attachment().submitted())) {
                throw Refusal.notFound();
            }
            Path file = store.find(stored.storageName()).orElseThrow(() -> {
                LOG.error("Attachment {} has lost its file {}", id, stored.storageName());
                return Refusal.notFound();
            });
            return new Readable(stored.attachment(), new FileSystemResource(file));
        });
    }

    private AttachmentRepository.Stored find(long id) {
        return attachments.find(id).orElseThrow(Refusal::notFound);
    }
}
