package org.duban.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.duban.base.Ids;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.task.DutyReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens reporting periods, one after the other. Called by the process, without a caller. */
@Service
@Transactional
public class ReportingPeriods {

    private static final Logger LOG = LoggerFactory.getLogger(ReportingPeriods.class);

    private final DutyReports duties;
    private final PeriodRepository periods;
    private final ReportOpening opening;
    private final WorkingCalendar calendar;

    ReportingPeriods(DutyReports duties, PeriodRepository periods, ReportOpening opening, WorkingCalendar calendar) {
        this.duties = duties;
        this.periods = periods;
        this.opening = opening;
        this.calendar = calendar;
    }

    /**
     * When the directive's next period opens (start of a day, configured zone): of each length that is reported in, the
     * first one after the last that was opened or missed, and after the launch of what is open. Empty where nothing is
     * reported, or nothing is left to report on.
     */
    public Optional<Instant> nextOpeningAsSystem(DirectiveId id) {
        return next(id).map(next -> calendar.startOf(next.period().opensOn()));
    }

    /**
     * Opens the period whose opening has come: one report for each duty that reports so often; of several the first,
     * since the others are next. A system that stood asks for the newest of the periods that came meanwhile alone: the
     * older ones are recorded as missed by the system and nobody owes a report on them, since a report says where the
     * work stands now.
     */
    public void openAsSystem(DirectiveId id) {
        // the key tasks that the timer was set for may all be closed by now: others may report later, or none
        next(id).filter(next -> !next.period().opensOn().isAfter(calendar.today()))
                .ifPresent(next -> open(id, next.frequency(), next.period()));
    }

    private void open(DirectiveId id, ReportingFrequency frequency, ReportingSchedule.Planned period) {
        if (overtaken(period, frequency)) {
            periods.insert(id, frequency, period, PeriodRepository.Missed.SYSTEM_STOOD, calendar.now());
            LOG.warn(
                    "Nobody is asked for reports on {} to {} of directive {}: the system did not run when the period"
                            + " opened, and the next one has come",
                    period.from(),
                    period.to(),
                    Ids.format(id.value()));
            return;
        }
        ReportingPeriod opened = periods.insert(id, frequency, period, null, calendar.now());
        opening.open(id, opened, duties.lockReportingAsSystem(id, frequency));
    }

    private boolean overtaken(ReportingSchedule.Planned period, ReportingFrequency frequency) {
        LocalDate nextOpening = ReportingSchedule.firstOpeningFrom(period.to().plusDays(1), frequency)
                .opensOn();
        return !nextOpening.isAfter(calendar.today());
    }

    private record Next(ReportingFrequency frequency, ReportingSchedule.Planned period) {}

    private Optional<Next> next(DirectiveId id) {
        return duties.openSinceAsSystem(id).entrySet().stream()
                .filter(kind -> kind.getKey() != ReportingFrequency.NONE)
                .map(kind -> new Next(kind.getKey(), next(id, kind.getKey(), kind.getValue())))
                .min(Comparator.comparing((Next next) -> next.period().opensOn())
                        .thenComparing(Next::frequency));
    }

    private ReportingSchedule.Planned next(DirectiveId id, ReportingFrequency frequency, Instant openSince) {
        LocalDate launched = calendar.dayOf(openSince);
        LocalDate last = periods.newest(id, frequency)
                .map(newest -> newest.period().to())
                .filter(launched::isBefore)
                .orElse(launched);
        return ReportingSchedule.firstOpeningFrom(last.plusDays(1), frequency);
    }
}
