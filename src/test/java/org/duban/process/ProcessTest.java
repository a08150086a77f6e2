package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.duban.account.Account;
import org.duban.base.DueKey;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.Inbox;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.report.Reviews;
import org.duban.support.EmptyWorld;
import org.duban.support.Fixture;
import org.duban.support.Fixture.Assigned;
import org.duban.support.Fixture.Office;
import org.duban.support.OnEveryDatabase;
import org.duban.task.Acknowledgements;
import org.duban.task.Completion;
import org.duban.task.Completions;
import org.duban.task.Countersignature;
import org.duban.task.Countersignatures;
import org.duban.task.Disputes;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.Hurdle;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.Objection;
import org.duban.task.Outcome;
import org.duban.task.Reopenings;
import org.duban.task.SiteChecks;
import org.duban.task.SiteVisit;
import org.duban.task.Suspensions;
import org.duban.task.TimelineEntry;
import org.duban.task.Withdrawals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A test of the process through the services, on each database. It begins on a Monday morning in an empty world, moves
 * the clock, and ends with ledger and engine in agreement.
 */
@OnEveryDatabase
abstract class ProcessTest {

    /** The day on which every test begins, at ten o'clock. */
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);

    @Autowired
    EmptyWorld world;

    @Autowired
    Fixture fixture;

    @Autowired
    LedgerAgreesWithEngine ledgerAndEngine;

    @Autowired
    MovableClock clock;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeyTasks tasks;

    @Autowired
    Inbox inbox;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    Disputes disputes;

    @Autowired
    Completions completions;

    @Autowired
    Countersignatures countersignatures;

    @Autowired
    SiteChecks siteChecks;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    Reopenings reopenings;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Reports reports;

    @Autowired
    Reviews reviews;

    Account supervisor;
    Office lead;
    Office helper;

    @BeforeEach
    void begin() {
        clock.travelTo(calendar.at(MONDAY, LocalTime.of(10, 0)));
        world.begin();
        supervisor = fixture.supervisor();
        lead = fixture.office();
        helper = fixture.office();
    }

    @AfterEach
    void end() {
        try {
            ledgerAndEngine.check();
        } finally {
            clock.release();
        }
    }

    /** A key task of the lead and its helper, due at the end of the year, unsigned. */
    KeyTaskId launched(ReportingFrequency reporting) {
        return launched(reporting, YEAR_END, leads(lead), helps(helper));
    }

    KeyTaskId launched(ReportingFrequency reporting, LocalDate dueOn, Assigned... assigned) {
        DirectiveId directive = fixture.directive(supervisor, 1, assigned);
        fixture.launch(supervisor, directive, reporting, dueOn);
        return tasksOf(directive).getFirst();
    }

    List<KeyTaskId> tasksOf(DirectiveId directive) {
        return jdbc.sql("SELECT id FROM key_task WHERE directive_id = :id ORDER BY id")
                .param("id", directive.value())
                .query((row, number) -> new KeyTaskId(row.getLong(1)))
                .list();
    }

    static Assigned leads(Office office) {
        return new Assigned(office, DutyRole.LEAD);
    }

    static Assigned helps(Office office) {
        return new Assigned(office, DutyRole.COOPERATING);
    }

    static Assigned shares(Office office) {
        return new Assigned(office, DutyRole.JOINT);
    }

    /** Ten o'clock on the day; what fell due on the way is fired, once. */
    void goTo(LocalDate day) {
        goTo(day, LocalTime.of(10, 0));
    }

    void goTo(LocalDate day, LocalTime time) {
        fixture.travelTo(calendar.at(day, time));
    }

    /** Ten o'clock of every day up to this one. */
    void liveUntil(LocalDate day) {
        while (calendar.today().isBefore(day)) {
            goTo(calendar.today().plusDays(1));
        }
    }

    KeyTaskDetails details(KeyTaskId task) {
        return fixture.as(supervisor, () -> tasks.details(task));
    }

    KeyTask task(KeyTaskId task) {
        return details(task).task();
    }

    /** What happened, oldest first. */
    List<TimelineEntry.Kind> history(KeyTaskId task) {
        return fixture.as(supervisor, () -> tasks.timeline(task, 500)).reversed().stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    long times(KeyTaskId task, TimelineEntry.Kind kind) {
        return history(task).stream().filter(kind::equals).count();
    }

    Duty duty(KeyTaskId task, Office office) {
        return details(task).duties().stream()
                .filter(duty -> duty.departmentId().equals(office.id()))
                .findFirst()
                .orElseThrow();
    }

    List<OpenItem> items(Account account) {
        return fixture.as(account, () -> inbox.mine(DueKey.START, 200)).rows();
    }

    List<ItemKind> kinds(Account account) {
        return items(account).stream().map(OpenItem::kind).toList();
    }

    OpenItem only(Account account, ItemKind kind) {
        List<OpenItem> found =
                items(account).stream().filter(item -> item.kind() == kind).toList();
        assertThat(found).as(kind.name()).hasSize(1);
        return found.getFirst();
    }

    void sign(KeyTaskId task, Office... offices) {
        for (Office office : offices) {
            DutyId duty = duty(task, office).id();
            fixture.as(office.staff(), () -> acknowledgements.acknowledge(duty));
        }
    }

    DutyId dispute(KeyTaskId task, Office office) {
        DutyId duty = duty(task, office).id();
        fixture.as(office.head(), () -> disputes.raise(duty, Objection.concerningNobody("不属本部门职责")));
        return duty;
    }

    /** Like a dispute, at any time. */
    DutyId takeUp(KeyTaskId task, Office office) {
        DutyId duty = duty(task, office).id();
        fixture.as(supervisor, () -> acknowledgements.takeUp(duty, "久未签收"));
        return duty;
    }

    /** What is late for a dispute the supervisor takes up. */
    DutyId takenUp(KeyTaskId task, Office office) {
        DutyId duty = duty(task, office).id();
        fixture.as(supervisor, () -> acknowledgements.takeUp(duty, "久未签收"));
        return duty;
    }

    /** The one report that the office has to write or amend. */
    ReportId reportOf(Office office) {
        List<OpenItem> found = items(office.staff()).stream()
                .filter(item -> item.kind() == ItemKind.REPORT || item.kind() == ItemKind.AMEND)
                .toList();
        assertThat(found).hasSize(1);
        return new ReportId(found.getFirst().subjectId());
    }

    void submit(Office office, ReportId report, int percent) {
        fixture.as(office.staff(), () -> reports.submit(report, content(percent), fixture.revision(report)));
    }

    void accept(ReportId report) {
        fixture.as(supervisor, () -> reviews.accept(report, fixture.handIn(report), null));
    }

    void sendBack(ReportId report, LocalDate newDueOn) {
        fixture.as(supervisor, () -> reviews.returnForAmendment(report, fixture.handIn(report), "请补充数据", newDueOn));
    }

    /** All that are asked countersign. */
    void apply(KeyTaskId task, Office office) {
        applyOnly(task, office);
        fixture.countersign(task);
    }

    void applyOnly(KeyTaskId task, Office office) {
        DutyId duty = duty(task, office).id();
        fixture.as(office.staff(), () -> completions.apply(duty, "已全部完成"));
    }

    List<Hurdle.InTheWay> inTheWay(KeyTaskId task, Office office) {
        DutyId duty = duty(task, office).id();
        return fixture.as(office.staff(), () -> completions.inTheWay(duty));
    }

    Completion application(KeyTaskId task) {
        return details(task).completions().getLast();
    }

    /** What the office was asked about the latest application for completion. */
    Countersignature countersignature(KeyTaskId task, Office office) {
        return application(task).countersignatures().stream()
                .filter(each -> each.departmentId().equals(office.id()))
                .findFirst()
                .orElseThrow();
    }

    void agree(KeyTaskId task, Office office) {
        long asked = countersignature(task, office).id();
        fixture.as(office.staff(), () -> countersignatures.agree(asked, "无异议"));
    }

    void giveBack(KeyTaskId task, Office office) {
        long asked = countersignature(task, office).id();
        fixture.as(office.staff(), () -> countersignatures.giveBack(asked, "配合部分尚未完成"));
    }

    void orderCheck(KeyTaskId task) {
        SiteVisit visit = new SiteVisit(calendar.today().plusDays(3), "项目现场", "督查一组");
        fixture.as(supervisor, () -> siteChecks.order(task, fixture.application(task), visit, "核实验收情况"));
    }

    void recordCheck(KeyTaskId task, boolean confirmed) {
        long check = application(task).siteChecks().getLast().id();
        fixture.as(supervisor, () -> siteChecks.record(check, confirmed, "现场与申请所述相符"));
    }

    void withdrawTask(KeyTaskId task) {
        fixture.as(supervisor, () -> withdrawals.withdraw(task, "任务调整"));
    }

    void reopen(KeyTaskId task, LocalDate newDueOn) {
        fixture.as(supervisor, () -> reopenings.reopen(task, newDueOn, "巡视反馈需整改"));
    }

    void suspend(KeyTaskId task) {
        fixture.as(supervisor, () -> suspensions.suspend(task, calendar.today().plusDays(60), "等待上级明确政策"));
    }

    void resume(KeyTaskId task) {
        fixture.as(supervisor, () -> suspensions.resume(task, "政策已明确"));
    }

    void close(KeyTaskId task, Outcome outcome) {
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), outcome, null));
    }

    static ReportContent content(int percent) {
        return new ReportContent(percent, "按计划推进", null, Map.of());
    }

    long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    static ThrowableAssertAlternative<Refusal> refused(String messageKey, ThrowingCallable action) {
        return Assertions.assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action)
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }

    /** What the person asked for was done, or made impossible, before, and the answer says by whom and when. */
    void alreadyHandled(Account account, Runnable action) {
        refused("refusal.handledBefore", () -> fixture.as(account, action))
                .satisfies(refusal ->
                        assertThat(refusal.arguments()).hasExactlyElementsOfTypes(String.class, Instant.class));
    }
}
