package org.duban.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.base.Ids;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.task.DutyReports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens reporting periods and closes them, one after the other. Called by the process, without a caller. */
@Service
@Transactional
public class ReportingPeriods {

    private static final Logger LOG = LoggerFactory.getLogger(ReportingPeriods.class);

    private final DutyReports duties;
    private final Directives directives;
    private final PeriodRepository periods;
    private final ReportOpening opening;
    private final MissedReports missed;
    private final ReportingSchedule schedule;
    private final WorkingCalendar calendar;

    ReportingPeriods(
            DutyReports duties,
            Directives directives,
            PeriodRepository periods,
            ReportOpening opening,
            MissedReports missed,
            ReportingSchedule schedule,
            WorkingCalendar calendar) {
        this.duties = duties;
        this.directives = directives;
        this.periods = periods;
        this.opening = opening;
        this.missed = missed;
        this.schedule = schedule;
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

    /** When a period opens or a report is closed, whichever comes first. */
    public Optional<Instant> nextTurnAsSystem(DirectiveId id) {
        return Stream.concat(nextOpeningAsSystem(id).stream(), missed.nextClosing(id).map(calendar::startOf).stream())
                .min(Comparator.naturalOrder());
    }

    /** Closes what was not handed in until the closing. What was handed in once goes on, reviewed or not. */
    public void closeAsSystem(DirectiveId id) {
        missed.closeWhatIsPast(id);
    }

    /**
     * Opens the period whose opening has come: one report for each duty that reports so often; of several the first,
     * since the others are next. A system that stood asks for the newest of the periods that came meanwhile alone: the
     * older ones are recorded as missed by the system and nobody owes a report on them, since a report says where the
     * work stands now.
     */
    public void openAsSystem(DirectiveId id) {
        // whose last key task was closed when the timer fired has nothing to report on any more
        next(id).filter(next -> !next.period().opensOn().isAfter(calendar.today()))
                .ifPresent(next -> open(id, next));
    }

    private void open(DirectiveId id, Next next) {
        ReportingSchedule.Planned period = next.period();
        LocalDate nextOpensOn = schedule.firstOpeningFrom(
                        period.to().plusDays(1), next.frequency(), next.plan().day())
                .opensOn();
        if (!nextOpensOn.isAfter(calendar.today())) {
            periods.insert(
                    id,
                    next.frequency(),
                    period,
                    null,
                    next.plan(),
                    PeriodRepository.Missed.SYSTEM_STOOD,
                    calendar.now());
            LOG.warn(
                    "Nobody is asked for reports on {} to {} of directive {}: the system did not run when the period"
                            + " opened, and the next one has come",
                    period.from(),
                    period.to(),
                    Ids.format(id.value()));
            return;
        }
        ReportingPeriod opened =
                periods.insert(id, next.frequency(), period, nextOpensOn, next.plan(), null, calendar.now());
        opening.open(id, opened, duties.lockReportingAsSystem(id, next.frequency()));
    }

    private record Next(ReportingFrequency frequency, ReportingPlan plan, ReportingSchedule.Planned period) {}

    private Optional<Next> next(DirectiveId id) {
        ReportingPlan plan = directives.getAsSystem(id).plan();
        return duties.openSinceAsSystem(id).entrySet().stream()
                .filter(kind -> kind.getKey() != ReportingFrequency.NONE)
                .map(kind -> new Next(kind.getKey(), plan, next(id, kind.getKey(), plan, kind.getValue())))
                .min(Comparator.comparing((Next next) -> next.period().opensOn())
                        .thenComparing(Next::frequency));
    }

    private ReportingSchedule.Planned next(
            DirectiveId id, ReportingFrequency frequency, ReportingPlan plan, Instant openSince) {
        LocalDate launched = calendar.dayOf(openSince);
        LocalDate last = periods.newest(id, frequency)
                .map(newest -> newest.period().to())
                .filter(launched::isBefore)
                .orElse(launched);
        return schedule.firstOpeningFrom(last.plusDays(1), frequency, plan.day());
    }
}
