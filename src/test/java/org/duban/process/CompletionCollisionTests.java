package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.support.Fixture.Office;
import org.duban.task.CheckSample;
import org.duban.task.CheckSamples;
import org.duban.task.Completion;
import org.duban.task.Countersignature;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.SiteVisit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people on the end of a key task at the same moment: its application, its countersigning, its verdict. */
class CompletionCollisionTests extends TwoAtOnceTest {

    @Autowired
    CheckSamples samples;

    @Autowired
    TransactionTemplate transactions;

    /** Whoever applies while the draw waits for its locks is not among them: their key task is not locked. */
    @Test
    void drawsOnlyFromWhatItHasLocked() throws Exception {
        DirectiveId directive = fixture.directive(supervisor, 2, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        KeyTaskId applied = tasksOf(directive).getFirst();
        KeyTaskId applying = tasksOf(directive).getLast();
        sign(applied, lead);
        sign(applying, lead);
        apply(applied, lead);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> holder = people.submit(() -> transactions.executeWithoutResult(status -> {
            jdbc.sql("SELECT id FROM key_task WHERE id = :id FOR UPDATE")
                    .param("id", applied.value())
                    .query(Long.class)
                    .single();
            locked.countDown();
            await(mayCommit);
        }));
        await(locked);
        SiteVisit visit = new SiteVisit(calendar.today().plusDays(7), null, "督查一组");
        Future<CheckSample> draw =
                people.submit(() -> fixture.as(supervisor, () -> samples.draw(directive, 100, visit)));
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> draw.get(300, TimeUnit.MILLISECONDS));
        apply(applying, lead);
        mayCommit.countDown();
        holder.get(10, TimeUnit.SECONDS);

        assertThat(draw.get(20, TimeUnit.SECONDS).drawn()).singleElement().satisfies(each -> assertThat(each.task())
                .isEqualTo(applied));
        assertThat(fixture.as(supervisor, () -> samples.waiting(directive))).isOne();
    }

    @Test
    void oneAgreesForItsDepartmentOrReturns() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE);
            sign(task, lead, helper);
            applyOnly(task, lead);
            long asked = countersignature(task, helper).id();
            oneSucceeds(
                    new Attempt(helper.staff(), () -> countersignatures.agree(asked, null)),
                    new Attempt(helper.head(), () -> countersignatures.giveBack(asked, "尚未完成")));
        }
    }

    /** The other one's answer is either in time or made void by the return; nothing of it is left in either case. */
    @Test
    void anAgreementMeetsTheReturnOfAnotherDepartment() {
        Office third = fixture.office();
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(helper), helps(third));
            sign(task, lead, helper, third);
            applyOnly(task, lead);
            long agreeing = countersignature(task, helper).id();
            long returning = countersignature(task, third).id();

            List<Refusal> refused = together(
                    new Attempt(helper.staff(), () -> countersignatures.agree(agreeing, null)),
                    new Attempt(third.staff(), () -> countersignatures.giveBack(returning, "尚未完成")));

            assertThat(refused).allMatch(refusal -> refusal.messageKey().equals("refusal.handledBefore"));
            assertThat(countersignature(task, helper).state())
                    .isEqualTo(refused.isEmpty() ? Countersignature.State.AGREED : Countersignature.State.VOID);
            assertThat(application(task).state()).isEqualTo(Completion.State.RETURNED);
            ledgerAndEngine.check();
        }
    }

    @Test
    void theLastOnesOfTwoDepartmentsAgree() {
        Office third = fixture.office();
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(helper), helps(third));
            sign(task, lead, helper, third);
            applyOnly(task, lead);
            long mine = countersignature(task, helper).id();
            long theirs = countersignature(task, third).id();

            assertThat(together(
                            new Attempt(helper.staff(), () -> countersignatures.agree(mine, null)),
                            new Attempt(third.staff(), () -> countersignatures.agree(theirs, null))))
                    .isEmpty();

            assertThat(application(task).state()).isEqualTo(Completion.State.VERIFYING);
            ledgerAndEngine.check();
        }
    }

    @Test
    void theApplicantTakesBackOrTheLastDepartmentAgrees() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE);
            sign(task, lead, helper);
            applyOnly(task, lead);
            long read = fixture.application(task);
            long asked = countersignature(task, helper).id();
            oneSucceeds(
                    new Attempt(lead.staff(), () -> completions.takeBack(read)),
                    new Attempt(helper.staff(), () -> countersignatures.agree(asked, null)));
        }
    }

    @Test
    void aVerdictMeetsTheWithdrawal() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE);
            sign(task, lead);
            apply(task, lead);
            long read = fixture.application(task);
            oneSucceeds(
                    new Attempt(supervisor, () -> completions.close(task, read, Outcome.DONE, null)),
                    new Attempt(supervisor, () -> withdrawals.withdraw(task, "任务调整")));
            oneSucceeds(
                    new Attempt(supervisor, () -> reopenings.reopen(task, YEAR_END, "需整改")),
                    new Attempt(supervisor, () -> reopenings.reopen(task, YEAR_END.plusDays(1), "需整改")));
        }
    }

    @Test
    void aVerdictMeetsAnOnSiteCheck() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE);
            sign(task, lead);
            apply(task, lead);
            long read = fixture.application(task);
            SiteVisit visit = new SiteVisit(YEAR_END, null, "督查一组");
            oneSucceeds(
                    new Attempt(supervisor, () -> completions.close(task, read, Outcome.DONE, null)),
                    new Attempt(supervisor, () -> siteChecks.order(task, read, visit, "核实情况")));
        }
    }

    @Test
    void twoKeyTasksOfAnEndedDirectiveAreReopenedTogether() {
        DirectiveId directive = fixture.directive(supervisor, 2, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, YEAR_END);
        List<KeyTaskId> both = tasksOf(directive);
        both.forEach(task -> sign(task, lead));
        both.forEach(this::withdrawTask);
        goTo(MONDAY.plusDays(20));

        assertThat(together(
                        new Attempt(supervisor, () -> reopenings.reopen(both.getFirst(), YEAR_END, "需整改")),
                        new Attempt(supervisor, () -> reopenings.reopen(both.getLast(), YEAR_END, "需整改"))))
                .isEmpty();

        ledgerAndEngine.check();
    }
}
