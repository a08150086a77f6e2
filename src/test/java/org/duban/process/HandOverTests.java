package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.account.HandOver;
import org.duban.account.HandOvers;
import org.duban.account.PersonalItem;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.account.SubstitutionId;
import org.duban.account.Substitutions;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRowId;
import org.duban.directive.DivisionTables;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Supervision;
import org.duban.directive.Supervisor;
import org.duban.inbox.ItemKind;
import org.duban.support.Fixture;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Objection;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 工作交接: all open work of whoever leaves goes to somebody else, and what was done before stays theirs. */
class HandOverTests extends ProcessTest {

    @Autowired
    HandOvers handOvers;

    @Autowired
    Substitutions substitutions;

    @Autowired
    Supervision supervision;

    @Autowired
    Directives directives;

    @Autowired
    DivisionTables tables;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TransactionTemplate transactions;

    private final ExecutorService people = Executors.newCachedThreadPool();
    private Account successor;
    private Account admin;

    @BeforeEach
    void meet() {
        successor = fixture.supervisor();
        admin = fixture.admin();
    }

    @AfterEach
    void goHome() {
        people.shutdownNow();
    }

    @Test
    void givesAllThatIsEntrustedToTheSuccessorAndKeepsTheTrail() {
        Account colleague = fixture.supervisor();
        DirectiveId running = fixture.directive(supervisor, 2, leads(lead), helps(helper));
        fixture.as(supervisor, () -> supervision.entrust(running, colleague.id()));
        List<DivisionRowId> rows = rows(running);
        nameFor(running, rows.getFirst(), supervisor);
        fixture.launch(supervisor, running, ReportingFrequency.NONE, YEAR_END);
        KeyTaskId named = tasksOf(running).getFirst();
        KeyTaskId everybodys = tasksOf(running).getLast();
        DirectiveId draft = fixture.directive(supervisor, 1, leads(lead));
        nameFor(draft, rows(draft).getFirst(), supervisor);
        DutyId confirmed = dispute(named, lead);
        fixture.as(supervisor, () -> acknowledgements.confirm(confirmed, "职责明确"));
        dispute(named, helper);
        assertThat(kinds(colleague)).isEmpty();

        List<PersonalItem> preview = preview(supervisor);
        assertThat(preview)
                .extracting(PersonalItem::kind)
                .containsExactlyInAnyOrder("KEY_TASK", "DIRECTIVE", "DIRECTIVE", "DRAFT_ROWS");
        assertThat(preview).noneMatch(PersonalItem::nobodyElse);
        assertThat(handOver(supervisor, successor)).containsExactlyElementsOf(preview);

        assertThat(preview(supervisor)).isEmpty();
        assertThat(supervisors(running)).containsExactlyInAnyOrder(colleague, successor);
        assertThat(supervisors(draft)).containsExactly(successor);
        assertThat(kinds(successor)).containsExactly(ItemKind.DECIDE_DISPUTE);
        assertThat(kinds(colleague)).as("what waited for the named one").isEmpty();
        assertThat(fixture.as(supervisor, () -> tasks.visible(named))).isFalse();
        List<TimelineEntry> trail = fixture.as(successor, () -> tasks.timeline(named, 50));
        assertThat(trail.getFirst().kind()).isEqualTo(TimelineEntry.Kind.HANDED_OVER);
        assertThat(trail.getFirst().actorName()).isEqualTo(admin.displayName());
        assertThat(trail.getFirst().figure()).contains(supervisor.displayName(), successor.displayName());
        assertThat(trail.getFirst().note()).isEqualTo("工作调动");
        assertThat(trail.stream().filter(entry -> entry.kind() == TimelineEntry.Kind.DUTY_CONFIRMED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actorName()).isEqualTo(supervisor.displayName()));
        assertThat(fixture.as(successor, () -> tasks.timeline(everybodys, 50))
                        .getFirst()
                        .kind())
                .isEqualTo(TimelineEntry.Kind.HANDED_OVER);
        assertThat(fixture.as(lead.staff(), () -> tasks.timeline(named, 50))
                        .getFirst()
                        .note())
                .as("the reason is not the departments'")
                .isNull();

        List<HandOver> history = fixture.as(admin, () -> handOvers.of(supervisor.id()));
        assertThat(history).singleElement().satisfies(each -> {
            assertThat(each.toName()).isEqualTo(successor.displayName());
            assertThat(each.madeBy()).isEqualTo(admin.displayName());
            assertThat(each.reason()).isEqualTo("工作调动");
            assertThat(each.items()).containsExactlyElementsOf(preview);
        });

        fixture.launch(successor, draft, ReportingFrequency.NONE, YEAR_END);
        dispute(tasksOf(draft).getFirst(), lead, successor);
        assertThat(fixture.as(successor, () -> inbox.count())).isEqualTo(2);
    }

    @Test
    void letsTheAccountBeClosed() {
        launched(ReportingFrequency.MONTHLY);
        assertThat(preview(supervisor)).singleElement().satisfies(item -> assertThat(item.nobodyElse())
                .isTrue());
        refused("refusal.account.lastSupervisor", () -> close(supervisor));
        handOver(supervisor, successor);
        close(supervisor);
        refused("refusal.account.lastSupervisor", () -> close(successor));
        refused("refusal.peer.closed", () -> handOver(successor, supervisor));
    }

    @Test
    void leavesAClosedKeyTaskAlone() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        apply(task, lead);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));
        handOver(supervisor, successor);
        assertThat(fixture.as(successor, () -> tasks.timeline(task, 1))
                        .getFirst()
                        .kind())
                .isEqualTo(TimelineEntry.Kind.CLOSED);
    }

    @Test
    void leavesTheDepartmentsWorkWithTheDepartment() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        close(lead.staff());
        assertThat(preview(lead.head())).isEmpty();
        refused("refusal.account.lastOfDepartment", () -> close(lead.head()));
        assertThat(fixture.as(admin, () -> handOvers.candidates(lead.head().id(), "", 0, 10)))
                .isEmpty();

        Account next = fixture.account("next-" + lead.name(), lead.id(), Role.HEAD);
        assertThat(fixture.as(admin, () -> handOvers.candidates(lead.head().id(), "", 0, 10)))
                .extracting(Account::id)
                .containsExactly(next.id());
        assertThat(handOver(lead.head(), next)).isEmpty();
        close(lead.head());
        assertThat(fixture.as(admin, () -> handOvers.of(lead.head().id()))).hasSize(1);
        assertThat(fixture.as(next, () -> tasks.details(task)).actsForDuty()).isNotNull();
    }

    @Test
    void saysWhatTheDepartmentWouldLack() {
        assertThat(lackWithout(lead.head())).contains(Staffing.Lack.HEAD);
        assertThat(lackWithout(lead.staff())).isEmpty();
        assertThat(lackWithout(supervisor)).as("of no department").isEmpty();

        close(lead.staff());
        assertThat(lackWithout(lead.head())).contains(Staffing.Lack.EVERYBODY);
        assertThat(lackWithout(lead.staff())).as("is closed already").isEmpty();

        Account second = fixture.account("second-" + lead.name(), lead.id(), Role.HEAD);
        assertThat(lackWithout(lead.head())).isEmpty();
        assertThat(lackWithout(second)).isEmpty();
    }

    @Test
    void givesThePlaceOfTheSubstituteToTheSuccessorWhereThatIsPossible() {
        Account absent = fixture.supervisor();
        Account away = fixture.supervisor();
        fixture.as(absent, () -> substitutions.name(absent.id(), supervisor.id(), MONDAY, MONDAY.plusDays(9)));
        fixture.as(
                successor,
                () -> substitutions.name(successor.id(), away.id(), MONDAY.plusDays(30), MONDAY.plusDays(40)));
        fixture.as(away, () -> substitutions.name(away.id(), supervisor.id(), MONDAY.plusDays(35), null));
        assertThat(preview(supervisor)).hasSize(2);
        goTo(MONDAY.plusDays(2));

        assertThat(handOver(supervisor, successor)).hasSize(1);
        assertThat(fixture.as(successor, () -> caller.get().lent()))
                .singleElement()
                .satisfies(lent -> assertThat(lent.absent()).isEqualTo(absent.id()));
        assertThat(fixture.as(supervisor, () -> caller.get().lent())).isEmpty();
        assertThat(fixture.as(absent, () -> substitutions.absences(absent.id())))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.from()).isEqualTo(MONDAY.plusDays(2));
                    assertThat(each.to()).isEqualTo(MONDAY.plusDays(9));
                });
        close(supervisor);
        assertThat(fixture.as(away, () -> substitutions.absences(away.id()))).isEmpty();
    }

    @Test
    void leavesASubstitutionAloneThatIsTakenBackAtTheSameTime() throws Exception {
        Account absent = fixture.supervisor();
        SubstitutionId named = fixture.as(absent, () -> substitutions.name(absent.id(), supervisor.id(), MONDAY, null));
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> holder = people.submit(() -> transactions.executeWithoutResult(status -> {
            fixture.as(absent, () -> substitutions.revoke(named));
            done.countDown();
            await(mayCommit);
        }));
        await(done);
        Future<List<PersonalItem>> waiting = people.submit(() -> handOver(supervisor, successor));
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS));
        mayCommit.countDown();
        holder.get(10, TimeUnit.SECONDS);

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(fixture.as(absent, () -> substitutions.absences(absent.id())))
                .isEmpty();
        assertThat(fixture.as(successor, () -> caller.get().lent())).isEmpty();
    }

    @Test
    void isRefusedWithoutASuccessorWhoCanDoItOrAReason() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        refused("refusal.peer.role", () -> handOver(supervisor, lead.head()));
        refused("refusal.peer.oneself", () -> handOver(supervisor, supervisor));
        refused("refusal.peer.administrator", () -> handOver(supervisor, admin));
        refused(
                "refusal.reasonMissing",
                () -> fixture.as(admin, () -> handOvers.handOver(supervisor.id(), successor.id(), " ")));
        close(successor);
        refused("refusal.peer.closed", () -> handOver(supervisor, successor));
        assertThat(count("hand_over")).isZero();
        assertThat(times(task, TimelineEntry.Kind.HANDED_OVER)).isZero();
    }

    @Test
    void leavesNothingToAnAccountThatIsClosedAtTheSameTime() throws Exception {
        launched(ReportingFrequency.NONE);
        secondIsRefused("refusal.peer.closed", () -> close(successor), () -> handOver(supervisor, successor));
        fixture.as(admin, () -> accounts.setEnabled(successor.id(), true));
        secondIsRefused(
                "refusal.account.lastSupervisor", () -> handOver(supervisor, successor), () -> close(successor));
    }

    /** As in {@link ClosingAccountsTests}. */
    private void secondIsRefused(String messageKey, Runnable first, Runnable second) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> holder = people.submit(() -> transactions.executeWithoutResult(status -> {
            first.run();
            done.countDown();
            await(mayCommit);
        }));
        await(done);
        Future<?> waiting = people.submit(second);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS));
        mayCommit.countDown();
        holder.get(10, TimeUnit.SECONDS);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .havingCause()
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo(messageKey));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Optional<Staffing.Lack> lackWithout(Account leaving) {
        return fixture.as(admin, () -> handOvers.lackWithout(leaving.id()));
    }

    private List<PersonalItem> preview(Account leaving) {
        return fixture.as(admin, () -> handOvers.preview(leaving.id()));
    }

    private List<PersonalItem> handOver(Account from, Account to) {
        return fixture.as(admin, () -> handOvers.handOver(from.id(), to.id(), "工作调动"));
    }

    private void close(Account account) {
        fixture.as(admin, () -> accounts.setEnabled(account.id(), false));
    }

    private List<DivisionRowId> rows(DirectiveId directive) {
        return fixture.as(supervisor, () -> directives.rows(directive, Directives.FIRST_ROW, 10)).rows().stream()
                .map(row -> row.id())
                .toList();
    }

    private void nameFor(DirectiveId directive, DivisionRowId row, Account named) {
        fixture.as(supervisor, () -> tables.setSupervisors(directive, Set.of(row), Set.of(named.id())));
    }

    private List<Account> supervisors(DirectiveId directive) {
        return fixture.as(admin, () -> supervision.of(directive)).stream()
                .map(Supervisor::username)
                .map(username -> accounts.byUsernameAsSystem(username).orElseThrow())
                .toList();
    }

    private void dispute(KeyTaskId task, Fixture.Office office, Account reader) {
        DutyId duty = fixture.as(reader, () -> tasks.details(task)).duties().stream()
                .filter(each -> each.departmentId().equals(office.id()))
                .findFirst()
                .orElseThrow()
                .id();
        fixture.as(office.head(), () -> disputes.raise(duty, Objection.concerningNobody("不属本部门职责")));
    }
}
