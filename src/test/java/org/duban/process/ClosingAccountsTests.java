package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Supervision;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** DESIGN, invariant 6: whoever is the last one for work that is left can't be taken from it. */
class ClosingAccountsTests extends ProcessTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Supervision supervision;

    @Autowired
    TransactionTemplate transactions;

    private final ExecutorService people = Executors.newCachedThreadPool();
    private Account admin;

    @BeforeEach
    void enter() {
        admin = fixture.admin();
    }

    @AfterEach
    void goHome() {
        people.shutdownNow();
    }

    @Test
    void leavesSomebodyInADepartmentWithOpenDuties() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        close(lead.staff());

        refused("refusal.account.lastOfDepartment", () -> close(lead.head()))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(lead.name(), 1));
        assertThat(accounts.loadUserByUsername(lead.head().username()).isEnabled())
                .isTrue();

        fixture.account("successor-" + lead.name(), lead.id(), Role.HEAD);
        close(lead.head());
        assertThat(accounts.loadUserByUsername(lead.head().username()).isEnabled())
                .isFalse();
    }

    @Test
    void letsTheLastOneGoWhenTheWorkIsDone() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        DutyId helping = dispute(task, helper);
        close(helper.staff());
        refused("refusal.account.lastOfDepartment", () -> close(helper.head()));
        fixture.as(supervisor, () -> acknowledgements.withdraw(helping, "确不相关"));
        close(helper.head());

        apply(task, lead);
        close(lead.staff());
        refused("refusal.account.lastOfDepartment", () -> close(lead.head()));
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));
        close(lead.head());
    }

    @Test
    void leavesSomebodyWithALaunchedDirective() {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead));
        close(supervisor);
        open(supervisor);
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);

        refused("refusal.account.lastSupervisor", () -> close(supervisor));

        Account other = fixture.supervisor();
        fixture.as(supervisor, () -> supervision.entrust(directive, other.id()));
        close(supervisor);
        refused("refusal.account.lastSupervisor", () -> close(other));
        refused(
                "refusal.supervision.lastOne",
                () -> fixture.as(admin, () -> supervision.withdraw(directive, other.id())));
    }

    @Test
    void letsOneOfTwoGoWhoAreClosedAtOnce() throws Exception {
        Account other = fixture.supervisor();
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead));
        fixture.as(supervisor, () -> supervision.entrust(directive, other.id()));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);

        secondIsRefused("refusal.account.lastOfDepartment", () -> close(lead.staff()), () -> close(lead.head()));
        secondIsRefused("refusal.account.lastSupervisor", () -> close(supervisor), () -> close(other));
        open(supervisor);
    }

    @Test
    void givesNoDutyToADepartmentThatLosesItsLastOne() throws Exception {
        Office other = fixture.office();
        close(other.staff());
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId moving = dispute(task, lead);

        secondIsRefused(
                "refusal.dispute.unstaffed",
                () -> close(other.head()),
                () -> fixture.as(
                        supervisor, () -> acknowledgements.change(moving, other.id(), DutyRole.LEAD, "改由其牵头")));
        open(other.head());
        secondIsRefused(
                "refusal.account.lastOfDepartment",
                () -> fixture.as(supervisor, () -> acknowledgements.change(moving, other.id(), DutyRole.LEAD, "改由其牵头")),
                () -> close(other.head()));
    }

    /** The second one comes while the first has not committed yet: it waits, and sees then what the first one did. */
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

    private void close(Account account) {
        fixture.as(admin, () -> accounts.setEnabled(account.id(), false));
    }

    private void open(Account account) {
        fixture.as(admin, () -> accounts.setEnabled(account.id(), true));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
