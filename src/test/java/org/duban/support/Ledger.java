package org.duban.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.account.Account;
import org.duban.base.DueKey;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.Inbox;
import org.duban.inbox.ItemKind;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.task.Acknowledgements;
import org.duban.task.Disputes;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskFilter;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.LedgerKey;
import org.duban.task.Objection;
import org.springframework.boot.test.context.TestComponent;

/** A directive in execution, for tests of key tasks: launched on 2 March 2026, due at the end of June. */
@TestComponent
public class Ledger {

    public static final Instant LAUNCH = Instant.parse("2026-03-02T02:00:00Z");
    public static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    private final Fixture fixture;
    private final KeyTasks tasks;
    private final Acknowledgements acknowledgements;
    private final Disputes disputes;
    private final Reports reports;
    private final Inbox inbox;

    Ledger(
            Fixture fixture,
            KeyTasks tasks,
            Acknowledgements acknowledgements,
            Disputes disputes,
            Reports reports,
            Inbox inbox) {
        this.fixture = fixture;
        this.tasks = tasks;
        this.acknowledgements = acknowledgements;
        this.disputes = disputes;
        this.reports = reports;
        this.inbox = inbox;
    }

    /** Launches a directive of one row, with the clock at {@link #LAUNCH}. */
    public KeyTaskId launch(Account supervisor, Fixture.Assigned... assigned) {
        return launch(supervisor, 1, assigned).getFirst();
    }

    public List<KeyTaskId> launch(Account supervisor, int rows, Fixture.Assigned... assigned) {
        fixture.travelTo(LAUNCH);
        DirectiveId directive = fixture.directive(supervisor, rows, assigned);
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, DUE);
        KeyTaskFilter ofDirective = new KeyTaskFilter(directive, null, null, null, false, false, null);
        return fixture.as(supervisor, () -> tasks.list(ofDirective, LedgerKey.START, rows)).rows().stream()
                .map(row -> row.task().id())
                .toList();
    }

    public static Fixture.Assigned lead(Fixture.Office office) {
        return new Fixture.Assigned(office, DutyRole.LEAD);
    }

    public static Fixture.Assigned joint(Fixture.Office office) {
        return new Fixture.Assigned(office, DutyRole.JOINT);
    }

    public static Fixture.Assigned cooperating(Fixture.Office office) {
        return new Fixture.Assigned(office, DutyRole.COOPERATING);
    }

    public DutyId duty(KeyTaskId task, Fixture.Office office) {
        return fixture.as(
                office.staff(), () -> tasks.details(task).actsForDuty().id());
    }

    public void sign(KeyTaskId task, Fixture.Office office) {
        DutyId duty = duty(task, office);
        fixture.as(office.staff(), () -> acknowledgements.acknowledge(duty));
    }

    public void dispute(KeyTaskId task, Fixture.Office office, String reason) {
        DutyId duty = duty(task, office);
        fixture.as(office.head(), () -> disputes.raise(duty, Objection.concerningNobody(reason)));
    }

    /** Hands in the department's open report. */
    public ReportId submit(KeyTaskId task, Fixture.Office office, int percent) {
        ReportId report = fixture.as(office.staff(), () -> inbox.mine(DueKey.START, 100)).rows().stream()
                .filter(item -> item.kind() == ItemKind.REPORT && item.keyTaskId() == task.value())
                .map(item -> new ReportId(item.subjectId()))
                .findFirst()
                .orElseThrow();
        fixture.as(
                office.staff(),
                () -> reports.submit(
                        report, new ReportContent(percent, "进展", null, Map.of()), fixture.revision(report)));
        return report;
    }

    public KeyTaskDetails details(Account account, KeyTaskId task) {
        return fixture.as(account, () -> tasks.details(task));
    }
}
