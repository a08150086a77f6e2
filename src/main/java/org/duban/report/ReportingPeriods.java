package org.duban.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.task.DutyReports;
import org.duban.task.KeyTaskId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens reporting periods. Called by the process, without a caller. */
@Service
@Transactional
public class ReportingPeriods {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Directives directives;
    private final DutyReports duties;
    private final ReportRepository reports;
    private final OpenItems items;
    private final ReportWorkflow workflow;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    ReportingPeriods(
            JdbcClient jdbc,
            Ids ids,
            Directives directives,
            DutyReports duties,
            ReportRepository reports,
            OpenItems items,
            ReportWorkflow workflow,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.directives = directives;
        this.duties = duties;
        this.reports = reports;
        this.items = items;
        this.workflow = workflow;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * When the directive's next period opens (start of a day, configured zone): the first one after the last that was
     * opened. Empty where nothing is reported, or nothing is left to report on.
     */
    public Optional<Instant> nextOpeningAsSystem(DirectiveId id) {
        Directive directive = directives.getAsSystem(id);
        if (directive.reporting() == ReportingFrequency.NONE || !anythingOpen(id)) {
            return Optional.empty();
        }
        return Optional.of(calendar.startOf(next(directive).opensOn()));
    }

    /** Opens the period whose opening has come: one report for each duty that reports. */
    public void openAsSystem(DirectiveId id) {
        ReportingSchedule.Planned period = next(directives.getAsSystem(id));
        long periodId = insert(id, period);
        Map<KeyTaskId, List<ReportId>> byTask = new LinkedHashMap<>();
        for (DutyReports.ReportingDuty duty : duties.lockReportingAsSystem(id.value())) {
            ReportId report = new ReportId(ids.next());
            reports.insert(report, periodId, duty, period.dueOn());
            items.openFor(
                    duty.department(),
                    ItemKind.REPORT,
                    report.value(),
                    id.value(),
                    duty.task().value(),
                    period.dueOn());
            byTask.computeIfAbsent(duty.task(), task -> new ArrayList<>()).add(report);
        }
        byTask.forEach((task, opened) -> {
            workflow.periodOpened(task, opened);
            events.publishEvent(new WorkChanged(id.value(), task.value()));
        });
    }

    private ReportingSchedule.Planned next(Directive directive) {
        LocalDate from = jdbc.sql("SELECT MAX(to_day) FROM reporting_period WHERE directive_id = :id")
                .param("id", directive.id().value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(lastDay -> lastDay.plusDays(1))
                .orElseGet(() -> calendar.dayOf(directive.launchedAt()).plusDays(1));
        return ReportingSchedule.firstOpeningFrom(from, directive.reporting());
    }

    private boolean anythingOpen(DirectiveId id) {
        return jdbc.sql("SELECT id FROM key_task WHERE directive_id = :id AND closed_at IS NULL LIMIT 1")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private long insert(DirectiveId directive, ReportingSchedule.Planned period) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO reporting_period (id, directive_id, from_day, to_day, due_on, opened_at)
                        VALUES (:id, :directive, :from, :to, :due, :now)""")
                .param("id", id)
                .param("directive", directive.value())
                .param("from", period.from())
                .param("to", period.to())
                .param("due", period.dueOn())
                .param("now", Moments.toDatabase(calendar.now()))
                .update();
        return id;
    }
}
