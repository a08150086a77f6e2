package org.duban.support;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.account.Account;
import org.duban.base.DueKey;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.directive.NewDirective;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Target;
import org.duban.inbox.Inbox;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.ReportSummary;
import org.duban.report.Reports;
import org.duban.report.Reviews;
import org.duban.task.Acknowledgements;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.springframework.boot.test.context.TestComponent;

/** Makes key tasks in a reporting period. The clock stands on 2026-03-16, ten in the morning in Shanghai. */
@TestComponent
public class ReportFixture {

    /** The day on which reports are due. */
    public static final LocalDate DUE = LocalDate.of(2026, 3, 25);

    private final Fixture fixture;
    private final Directives directives;
    private final Inbox inbox;
    private final Acknowledgements acknowledgements;
    private final Reports reports;
    private final Reviews reviews;

    ReportFixture(
            Fixture fixture,
            Directives directives,
            Inbox inbox,
            Acknowledgements acknowledgements,
            Reports reports,
            Reviews reviews) {
        this.fixture = fixture;
        this.directives = directives;
        this.inbox = inbox;
        this.acknowledgements = acknowledgements;
        this.reports = reports;
        this.reviews = reviews;
    }

    /**
     * A key task with one target, whose lead and fellow departments both report.
     *
     * @param lead has signed and is to write {@code report}
     * @param fellow has not signed and is to write {@code fellowReport}
     */
    public record Open(
            Account supervisor,
            Fixture.Office lead,
            Fixture.Office fellow,
            DirectiveId directive,
            KeyTaskId task,
            ReportId report,
            ReportId fellowReport) {}

    public Open open() {
        return open(fixture.supervisor());
    }

    public Open open(Account supervisor) {
        fixture.travelTo(Instant.parse("2026-03-02T02:00:00Z"));
        Fixture.Office lead = fixture.office();
        Fixture.Office fellow = fixture.office();
        DirectiveId directive = directive(supervisor, lead, fellow);
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, LocalDate.of(2026, 12, 31));
        OpenItem toSign = item(lead.staff(), ItemKind.ACKNOWLEDGE);
        fixture.as(lead.staff(), () -> acknowledgements.acknowledge(new DutyId(toSign.subjectId())));
        fixture.travel(Duration.ofDays(14));
        return new Open(
                supervisor,
                lead,
                fellow,
                directive,
                new KeyTaskId(toSign.keyTaskId()),
                new ReportId(item(lead.staff(), ItemKind.REPORT).subjectId()),
                new ReportId(item(fellow.staff(), ItemKind.REPORT).subjectId()));
    }

    /** One of each kind that can ask for the report's things, by what they are to it; {@code null} is not signed in. */
    public Map<String, Account> everybody(Open world) {
        Map<String, Account> people = new LinkedHashMap<>();
        people.put("nobody", null);
        people.put("its staff", world.lead().staff());
        people.put("its head", world.lead().head());
        people.put("a fellow department", world.fellow().staff());
        people.put("a department without part", fixture.office().staff());
        people.put("its supervisor", world.supervisor());
        people.put("another supervisor", fixture.supervisor());
        people.put("a leader", fixture.leader());
        people.put("the administrator", fixture.admin());
        return people;
    }

    private DirectiveId directive(Account supervisor, Fixture.Office lead, Fixture.Office fellow) {
        String name = UUID.randomUUID().toString();
        DirectiveId id = directives.registerAsSystem(new NewDirective(
                name,
                "试验文件",
                "试发〔2026〕1号",
                "试验机关",
                LocalDate.of(2026, 1, 1),
                2026,
                2027,
                "国家",
                List.of(),
                List.of(new NewDirective.NewRow(
                        "1",
                        "试验任务",
                        null,
                        List.of(
                                new NewDirective.NewAssignment(lead.id(), DutyRole.LEAD, lead.name()),
                                new NewDirective.NewAssignment(fellow.id(), DutyRole.JOINT, fellow.name())),
                        List.of(new NewDirective.NewTarget(
                                "新建厂房不少于500座",
                                "新建厂房",
                                Target.Comparator.AT_LEAST,
                                BigDecimal.valueOf(500),
                                "座",
                                2027))))));
        directives.entrustAsSystem(id, supervisor.id());
        return id;
    }

    /** Hands the report in with this percentage. */
    public void submit(Account staff, ReportId report, int percent) {
        fixture.as(
                staff,
                () -> reports.submit(
                        report, new ReportContent(percent, "已完成选址。", null, Map.of()), fixture.revision(report)));
    }

    /** The supervisor accepts the latest hand-in. */
    public void accept(Account supervisor, ReportId report) {
        fixture.as(supervisor, () -> reviews.accept(report, fixture.handIn(report), null));
    }

    /** The supervisor returns the latest hand-in. */
    public void giveBack(Account supervisor, ReportId report, String reason, LocalDate newDue) {
        fixture.as(supervisor, () -> reviews.returnForAmendment(report, fixture.handIn(report), reason, newDue));
    }

    /** The report of the account's department for the newest period. */
    public ReportId newest(Account account, KeyTaskId task) {
        return fixture.as(account, () -> reports.of(task, 1)).stream()
                .filter(ReportSummary::own)
                .findFirst()
                .orElseThrow()
                .report()
                .id();
    }

    /** The one item of this kind that waits for the account. */
    public OpenItem item(Account account, ItemKind kind) {
        List<OpenItem> found = fixture.as(account, () -> inbox.mine(DueKey.START, 50)).rows().stream()
                .filter(item -> item.kind() == kind)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("Expected one item " + kind + ", found " + found);
        }
        return found.getFirst();
    }
}
