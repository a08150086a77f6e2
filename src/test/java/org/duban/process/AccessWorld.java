package org.duban.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRowId;
import org.duban.directive.DivisionTables;
import org.duban.directive.Drafts;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.directive.ReportingPlans;
import org.duban.directive.SigningSettings;
import org.duban.directive.SigningTerms;
import org.duban.directive.Undo;
import org.duban.extraction.Warning;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.organisation.DepartmentId;
import org.duban.report.Attachments;
import org.duban.report.ContributionId;
import org.duban.report.ReportId;
import org.duban.support.Fixture;
import org.duban.support.Fixture.Office;
import org.duban.support.Paper;
import org.duban.task.Decompositions;
import org.duban.task.Disputes;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Merges;
import org.duban.task.Objection;
import org.duban.task.SubTaskDraft;
import org.duban.task.Transfers;
import org.springframework.context.ApplicationContext;

/** One key task in each state that an action needs, and everybody who might try it; and work of others besides. */
final class AccessWorld {

    final Fixture fixture;
    final DirectiveId directive;
    final DirectiveId draft;
    final DivisionRowId draftRow;
    final DirectiveId remaining;
    final DirectiveId imported;
    final DivisionRowId importedRow;
    final DivisionRowId droppedRow;
    final Undo dropping;
    final KeyTaskId task;
    final DutyId unsigned;
    final DutyId disputed;
    final DutyId drafted;
    final Duty draftedDuty;
    final DutyId signed;
    final DutyId succeeding;
    final KeyTaskId transferring;
    final long transfer;
    final Office newcomer;
    final KeyTaskId applied;
    final Completing completing;
    final KeyTaskId suspended;
    final KeyTaskId merged;
    final Splitting splitting;
    final ReportId open;
    final ReportId submitted;
    final ReportId withHead;
    final ContributionId contribution;
    final DutyId missing;
    final KeyTaskId missingTask;
    final long evidence;
    final long unsubmittedEvidence;
    final Office other;
    final Account otherSupervisor;
    final Account admin;
    final RequestWorld requests;
    final ScoreWorld scores;

    private final Map<String, Account> people = new LinkedHashMap<>();

    AccessWorld(ProcessTest test, ApplicationContext application) {
        fixture = test.fixture;
        Directives directives = application.getBean(Directives.class);
        Office lead = test.lead;
        Office stranger = test.fixture.office();
        other = test.fixture.office();
        otherSupervisor = test.fixture.supervisor();
        admin = test.fixture.admin();
        directive =
                test.fixture.directive(test.supervisor, 5, ProcessTest.leads(lead), ProcessTest.shares(test.helper));
        SigningSettings settings = application.getBean(SigningSettings.class);
        test.fixture.as(test.supervisor, () -> settings.set(directive, new SigningTerms(2, SigningTerms.LONGEST)));
        test.fixture.launch(test.supervisor, directive, ReportingFrequency.MONTHLY, MONTH_END);
        DirectiveId foreign = test.fixture.directive(otherSupervisor, 1, ProcessTest.leads(stranger));
        test.fixture.launch(otherSupervisor, foreign, ReportingFrequency.MONTHLY, MONTH_END);
        draft = test.fixture.directive(test.supervisor, 1, ProcessTest.leads(lead));
        draftRow = test.fixture
                .as(test.supervisor, () -> directives.rows(draft, Directives.FIRST_ROW, 1))
                .rows()
                .getFirst()
                .id();

        Drafts drafts = application.getBean(Drafts.class);
        Paper paper = new Paper("试验方案")
                .row("1", "完善制度体系。加强统筹协调。", Paper.leads(lead.name()), Paper.shares("未知部门"))
                .warning(Warning.Kind.UNREADABLE_NAME)
                .row("2", "健全工作机制。", Paper.leads(lead.name()))
                .row("3", "开展督促检查。", Paper.leads(lead.name()));
        imported = test.fixture.as(
                test.supervisor, () -> drafts.create(paper.facts(), "方案.txt", paper.text(), paper.document()));
        DivisionTables tables = application.getBean(DivisionTables.class);
        List<DivisionRowId> importedRows = test.fixture.as(test.supervisor, () -> tables.editable(imported));
        importedRow = importedRows.getFirst();
        droppedRow = importedRows.getLast();
        dropping = test.fixture.as(test.supervisor, () -> tables.drop(imported, Set.of(droppedRow)));

        Office late = test.fixture.officeWithoutPeople();
        remaining = test.fixture.directive(
                test.supervisor, List.of(List.of(ProcessTest.leads(other)), List.of(ProcessTest.leads(late))));
        test.fixture.launch(test.supervisor, remaining, ReportingFrequency.NONE, MONTH_END);
        test.fixture.account("newcomer-" + late.name(), late.id(), Role.HEAD);

        List<KeyTaskId> tasks = test.tasksOf(directive);
        task = tasks.get(0);
        unsigned = test.duty(task, lead).id();
        disputed = test.dispute(tasks.get(1), lead);
        draftedDuty = test.duty(tasks.get(1), test.helper);
        drafted = draftedDuty.id();
        test.fixture.as(
                test.helper.staff(),
                () -> application.getBean(Disputes.class).prepare(drafted, Objection.concerningNobody("不属本部门职责")));
        for (KeyTaskId each : tasks.subList(2, 5)) {
            test.sign(each, lead);
        }
        signed = test.duty(tasks.get(2), lead).id();
        newcomer = test.fixture.office();
        transferring = tasks.get(3);
        DutyId leaving = test.duty(transferring, lead).id();
        Transfers transfers = application.getBean(Transfers.class);
        test.fixture.as(lead.head(), () -> transfers.request(leaving, newcomer.id(), "另有分工"));
        transfer = test.fixture
                .as(test.supervisor, () -> transfers.waiting(transferring))
                .getFirst()
                .id();
        DirectiveId asking =
                test.fixture.directive(test.supervisor, 1, ProcessTest.leads(lead), ProcessTest.helps(test.helper));
        test.fixture.launch(test.supervisor, asking, ReportingFrequency.MONTHLY, MONTH_END);
        test.sign(test.tasksOf(asking).getFirst(), lead, test.helper);
        DirectiveId headed =
                test.fixture.directive(test.supervisor, 1, ProcessTest.leads(lead), ProcessTest.helps(test.helper));
        test.fixture.launch(
                test.supervisor, headed, new ReportingPlan(ReportingFrequency.MONTHLY, 25, true, 0), MONTH_END);
        KeyTaskId approving = test.tasksOf(headed).getFirst();
        test.sign(approving, lead);
        DirectiveId weekly = test.fixture.directive(test.supervisor, 1, ProcessTest.leads(lead));
        test.fixture.launch(test.supervisor, weekly, ReportingFrequency.WEEKLY, MONTH_END);
        missingTask = test.tasksOf(weekly).getFirst();
        test.sign(missingTask, lead);
        missing = test.duty(missingTask, lead).id();
        test.goTo(ProcessTest.MONDAY.plusDays(14));
        ReportingPlan every = ReportingPlan.of(ReportingFrequency.WEEKLY);
        test.fixture.as(test.supervisor, () -> application
                .getBean(ReportingPlans.class)
                .change(weekly, every, ReportingPlan.of(ReportingFrequency.NONE)));
        contribution = new ContributionId(
                test.only(test.helper.staff(), ItemKind.CONTRIBUTE).subjectId());
        withHead = report(test, approving);
        test.submit(lead, withHead, 10);
        open = report(test, tasks.get(2));
        submitted = report(test, tasks.get(3));
        Attachments attachments = application.getBean(Attachments.class);
        evidence = attach(test, attachments, submitted);
        unsubmittedEvidence = attach(test, attachments, open);
        test.submit(lead, submitted, 10);
        applied = tasks.get(4);
        test.apply(applied, lead);
        requests = new RequestWorld(test, application);
        completing = completing(test);
        DirectiveId doubled =
                test.fixture.directive(test.supervisor, 3, ProcessTest.leads(lead), ProcessTest.shares(test.helper));
        test.fixture.launch(test.supervisor, doubled, ReportingFrequency.NONE, MONTH_END);
        List<KeyTaskId> doubles = test.tasksOf(doubled);
        suspended = doubles.get(0);
        test.suspend(suspended);
        merged = doubles.get(1);
        test.fixture.as(
                test.supervisor, () -> application.getBean(Merges.class).merge(doubles.get(2), merged, false, "重复任务"));
        splitting = splitting(test, application);
        test.goTo(MONTH_END.plusDays(1));
        scores = new ScoreWorld(test, application);

        test.fixture.abolish(test.helper, other);
        succeeding = test.duty(task, test.helper).id();

        people.put("its staff", lead.staff());
        people.put("its head", lead.head());
        people.put("a fellow department", test.helper.head());
        people.put("a department without part", stranger.head());
        people.put("its supervisor", test.supervisor);
        people.put("another supervisor", otherSupervisor);
        people.put("a leader", requests.leader);
        people.put("the administrator", admin);
    }

    /**
     * Key tasks of the lead and its fellow on their way to the end.
     *
     * @param countersigned for which the lead applied, by {@code own}
     * @param asked of the lead about another one
     * @param applied for which the lead applied, by {@code application}; the supervisor verifies
     * @param check ordered for another one
     */
    record Completing(
            DirectiveId directive,
            KeyTaskId countersigned,
            long own,
            long asked,
            KeyTaskId applied,
            long application,
            long check,
            KeyTaskId withdrawn) {}

    private static Completing completing(ProcessTest test) {
        DirectiveId directive = test.fixture.directive(
                test.supervisor, 5, ProcessTest.leads(test.lead), ProcessTest.shares(test.helper));
        test.fixture.launch(test.supervisor, directive, ReportingFrequency.NONE, MONTH_END);
        List<KeyTaskId> tasks = test.tasksOf(directive);
        for (KeyTaskId each : tasks) {
            test.sign(each, test.lead, test.helper);
        }
        test.applyOnly(tasks.get(0), test.lead);
        test.applyOnly(tasks.get(1), test.helper);
        test.apply(tasks.get(2), test.lead);
        test.apply(tasks.get(3), test.lead);
        test.orderCheck(tasks.get(3));
        test.withdrawTask(tasks.get(4));
        return new Completing(
                directive,
                tasks.get(0),
                test.fixture.application(tasks.get(0)),
                test.countersignature(tasks.get(1), test.lead).id(),
                tasks.get(2),
                test.fixture.application(tasks.get(2)),
                test.application(tasks.get(3)).siteChecks().getFirst().id(),
                tasks.get(4));
    }

    /**
     * A key task whose lead has split its duty, as a second one, of which completion does not wait for the sub-task.
     *
     * @param lead the lead itself, whose sub-tasks are its own
     */
    record Splitting(KeyTaskId task, DutyId duty, DepartmentId lead, KeyTaskId waived) {}

    private static Splitting splitting(ProcessTest test, ApplicationContext application) {
        Decompositions decompositions = application.getBean(Decompositions.class);
        DirectiveId directive = test.fixture.directive(
                test.supervisor, 2, ProcessTest.leads(test.lead), ProcessTest.shares(test.helper));
        test.fixture.launch(test.supervisor, directive, ReportingFrequency.NONE, LocalDate.of(2026, 4, 30));
        List<KeyTaskId> tasks = test.tasksOf(directive);
        for (KeyTaskId each : tasks) {
            test.sign(each, test.lead);
            DutyId duty = test.duty(each, test.lead).id();
            SubTaskDraft part = new SubTaskDraft("分工任务", null, LocalDate.of(2026, 4, 30), test.lead.id(), List.of());
            test.fixture.as(test.lead.head(), () -> decompositions.split(duty, List.of(part)));
        }
        test.fixture.as(test.supervisor, () -> decompositions.waive(tasks.get(1), "另行考核"));
        return new Splitting(tasks.get(0), test.duty(tasks.get(0), test.lead).id(), test.lead.id(), tasks.get(1));
    }

    private static final LocalDate MONTH_END = LocalDate.of(2026, 3, 31);

    /** In the order of the columns. */
    Map<String, Account> people() {
        return people;
    }

    private static ReportId report(ProcessTest test, KeyTaskId task) {
        OpenItem item = test.items(test.lead.staff()).stream()
                .filter(each -> each.kind() == ItemKind.REPORT && each.keyTaskId() == task.value())
                .findFirst()
                .orElseThrow();
        return new ReportId(item.subjectId());
    }

    private static long attach(ProcessTest test, Attachments attachments, ReportId report) {
        return test.fixture
                .as(test.lead.staff(), () -> {
                    try {
                        return attachments.add(
                                report, "佐证.txt", new ByteArrayInputStream("已完成".getBytes(StandardCharsets.UTF_8)));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .id();
    }
}
