package org.duban.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.duban.base.Ids;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
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

    private final Directives directives;
    private final DutyReports duties;
    private final PeriodRepository periods;
    private final ReportOpening opening;
    private final WorkingCalendar calendar;

    ReportingPeriods(
            Directives directives,
            DutyReports duties,
            PeriodRepository periods,
            ReportOpening opening,
            WorkingCalendar calendar) {
        this.directives = directives;
        this.duties = duties;
        this.periods = periods;
        this.opening = opening;
        this.calendar = calendar;
    }

    /**
     * When the directive's next period opens (start of a day, configured zone): the first one after the last that was
     * opened or missed, and after the launch of what is open. Empty where nothing is reported, or nothing is left to
     * report on.
     */
    public Optional<Instant> nextOpeningAsSystem(DirectiveId id) {
        Directive directive = directives.getAsSystem(id);
        if (directive.reporting() == ReportingFrequency.NONE
                || duties.openSinceAsSystem(id).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(calendar.startOf(next(directive).opensOn()));
    }

    /**
     * Opens the period whose opening has come: one report for each duty that reports. A system that stood asks for the
     * newest of the periods that came meanwhile alone: the older ones are recorded as missed by the system and nobody
     * owes a report on them, since a report says where the work stands now.
     */
    public void openAsSystem(DirectiveId id) {
        Directive directive = directives.getAsSystem(id);
        ReportingSchedule.Planned period = next(directive);
        if (overtaken(period, directive.reporting())) {
            periods.insert(id, period, PeriodRepository.Missed.SYSTEM_STOOD, calendar.now());
            LOG.warn(
                    "Nobody is asked for reports on {} to {} of directive {}: the system did not run when the period"
                            + " opened, and the next one has come",
                    period.from(),
                    period.to(),
                    Ids.format(id.value()));
            return;
        }
        ReportingPeriod opened = periods.insert(id, period, null, calendar.now());
        opening.open(id, opened, duties.lockReportingAsSystem(id));
    }

    private boolean overtaken(ReportingSchedule.Planned period, ReportingFrequency frequency) {
        LocalDate nextOpening = ReportingSchedule.firstOpeningFrom(period.to().plusDays(1), frequency)
                .opensOn();
        return !nextOpening.isAfter(calendar.today());
    }

    private ReportingSchedule.Planned next(Directive directive) {
        LocalDate launched =
                calendar.dayOf(duties.openSinceAsSystem(directive.id()).orElse(directive.launchedAt()));
        LocalDate last = periods.newest(directive.id())
                .map(newest -> newest.period().to())
                .filter(launched::isBefore)
                .orElse(launched);
        return ReportingSchedule.firstOpeningFrom(last.plusDays(1), directive.reporting());
    }
}
