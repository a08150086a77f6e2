package org.duban.report;

import java.util.List;
import org.duban.base.WorkingCalendar;
import org.duban.task.DutyReports;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催报: urges departments whose reports are late. Called by the process each day, without a caller. */
@Service
@Transactional
public class LateReports {

    private static final int AT_ONCE = 500;

    private final ReportRepository reports;
    private final DutyReports duties;
    private final WorkingCalendar calendar;

    LateReports(ReportRepository reports, DutyReports duties, WorkingCalendar calendar) {
        this.reports = reports;
        this.duties = duties;
        this.calendar = calendar;
    }

    /** Urges once per report and due day. */
    public void urgeAsSystem() {
        List<ProgressReport> late;
        do {
            late = reports.lateWithoutUrge(calendar.today(), AT_ONCE);
            late.forEach(
                    report -> duties.urgeAsSystem(report.dutyId(), report.id().value(), report.dueOn()));
        } while (late.size() == AT_ONCE);
    }
}
