package org.duban.report;

import java.util.List;
import org.duban.base.Ids;
import org.duban.base.WorkingCalendar;
import org.duban.task.DutyReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催报: urges departments whose reports are late. Called by the process each day, without a caller. */
@Service
@Transactional
public class LateReports {

    private static final Logger LOG = LoggerFactory.getLogger(LateReports.class);

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
            late.forEach(this::urge);
        } while (late.size() == AT_ONCE);
    }

    private void urge(ProgressReport late) {
        try {
            duties.urgeAsSystem(late.dutyId(), late.id().value(), late.dueOn(), () -> stillLate(late));
        } catch (RuntimeException failed) {
            LOG.error(
                    "Report {} on key task {} stops the urging for late ones",
                    Ids.format(late.id().value()),
                    Ids.format(late.taskId().value()),
                    failed);
            throw failed;
        }
    }

    /** It may have been handed in, or got another day, since it was found. */
    private boolean stillLate(ProgressReport found) {
        return reports.find(found.id())
                .filter(now -> now.writable() && now.dueOn().equals(found.dueOn()))
                .isPresent();
    }
}
