package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duban.account.Staffing;
import org.duban.base.Ids;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRowId;
import org.duban.directive.DutyRole;
import org.duban.directive.LaunchRule;
import org.duban.organisation.DepartmentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns rows into key tasks, a batch per transaction. Called by the process, without a caller; a server that stops in
 * between goes on with the rows that are left, and no row can become two key tasks (unique key on the row).
 */
@Service
@Transactional
public class Launching {

    static final int BATCH = 20;

    private record Row(DivisionRowId id, String no, String title, LocalDate dueOn) {}

    private record Assignment(DepartmentId department, DutyRole role) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Directives directives;
    private final KeyTaskRepository tasks;
    private final LightRules lights;
    private final LikenessRepository likeness;
    private final DutyRepository duties;
    private final Staffing staffing;
    private final SigningClocks clocks;
    private final Acknowledgements acknowledgements;
    private final ProposedSuccessions successions;
    private final Timeline timeline;
    private final KeyTaskWorkflow workflow;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    Launching(
            JdbcClient jdbc,
            Ids ids,
            Directives directives,
            KeyTaskRepository tasks,
            LightRules lights,
            LikenessRepository likeness,
            DutyRepository duties,
            Staffing staffing,
            SigningClocks clocks,
            Acknowledgements acknowledgements,
            ProposedSuccessions successions,
            Timeline timeline,
            KeyTaskWorkflow workflow,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.directives = directives;
        this.tasks = tasks;
        this.lights = lights;
        this.likeness = likeness;
        this.duties = duties;
        this.staffing = staffing;
        this.clocks = clocks;
        this.acknowledgements = acknowledgements;
        this.successions = successions;
        this.timeline = timeline;
        this.workflow = workflow;
        this.calendar = calendar;
        this.events = events;
    }

    /** Launches the next rows. Returns whether rows are left; after the last ones the directive is running. */
    public boolean launchNextBatchAsSystem(DirectiveId id) {
        Directive directive = directives.getAsSystem(id);
        // held first, so that nobody closes the last account of a department that gets a duty here
        List<DepartmentId> departments = departments(nextRows(id));
        staffing.holdAsSystem(departments);
        Set<DepartmentId> abolished = new HashSet<>(successions.abolished(departments));
        List<Row> rows = nextRows(id);
        rows.stream().limit(BATCH).forEach(row -> launch(directive, row, abolished));
        boolean more = rows.size() > BATCH;
        if (more) {
            events.publishEvent(new WorkChanged(id.value(), null));
        } else {
            directives.launchedAsSystem(id);
        }
        return more;
    }

    private void launch(Directive directive, Row row, Set<DepartmentId> abolished) {
        KeyTaskId id = new KeyTaskId(ids.next());
        Instant now = calendar.now();
        LocalDate dueOn = row.dueOn() != null ? row.dueOn() : directive.fallbackDue();
        LightReading light = lights.read(LightInputs.atLaunch(calendar.today(), dueOn), now);
        KeyTask task = new KeyTask(
                id,
                directive.id(),
                row.id(),
                row.no(),
                row.title(),
                dueOn,
                dueOn,
                KeyTask.State.RUNNING,
                null,
                0,
                light,
                0,
                now,
                null,
                null);
        tasks.insert(task);
        likeness.insert(id, row.id());
        SigningClock clock = clocks.start(directive.id());
        Instant acknowledgeBy = clock.acknowledgeBy();
        List<DutyId> launched = new ArrayList<>();
        List<Assignment> assignments = assignments(row.id());
        for (Assignment assignment : assignments) {
            DutyId duty = new DutyId(ids.next());
            duties.insert(duty, id, assignment.department(), assignment.role(), launched.size(), clock);
            acknowledgements.openItem(duty, assignment.department(), task, clock.acknowledge());
            launched.add(duty);
        }
        timeline.record(id, TimelineEntry.Kind.LAUNCHED, null, null, null, dueOn.toString());
        workflow.launched(id, launched, acknowledgeBy);
        for (int at = 0; at < launched.size(); at++) {
            DepartmentId department = assignments.get(at).department();
            if (abolished.contains(department)) {
                successions.propose(launched.get(at), department, task);
            }
        }
    }

    /** One more than a batch, to know whether rows are left. @see LaunchRule */
    private List<Row> nextRows(DirectiveId directive) {
        return jdbc.sql(
                        """
                        SELECT r.id, r.row_no, r.title, r.due_on FROM division_row r
                         WHERE r.directive_id = :directive
                           AND NOT EXISTS (SELECT 1 FROM key_task t WHERE t.division_row_id = r.id)
                           AND"""
                                + LaunchRule.launchable("r")
                                + """
                         ORDER BY r.position_no LIMIT :limit""")
                .param("directive", directive.value())
                .param("limit", BATCH + 1)
                .query((row, number) -> new Row(
                        new DivisionRowId(row.getLong("id")),
                        row.getString("row_no"),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private List<DepartmentId> departments(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT DISTINCT department_id FROM division_assignment WHERE row_id IN (:rows)")
                .param("rows", rows.stream().map(row -> row.id().value()).toList())
                .query((result, number) -> new DepartmentId(result.getLong("department_id")))
                .list();
    }

    private List<Assignment> assignments(DivisionRowId row) {
        return jdbc.sql("SELECT department_id, duty_role FROM division_assignment WHERE row_id = :row"
                        + " ORDER BY position_no")
                .param("row", row.value())
                .query((result, number) -> new Assignment(
                        new DepartmentId(result.getLong("department_id")),
                        DutyRole.valueOf(result.getString("duty_role"))))
                .list();
    }
}
