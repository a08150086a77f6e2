package org.duban.process;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.duban.account.AccountId;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.base.DueKey;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Supervision;
import org.duban.inbox.Inbox;
import org.duban.organisation.Abolition;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentChanges;
import org.duban.organisation.Departments;
import org.duban.organisation.Register;
import org.duban.organisation.Succession;
import org.duban.report.Attachments;
import org.duban.report.ReportContent;
import org.duban.report.Reports;
import org.duban.report.Reviews;
import org.duban.task.Acknowledgements;
import org.duban.task.Completions;
import org.duban.task.DutyReports;
import org.duban.task.KeyTaskFilter;
import org.duban.task.KeyTasks;
import org.duban.task.LedgerKey;
import org.duban.task.Outcome;
import org.duban.task.Successions;
import org.duban.watchdog.ModelMoves;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Watchdog;
import org.springframework.context.ApplicationContext;

/**
 * Who gets what. Columns: staff, head (of the department whose duty it is), a fellow department's head, the head of a
 * department without part in the key task, its supervisor, another supervisor, a leader, the system administrator.
 */
final class AccessTable {

    /** Done, or something is shown. */
    static final String DONE = "ok";

    /** Nothing is shown. */
    static final String NOTHING = "0";

    /** As if it did not exist. */
    static final String NOT_FOUND = "-";

    /** The role is not enough. */
    static final String DENIED = "x";

    /** Public methods without a row, each with its reason. */
    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("OpenItems.openFor", "joins the action of a feature, which has asked who acts"),
            Map.entry("OpenItems.openForSupervisors", "the same"),
            Map.entry("OpenItems.openForPerson", "the same"),
            Map.entry("OpenItems.openForHeads", "the same"),
            Map.entry("OpenItems.onlyWithSupervisors", "the same"),
            Map.entry("OpenItems.close", "the same"),
            Map.entry("OpenItems.closeAllOfTask", "the same"),
            Map.entry("OpenItems.park", "the same"),
            Map.entry("OpenItems.resume", "the same"),
            Map.entry("OpenItems.giveBack", "the same"),
            Map.entry("Timeline.record", "the same"),
            Map.entry("DutyReports.accepted", "the same"),
            Map.entry("DutyReports.note", "the same"),
            Map.entry("DutyReports.onBehalf", "the same"),
            Map.entry("DutyReports.tell", "the same"),
            Map.entry("TaskRequests.lockOpen", "the same"),
            Map.entry("TaskRequests.waitsFor", "the same"),
            Map.entry("TaskRequests.waitsForSupervisors", "the same"),
            Map.entry("TaskRequests.waitsForPerson", "the same"),
            Map.entry("TaskRequests.waitsNoMore", "the same"),
            Map.entry("TaskRequests.note", "the same"),
            Map.entry("TaskRequests.handledBefore", "the same"),
            Map.entry("TaskRequests.extend", "the same"),
            Map.entry("DutyReports.recalled", "the same"),
            Map.entry("DutyLadder.note", "the same"),
            Map.entry("DutyLadder.lockOpen", "the same"),
            Map.entry("BatchUrges.urgeAll", "urges one by one through Urges.urge"),
            Map.entry("Lights.reread", "shows nothing; what it writes follows from the ledger alone"),
            Map.entry("BatchReviews.acceptAll", "accepts one by one through Reviews.accept; see ReportAccessTests"),
            Map.entry("BatchAcknowledgements.acknowledgeAll", "signs one by one through Acknowledgements.acknowledge"),
            Map.entry("Reviews.proposedDue", "a day of the calendar"),
            Map.entry("Reviews.earliestDue", "the same"),
            Map.entry("ReportingPlans.firstDue", "the same"),
            Map.entry("Departments.get", "names of departments are no secret"),
            Map.entry("Departments.byIds", "the same"),
            Map.entry("Departments.byCode", "the same"),
            Map.entry("Departments.search", "the same"),
            Map.entry("Departments.namesOf", "the same"),
            Map.entry("Register.resolve", "the same"),
            Map.entry("Register.jurisdictions", "the same"),
            Map.entry("Register.heirs", "the same"),
            Map.entry("DepartmentChanges.aliases", "the same"),
            Map.entry("OpenItems.handOver", "joins the action of a feature, which has asked who acts"),
            Map.entry("Staffing.search", "the same"),
            Map.entry("Accounts.isEmpty", "asked at the first start"),
            Map.entry("Accounts.stillCounts", "asked of each request's own session"),
            Map.entry("Accounts.loadUserByUsername", "asked at sign-in, before anybody is known"));

    /** @param answers one per column */
    record Row(String answers, Callable<?> call) {}

    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);
    private static final ReportContent CONTENT = new ReportContent(20, "按计划推进", null, Map.of());

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final AccessWorld world;
    private final ApplicationContext application;

    AccessTable(AccessWorld world, ApplicationContext application) {
        this.world = world;
        this.application = application;
        keyTasks();
        duties();
        reports();
        directives();
        administration();
        new CompletionAccessRows(this, world, application).enter();
        new SuspensionAccessRows(this, world, application).enter();
        new DraftAccessRows(this, world, application).enter();
        new CalendarAccessRows(this, world, application).enter();
        new RuleAccessRows(this, world, application).enter();
        new PeopleAccessRows(this, world, application).enter();
        new RequestAccessRows(this, world, application).enter();
        new ReportingAccessRows(this, world, application).enter();
        new SigningAccessRows(this, world, application).enter();
        new LadderAccessRows(this, world, application).enter();
        new SplitAccessRows(this, world, application).enter();
        new ScoreAccessRows(this, world, application).enter();
    }

    Map<String, Row> rows() {
        return rows;
    }

    private void keyTasks() {
        KeyTasks tasks = application.getBean(KeyTasks.class);
        KeyTaskFilter ofDirective = new KeyTaskFilter(world.directive, null, null, null, false, false, null);
        //                               staff head fellow other superv. other leader admin
        see(
                "KeyTasks.list",
                "            ok   ok   ok     0     ok      0     ok     0",
                () -> tasks.list(ofDirective, LedgerKey.START, 50));
        see(
                "KeyTasks.overdue",
                "         x    x    x      x     ok      0     ok     x",
                () -> tasks.overdue(DueKey.START, 50).rows().stream()
                        .filter(row -> row.row().task().directiveId().equals(world.directive))
                        .toList());
        see("KeyTasks.overdueSummary", "  x    x    x      x     ok      ok    ok     x", tasks::overdueSummary);
        see(
                "KeyTasks.directives",
                "      ok   ok   ok     0     ok      0     ok     0",
                () -> tasks.directives("", 0, 50).stream()
                        .filter(choice -> choice.id().equals(world.directive))
                        .toList());
        see(
                "KeyTasks.directive",
                "       ok   ok   ok     0     ok      0     ok     0",
                () -> tasks.directive(world.directive));
        see(
                "KeyTasks.details",
                "         ok   ok   ok     -     ok      -     ok     -",
                () -> tasks.details(world.task));
        see(
                "KeyTasks.timeline",
                "        ok   ok   ok     -     ok      -     ok     -",
                () -> tasks.timeline(world.task, 50));
        see(
                "KeyTasks.visible",
                "         ok   ok   ok     0     ok      0     ok     0",
                () -> tasks.visible(world.task));
        see(
                "KeyTasks.overseen",
                "        0    0    0      0     ok      0     ok     0",
                () -> tasks.overseen(world.task));
        Inbox inbox = application.getBean(Inbox.class);
        see(
                "Inbox.mine",
                "               ok   ok   ok     0     ok      0     0      0",
                () -> inbox.mine(DueKey.START, 50).rows().stream()
                        .filter(item -> item.directiveId() == world.directive.value())
                        .toList());
        see("Inbox.count", "              ok   ok   ok     ok    ok      0     ok     0", inbox::count);
    }

    private void duties() {
        Acknowledgements acknowledgements = application.getBean(Acknowledgements.class);
        act("Acknowledgements.acknowledge", "ok ok - - - - - -", () -> acknowledgements.acknowledge(world.unsigned));
        act("Acknowledgements.takeUp", "x x x x ok - x x", () -> acknowledgements.takeUp(world.unsigned, "久未签收"));
        act("Acknowledgements.confirm", "x x x x ok - x x", () -> acknowledgements.confirm(world.disputed, "职责明确"));
        act(
                "Acknowledgements.change",
                "x x x x ok - x x",
                () -> acknowledgements.change(world.disputed, world.other.id(), DutyRole.LEAD, "改由其牵头"));
        act("Acknowledgements.withdraw", "x x x x ok - x x", () -> acknowledgements.withdraw(world.disputed, "确不相关"));
        Successions successions = application.getBean(Successions.class);
        act(
                "Successions.accept",
                "x x x x ok - x x",
                () -> successions.accept(world.succeeding, world.other.id(), "由其承接"));
        see("Successions.proposals", "x x x x ok 0 x x", () -> successions.proposals(List.of(world.succeeding)));
        act("Successions.acceptOnlyHeir", "x x x x ok - x x", () -> successions.acceptOnlyHeir(world.succeeding));
        act("Successions.decline", "x x x x ok - x x", () -> successions.decline(world.succeeding, "职责未划转"));
        Completions completions = application.getBean(Completions.class);
        see("Completions.inTheWay", "0 0 - - - - - -", () -> completions.inTheWay(world.signed));
        act("Completions.apply", "ok ok - - - - - -", () -> completions.apply(world.signed, "已全部完成"));
        act(
                "Completions.close",
                "x x x x ok - x x",
                () -> completions.close(world.applied, world.fixture.application(world.applied), Outcome.DONE, null));
        act(
                "Completions.sendBack",
                "x x x x ok - x x",
                () -> completions.sendBack(world.applied, world.fixture.application(world.applied), "缺验收材料"));
        DutyReports duties = application.getBean(DutyReports.class);
        see("DutyReports.lockForDepartment", "ok ok - - - - - -", () -> duties.lockForDepartment(world.signed));
        see("DutyReports.lockForSupervisor", "x x x x ok - x x", () -> duties.lockForSupervisor(world.signed));
    }

    private void reports() {
        Reports reports = application.getBean(Reports.class);
        see("Reports.details", "ok ok ok - ok - ok -", () -> reports.details(world.open));
        see("Reports.previous", "0 0 0 - 0 - 0 -", () -> reports.previous(world.open));
        see("Reports.of", "ok ok ok - ok - ok -", () -> reports.of(world.task, 12));
        see("Reports.saveDraft", "ok ok - - - - - -", () -> reports.saveDraft(world.open, CONTENT, 0));
        act(
                "Reports.submit",
                "ok ok - - - - - -",
                () -> reports.submit(world.open, CONTENT, world.fixture.revision(world.open)));
        Reviews reviews = application.getBean(Reviews.class);
        see("Reviews.queue", "x x x x ok 0 x x", () -> reviews.queue(DueKey.START, 50));
        see("Reviews.count", "x x x x ok 0 x x", reviews::count);
        see(
                "Reviews.stillWaiting",
                "x x x x ok 0 x x",
                () -> reviews.stillWaiting(List.of(world.fixture.handIn(world.submitted))));
        act(
                "Reviews.accept",
                "x x x x ok - x x",
                () -> reviews.accept(world.submitted, world.fixture.handIn(world.submitted), null));
        act(
                "Reviews.returnForAmendment",
                "x x x x ok - x x",
                () -> reviews.returnForAmendment(world.submitted, world.fixture.handIn(world.submitted), "请补充", LATER));
        Attachments attachments = application.getBean(Attachments.class);
        see(
                "Attachments.add",
                "ok ok - - - - - -",
                () -> attachments.add(
                        world.open, "佐证.txt", new ByteArrayInputStream("已完成".getBytes(StandardCharsets.UTF_8))));
        act("Attachments.remove", "ok ok - - - - - -", () -> attachments.remove(world.unsubmittedEvidence));
        see("Attachments.open (handed in)", "ok ok ok - ok - ok -", () -> attachments.open(world.evidence));
        see("Attachments.open (not yet)", "ok ok - - - - - -", () -> attachments.open(world.unsubmittedEvidence));
    }

    private void directives() {
        Directives directives = application.getBean(Directives.class);
        see("Directives.list", "0 0 0 0 ok 0 ok 0", () -> directives.list("", Directives.NEWEST, 50).rows().stream()
                .filter(row -> row.directive().id().equals(world.directive))
                .toList());
        see("Directives.get", "- - - - ok - ok -", () -> directives.get(world.directive));
        see("Directives.summary", "- - - - ok - ok -", () -> directives.summary(world.directive));
        see("Directives.rows", "- - - - ok - ok -", () -> directives.rows(world.directive, Directives.FIRST_ROW, 50));
        see("Directives.goals", "- - - - 0 - 0 -", () -> directives.goals(world.directive));
        see("Directives.supervisedByCaller", "0 0 0 0 ok 0 0 0", () -> directives.supervisedByCaller(world.directive));
        act("Directives.setDue", "x x x x ok - x x", () -> directives.setDue(world.draft, world.draftRow, LATER));
        see("Directives.previewLaunch", "- - - - ok - x -", () -> directives.previewLaunch(world.draft));
        act(
                "Directives.launch",
                "x x x x ok - x x",
                () -> directives.launch(world.draft, ReportingFrequency.NONE, LATER));
        act("Directives.launchRemaining", "x x x x ok - x x", () -> directives.launchRemaining(world.remaining, LATER));
        Supervision supervision = application.getBean(Supervision.class);
        AccountId another = world.otherSupervisor.id();
        see("Supervision.of", "- - - - ok - ok ok", () -> supervision.of(world.directive));
        see("Supervision.decidedByCaller", "0 0 0 0 ok 0 0 ok", () -> supervision.decidedByCaller(world.directive));
        see("Supervision.candidates", "- - - - ok - - ok", () -> supervision.candidates(world.directive, "", 0, 50));
        act("Supervision.entrust", "- - - - ok - - ok", () -> supervision.entrust(world.directive, another));
        act(
                "Supervision.withdraw",
                "- - - - refusal.alreadyHandled - - refusal.alreadyHandled",
                () -> supervision.withdraw(world.directive, another));
        see("Supervision.directives", "x x x x x x x ok", () -> supervision.directives("", Directives.NEWEST, 50));
    }

    private void administration() {
        Accounts accounts = application.getBean(Accounts.class);
        AccountId somebody = world.fixture.leader().id();
        see(
                "Accounts.open",
                "x x x x x x x ok",
                () -> accounts.open("newcomer", "新人", "Grey-Harbour-71-Kite", null, Set.of(Role.LEADER)));
        act("Accounts.setEnabled", "x x x x x x x ok", () -> accounts.setEnabled(somebody, false));
        act("Accounts.setPassword", "x x x x x x x ok", () -> accounts.setPassword(somebody, "Grey-Harbour-71-Kite"));
        act(
                "Accounts.changeOwnPassword",
                "ok ok ok ok ok ok ok ok",
                () -> accounts.changeOwnPassword("test-password", "Grey-Harbour-71-Kite"));
        see("Accounts.search", "x x x x x x x ok", () -> accounts.search("", "", 50));
        Watchdog watchdog = application.getBean(Watchdog.class);
        see("Watchdog.list", "x x x x x x x 0", () -> watchdog.list(EnumSet.allOf(Group.class), Key.START, 50));
        see("Watchdog.counts", "x x x x x x x ok", () -> watchdog.counts(EnumSet.allOf(Group.class)));
        act("Watchdog.retry", "x x x x x x x refusal.alreadyHandled", () -> watchdog.retry(new Key(Kind.JOB, "gone")));
        ModelMoves moves = application.getBean(ModelMoves.class);
        see("ModelMoves.outdated", "x x x x x x x 0", moves::outdated);
        see("ModelMoves.tryToMove", "x x x x x x x ok", moves::tryToMove);
        see("ModelMoves.move", "x x x x x x x ok", moves::move);
        Register register = application.getBean(Register.class);
        act("Register.learn", "x x x x ok ok x x", () -> register.learn("试验厅", "试验省", world.other.id()));
        DepartmentChanges changes = application.getBean(DepartmentChanges.class);
        act(
                "DepartmentChanges.rename",
                "x x x x x x x ok",
                () -> changes.rename(world.other.id(), "新名称", "新名", List.of(), null));
        act(
                "DepartmentChanges.abolish",
                "x x x x x x x ok",
                () -> changes.abolish(
                        world.other.id(),
                        new Abolition(LocalDate.of(2026, 1, 1), Succession.Reform.OTHER, List.of(), null, null)));
        Departments departments = application.getBean(Departments.class);
        see(
                "Departments.add",
                "x x x x x x x ok",
                () -> departments.add(new Department(
                        null,
                        "newcomer",
                        "新部门",
                        "新部门",
                        Department.Tier.NATIONAL,
                        "国家",
                        Department.Kind.OFFICE,
                        List.of(),
                        null,
                        null,
                        null)));
    }

    void see(String path, String answers, Callable<?> call) {
        rows.put(path, new Row(answers, call));
    }

    void act(String path, String answers, Runnable action) {
        see(path, answers, () -> {
            action.run();
            return DONE;
        });
    }
}
