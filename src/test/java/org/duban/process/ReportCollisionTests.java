package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.duban.account.Account;
import org.duban.base.Refusal;
import org.duban.base.Timers;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.inbox.ItemKind;
import org.duban.report.Contribution;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.report.HeadApprovals;
import org.duban.report.JointReturns;
import org.duban.report.ProgressReport.State;
import org.duban.report.ReportId;
import org.duban.task.KeyTaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people on one report at the same moment, with real threads. */
class ReportCollisionTests extends ProcessTest {

    private static final int ROUNDS = 4;

    @Autowired
    Contributions contributions;

    @Autowired
    HeadApprovals approvals;

    @Autowired
    JointReturns joint;

    @Autowired
    Timers timers;

    private final ExecutorService people = Executors.newCachedThreadPool();

    @AfterEach
    void goHome() {
        people.shutdownNow();
    }

    @Test
    void theLeadHandsInWhileTheOtherContributes() {
        for (int round = 0; round < ROUNDS; round++) {
            begin();
            opened(false);
            ReportId report = reportOf(lead);
            ContributionId asked =
                    new ContributionId(only(helper.staff(), ItemKind.CONTRIBUTE).subjectId());

            List<Refusal> answers = together(
                    lead.staff(),
                    () -> reports.submit(report, content(10), fixture.revision(report)),
                    helper.staff(),
                    () -> contributions.submit(asked, "已完成配合事项"));

            assertThat(answers.getFirst()).as("the lead waits for nobody").isNull();
            Contribution.State state = fixture.as(supervisor, () -> contributions.details(asked))
                    .contribution()
                    .state();
            if (answers.getLast() == null) {
                assertThat(state).isEqualTo(Contribution.State.SUBMITTED);
            } else {
                assertThat(answers.getLast().messageKey()).isEqualTo("refusal.contribution.notWaitedFor");
                assertThat(state).isEqualTo(Contribution.State.NOT_WAITED_FOR);
            }
            ledgerAndEngine.check();
        }
    }

    @Test
    void oneOfTwoHeadsDecides() {
        opened(true);
        Account second = fixture.account("second-" + lead.name(), lead.id(), org.duban.account.Role.HEAD);
        ReportId report = reportOf(lead);
        for (int round = 0; round < ROUNDS; round++) {
            submit(lead, report, 10);
            List<Refusal> answers = together(
                    lead.head(),
                    () -> approvals.holdBack(report, "请补充"),
                    second,
                    () -> approvals.holdBack(report, "请核实"));
            assertThat(answers).containsOnlyOnce((Refusal) null);
            ledgerAndEngine.check();
        }
        submit(lead, report, 10);
        assertThat(together(
                        lead.head(), () -> approvals.holdBack(report, "请补充"), second, () -> approvals.approve(report)))
                .containsOnlyOnce((Refusal) null);
    }

    @Test
    void oneOfTwoReturnsThemAllOrAccepts() {
        opened(false);
        ReportId report = reportOf(lead);
        for (int round = 0; round < ROUNDS; round++) {
            submit(lead, report, 10);
            long handIn = fixture.handIn(report);
            List<Refusal> answers = together(
                    supervisor,
                    () -> joint.returnAll(report, Set.of(handIn), "口径不一致", YEAR_END),
                    supervisor,
                    () -> reviews.returnForAmendment(report, handIn, "请补充", YEAR_END));
            assertThat(answers).containsOnlyOnce((Refusal) null);
            ledgerAndEngine.check();
        }
    }

    @Test
    void theLeadHandsInWhileThePeriodIsClosed() {
        KeyTaskId task = opened(false);
        ReportId report = reportOf(lead);
        clock.travelTo(calendar.at(MONDAY.plusDays(44), LocalTime.of(0, 0)));

        List<Refusal> answers = together(
                lead.staff(),
                () -> reports.submit(report, content(10), fixture.revision(report)),
                supervisor,
                timers::fireDue);
        timers.fireDue();

        State state =
                fixture.as(supervisor, () -> reports.details(report)).report().state();
        assertThat(state).isEqualTo(answers.getFirst() == null ? State.SUBMITTED : State.MISSED);
        assertThat(fixture.as(supervisor, () -> reports.of(task, 10))).hasSize(2);
    }

    private KeyTaskId opened(boolean headApproves) {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead), helps(helper));
        fixture.launch(
                supervisor, directive, new ReportingPlan(ReportingFrequency.MONTHLY, 25, headApproves, 3), YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        sign(task, lead, helper);
        goTo(MONDAY.plusDays(14));
        return task;
    }

    /** Both at once; {@code null} for whoever was not refused. Whatever else is thrown fails the test. */
    private List<Refusal> together(Account one, Runnable first, Account other, Runnable second) {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Refusal>> running = new ArrayList<>();
        running.add(people.submit(() -> answer(start, one, first)));
        running.add(people.submit(() -> answer(start, other, second)));
        List<Refusal> answers = new ArrayList<>();
        for (Future<Refusal> each : running) {
            try {
                answers.add(each.get(60, TimeUnit.SECONDS));
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
        return answers;
    }

    private Refusal answer(CyclicBarrier start, Account account, Runnable action) throws Exception {
        start.await(10, TimeUnit.SECONDS);
        try {
            fixture.as(account, action);
            return null;
        } catch (Refusal refusal) {
            return refusal;
        }
    }
}
