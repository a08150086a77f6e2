package org.duban.report;

import java.util.List;
import org.duban.base.WorkingCalendar;
import org.duban.task.DutyReports;
import org.duban.task.KeyTaskId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催报: urges departments whose reports are late. Called by the process each day, without a caller. */
@Service
@Transactional
public class LateReports {

    /** A late report that nobody was urged for, and its key task. */
    public record Late(ReportId id, KeyTaskId task) {}

    private final ReportRepository reports;
    private final DutyReports duties;
    private final WorkingCalendar calendar;

    LateReports(ReportRepository reports, DutyReports duties, WorkingCalendar calendar) {
        this.reports = reports;
        this.duties = duties;
        this.calendar = calendar;
    }

    /** The next ones in ascending order, behind {@code after}. */
    @Transactional(readOnly = true)
    public List<Late> lateAsSystem(ReportId after, int limit) {
        return reports.lateWithoutUrge(calendar.today(), after, limit);
    }

    /** Urges once per report and due day, unless it was handed in or got another day meanwhile. */
    public void urgeAsSystem(ReportId id) {
        ProgressReport found = reports.find(id).orElseThrow();
        duties.urgeAsSystem(found.dutyId(), id.value(), found.dueOn(), () -> stillLate(found));
    }

    private boolean stillLate(ProgressReport found) {
        return reports.find(found.id())
                .filter(now -> now.inHouse()
                        && now.dueOn().equals(found.dueOn())
                        && now.dueOn().isBefore(calendar.today()))
                .isPresent();
    }
}
