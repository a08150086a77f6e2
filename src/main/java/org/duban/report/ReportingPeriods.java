package org.duban.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duban.base.Ids;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.task.DutyReports;
import org.duban.task.DutyReports.ReportingDuty;
import org.duban.task.KeyTaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens reporting periods and closes them, one after the other. Called by the process, without a caller, for single key tasks
 * where they are touched: one at which it fails keeps no other from its turn.
 */
@Service
@Transactional
public class ReportingPeriods {

    private static final Logger LOG = LoggerFactory.getLogger(ReportingPeriods.class);

    private final DutyReports duties;
    private final Directives directives;
    private final PeriodRepository periods;
    private final ReportRepository reports;
    private final ReportOpening opening;
    private final MissedReports missed;
    private final ReportingSchedule schedule;
    private final WorkingCalendar calendar;

    ReportingPeriods(
            DutyReports duties,
            Directives directives,
            PeriodRepository periods,
            ReportRepository reports,
            ReportOpening opening,
            MissedReports missed,
            ReportingSchedule schedule,
            WorkingCalendar calendar) {
        this.duties = duties;
        this.directives = directives;
        this.periods = periods;
        this.reports = reports;
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

    /**
     * When a period opens or a report is closed, whichever comes first; and the next day for what failed of either.
     *
     * @param failed key tasks at which it did
     */
    public Optional<Instant> nextTurnAsSystem(DirectiveId id, Set<KeyTaskId> failed) {
        Stream<LocalDate> again =
                failed.isEmpty() ? Stream.empty() : Stream.of(calendar.today().plusDays(1));
        // they are asked as soon as the period opens, unless the server died meanwhile
        Stream<LocalDate> owing = periods.owing(id).stream()
                .filter(task -> !failed.contains(task))
                .map(task -> calendar.today());
        return Stream.of(
                        next(id).map(next -> next.period().opensOn()).stream(),
                        missed.closings(id, failed),
                        owing,
                        again)
                .flatMap(Function.identity())
                .min(Comparator.naturalOrder())
                .map(calendar::startOf);
    }

    /** A report that was not handed in until its closing. */
    public record Past(ReportId report, KeyTaskId task) {}

    /** What is to be closed by now, in the order of the key tasks. What was handed in once goes on, reviewed or not. */
    public List<Past> pastAsSystem(DirectiveId id) {
        return missed.past(id);
    }

    /** Closes the report, unless somebody handed it in meanwhile, or it need not be closed any more. */
    public void closeAsSystem(ReportId report) {
        missed.close(report);
    }

    /**
     * Opens the period whose opening has come, of several the first, since the others are next: each duty that reports so
     * often {@linkplain #askAsSystem is to be asked} for a report. A system that stood asks for the newest of the periods
     * that came meanwhile alone: the older ones are recorded as missed by the system and nobody owes a report on them,
     * since a report says where the work stands now.
     */
    public void openAsSystem(DirectiveId id) {
        // whose last key task was closed when the timer fired has nothing to report on any more
        next(id).filter(next -> !next.period().opensOn().isAfter(calendar.today()))
                .ifPresent(next -> open(id, next));
    }

    /** Key tasks with duties that are yet to be asked, in their order. */
    public List<KeyTaskId> owingAsSystem(DirectiveId id) {
        return periods.owing(id);
    }

    /**
     * Asks the duties of the key task for the reports that they owe; those not that do not report any more, were asked
     * meanwhile, or for whose reports the next period has come.
     */
    public void askAsSystem(KeyTaskId task) {
        duties.lockAsSystem(task);
        Map<ReportingPeriod, List<ReportingDuty>> asked = new LinkedHashMap<>();
        periods.owedOn(task).forEach(owed -> duties.reportingAsSystem(owed.duty())
                .filter(duty -> isNewest(owed, duty)
                        && !reports.asked(owed.duty(), owed.period().id()))
                .ifPresent(duty -> asked.computeIfAbsent(owed.period(), period -> new ArrayList<>())
                        .add(duty)));
        asked.forEach((period, each) -> opening.open(each.getFirst().directive(), period, each));
        periods.oweNoMore(task);
    }

    private boolean isNewest(PeriodRepository.Owed owed, ReportingDuty duty) {
        return periods.newest(duty.directive(), owed.frequency())
                .filter(newest -> newest.period().id() == owed.period().id())
                .isPresent();
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
        periods.owe(opened.id(), duties.reportingAsSystem(id, next.frequency()));
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
