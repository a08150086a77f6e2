package org.duban.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.MovableClock;
import org.duban.base.Timers;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.directive.NewDirective;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.organisation.Abolition;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentChanges;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.organisation.Succession;
import org.duban.report.ReportId;
import org.duban.task.Countersignatures;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the world a test needs, through the services. Every call makes new departments, accounts and directives, so that
 * tests sharing a database do not meet.
 */
@Component
public class Fixture {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Departments departments;
    private final DepartmentChanges changes;
    private final Accounts accounts;
    private final Directives directives;
    private final Countersignatures countersignatures;
    private final MovableClock clock;
    private final Timers timers;
    private final JdbcClient jdbc;

    Fixture(
            Departments departments,
            DepartmentChanges changes,
            Accounts accounts,
            Directives directives,
            Countersignatures countersignatures,
            MovableClock clock,
            Timers timers,
            JdbcClient jdbc) {
        this.departments = departments;
        this.changes = changes;
        this.accounts = accounts;
        this.directives = directives;
        this.countersignatures = countersignatures;
        this.clock = clock;
        this.timers = timers;
        this.jdbc = jdbc;
    }

    /** A department with one staff member and one head. */
    public record Office(DepartmentId id, String name, Account staff, Account head) {}

    public Office office() {
        return staffed(officeWithoutPeople());
    }

    /** One of a rank in a territory. */
    public Office office(Department.Tier tier, String jurisdiction) {
        return staffed(enter(tier, jurisdiction, Department.Kind.OFFICE));
    }

    /** A city or county that answers through its government; its name is that of its territory. */
    public Office place(Department.Tier tier, String jurisdiction) {
        return staffed(enter(tier, jurisdiction, Department.Kind.PLACE));
    }

    private Office staffed(Office empty) {
        int number = COUNTER.incrementAndGet();
        return new Office(
                empty.id(),
                empty.name(),
                account("staff" + number, empty.id(), Role.STAFF),
                account("head" + number, empty.id(), Role.HEAD));
    }

    /** A department without accounts, as groups and abolished bodies are. */
    public Office officeWithoutPeople() {
        return enter(Department.Tier.NATIONAL, "国家", Department.Kind.OFFICE);
    }

    private Office enter(Department.Tier tier, String jurisdiction, Department.Kind kind) {
        int number = COUNTER.incrementAndGet();
        String name = "试验部门" + number;
        DepartmentId id = departments.addAsSystem(new Department(
                null, "test-" + number, name, name, tier, jurisdiction, kind, List.of(), null, null, null));
        return new Office(id, name, null, null);
    }

    /** Abolished since the beginning of 2026, with these heirs, the main one first. */
    public void abolish(Office office, Office... heirs) {
        as(
                admin(),
                () -> changes.abolish(
                        office.id(),
                        new Abolition(
                                LocalDate.of(2026, 1, 1),
                                Succession.Reform.OTHER,
                                Stream.of(heirs).map(Office::id).toList(),
                                null,
                                null)));
    }

    public Account supervisor() {
        return account("supervisor" + COUNTER.incrementAndGet(), null, Role.SUPERVISOR);
    }

    public Account leader() {
        return account("leader" + COUNTER.incrementAndGet(), null, Role.LEADER);
    }

    public Account admin() {
        return account("admin" + COUNTER.incrementAndGet(), null, Role.SYSADMIN);
    }

    public Account account(String username, DepartmentId department, Role role) {
        accounts.openAsSystem(username, username, "{noop}test-password", department, Set.of(role));
        return accounts.byUsernameAsSystem(username).orElseThrow();
    }

    public record Assigned(Office office, DutyRole role) {}

    /** A draft directive of so many equal rows, entrusted to the supervisor. */
    public DirectiveId directive(Account supervisor, int rows, Assigned... assigned) {
        return directive(supervisor, Collections.nCopies(rows, List.of(assigned)));
    }

    /** A draft directive with one row for each list of departments, entrusted to the supervisor. */
    public DirectiveId directive(Account supervisor, List<List<Assigned>> table) {
        int number = COUNTER.incrementAndGet();
        List<NewDirective.NewRow> rows = new ArrayList<>();
        for (List<Assigned> assigned : table) {
            int row = rows.size() + 1;
            rows.add(new NewDirective.NewRow(
                    String.valueOf(row),
                    "试验任务" + number + "之" + row,
                    null,
                    assigned.stream()
                            .map(each -> new NewDirective.NewAssignment(
                                    each.office().id(),
                                    each.role(),
                                    each.office().name()))
                            .toList(),
                    List.of()));
        }
        DirectiveId id = directives.registerAsSystem(new NewDirective(
                "test-" + number,
                "试验文件" + number,
                "试发〔2026〕" + number + "号",
                "试验机关",
                LocalDate.of(2026, 1, 1),
                2026,
                2027,
                "国家",
                List.of(),
                rows));
        directives.entrustAsSystem(id, supervisor.id());
        return id;
    }

    /** Launches it, due on the day, and waits for nothing: the batches run on this thread. */
    public void launch(Account supervisor, DirectiveId directive, ReportingFrequency reporting, LocalDate dueOn) {
        launch(supervisor, directive, ReportingPlan.of(reporting), dueOn);
    }

    public void launch(Account supervisor, DirectiveId directive, ReportingPlan plan, LocalDate dueOn) {
        as(supervisor, () -> {
            directives.launch(directive, plan, dueOn);
            return null;
        });
        timers.fireDue();
    }

    public <T> T as(Account account, Supplier<T> action) {
        return CurrentCaller.runAs(account.asCaller(), action);
    }

    public void as(Account account, Runnable action) {
        CurrentCaller.runAs(account.asCaller(), () -> {
            action.run();
            return null;
        });
    }

    /** The report's latest hand-in, as a reviewer has it on the screen; 0 where there is none. */
    public long handIn(ReportId report) {
        return latest("SELECT MAX(id) FROM report_submission WHERE report_id = :id", report.value());
    }

    /** The report's draft, as its writer has it on the screen. */
    public int revision(ReportId report) {
        return (int) latest("SELECT draft_revision FROM progress_report WHERE id = :id", report.value());
    }

    /** The key task's latest application for completion, in the same way. */
    public long application(KeyTaskId task) {
        return latest("SELECT MAX(id) FROM completion WHERE key_task_id = :id", task.value());
    }

    /** Every department that is asked agrees to the application for completion. */
    public void countersign(KeyTaskId task) {
        record Asked(long id, String username) {}
        jdbc.sql(
                        """
                        SELECT s.id, (SELECT MIN(a.username) FROM account a JOIN account_role r ON r.account_id = a.id
                                       WHERE a.department_id = s.department_id AND a.enabled = TRUE
                                         AND r.role_name IN ('STAFF', 'HEAD')) AS hand
                          FROM countersignature s WHERE s.key_task_id = :task AND s.state = 'OPEN' ORDER BY s.id""")
                .param("task", task.value())
                .query((row, number) -> new Asked(row.getLong("id"), row.getString("hand")))
                .list()
                .forEach(asked -> as(
                        accounts.byUsernameAsSystem(asked.username()).orElseThrow(),
                        () -> countersignatures.agree(asked.id(), null)));
    }

    private long latest(String query, long id) {
        return jdbc.sql(query)
                .param("id", id)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    public void travelTo(Instant moment) {
        clock.travelTo(moment);
        timers.fireDue();
    }

    public void travel(Duration duration) {
        clock.advance(duration);
        timers.fireDue();
    }
}
