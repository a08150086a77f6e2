package org.duban.task;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duban.account.Staffing;
import org.duban.base.WorkChanged;
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

    private final JdbcClient jdbc;
    private final Directives directives;
    private final NewKeyTasks newTasks;
    private final Staffing staffing;
    private final ProposedSuccessions successions;
    private final Timeline timeline;
    private final KeyTaskWorkflow workflow;
    private final ApplicationEventPublisher events;

    Launching(
            JdbcClient jdbc,
            Directives directives,
            NewKeyTasks newTasks,
            Staffing staffing,
            ProposedSuccessions successions,
            Timeline timeline,
            KeyTaskWorkflow workflow,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directives = directives;
        this.newTasks = newTasks;
        this.staffing = staffing;
        this.successions = successions;
        this.timeline = timeline;
        this.workflow = workflow;
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
        LocalDate dueOn = row.dueOn() != null ? row.dueOn() : directive.fallbackDue();
        List<NewKeyTasks.Assignment> assignments = assignments(row.id());
        KeyTask task =
                newTasks.insert(new NewKeyTasks.Origin(directive.id(), row.id(), null), row.no(), row.title(), dueOn);
        NewKeyTasks.Assigned assigned = newTasks.assign(task, assignments);
        List<DutyId> launched = assigned.duties();
        timeline.record(task.id(), TimelineEntry.Kind.LAUNCHED, null, null, null, dueOn.toString());
        workflow.launched(task.id(), launched, assigned.acknowledgeBy());
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

    private List<NewKeyTasks.Assignment> assignments(DivisionRowId row) {
        return jdbc.sql("SELECT department_id, duty_role FROM division_assignment WHERE row_id = :row"
                        + " ORDER BY position_no")
                .param("row", row.value())
                .query((result, number) -> new NewKeyTasks.Assignment(
                        new DepartmentId(result.getLong("department_id")),
                        DutyRole.valueOf(result.getString("duty_role"))))
                .list();
    }
}
