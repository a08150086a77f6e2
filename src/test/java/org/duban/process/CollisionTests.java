package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.ladder.Ladder;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Assigned;
import org.duban.support.Fixture.Office;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Lights;
import org.duban.task.Objection;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry;
import org.duban.task.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people on one thing at the same moment, with real threads: one succeeds, the other is told so. */
class CollisionTests extends TwoAtOnceTest {

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Directives directives;

    @Autowired
    Lights lights;

    @Autowired
    Ladder ladder;

    @Autowired
    Transfers transfers;

    @Test
    void oneOfTwoSignsOrDisputes() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE);
            DutyId signed = duty(task, lead).id();
            oneSucceeds(
                    new Attempt(lead.staff(), () -> acknowledgements.acknowledge(signed)),
                    new Attempt(lead.head(), () -> acknowledgements.acknowledge(signed)));
            DutyId disputed = duty(task, helper).id();
            oneSucceeds(
                    new Attempt(helper.staff(), () -> acknowledgements.acknowledge(disputed)),
                    new Attempt(helper.head(), () -> disputes.raise(disputed, Objection.concerningNobody("不属本部门职责"))));
        }
    }

    @Test
    void theDepartmentSignsOrTheSupervisorTakesTheDutyUp() {
        for (int round = 0; round < ROUNDS; round++) {
            DutyId duty = duty(launched(ReportingFrequency.NONE), helper).id();
            oneSucceeds(
                    new Attempt(helper.staff(), () -> acknowledgements.acknowledge(duty)),
                    new Attempt(supervisor, () -> acknowledgements.takeUp(duty, "久未签收")));
        }
    }

    @Test
    void oneOfTwoDecidesOnADispute() {
        Office other = fixture.office();
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE);
            DutyId duty = dispute(task, helper);
            oneSucceeds(
                    new Attempt(supervisor, () -> acknowledgements.confirm(duty, "职责明确")),
                    new Attempt(supervisor, () -> acknowledgements.withdraw(duty, "确不相关")),
                    new Attempt(
                            supervisor,
                            () -> acknowledgements.change(duty, other.id(), DutyRole.COOPERATING, "改由其配合")));
        }
    }

    @Test
    void theHeadSignsADisputeOrSendsItBack() {
        for (int round = 0; round < ROUNDS; round++) {
            DutyId duty = duty(launched(ReportingFrequency.NONE), helper).id();
            fixture.as(helper.staff(), () -> disputes.prepare(duty, Objection.concerningNobody("不属本部门职责")));
            oneSucceeds(
                    new Attempt(helper.head(), () -> disputes.sign(duty)),
                    new Attempt(helper.head(), () -> disputes.reject(duty, "确属本部门职责")));
        }
    }

    @Test
    void oneOfTwoDecidesOnATransfer() {
        Office other = fixture.office();
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE);
            sign(task, helper);
            DutyId duty = duty(task, helper).id();
            oneSucceeds(
                    new Attempt(helper.head(), () -> transfers.request(duty, other.id(), "另有分工")),
                    new Attempt(helper.head(), () -> transfers.request(duty, other.id(), "职能已调整")));
            long waiting = fixture.as(supervisor, () -> transfers.waiting(task))
                    .getFirst()
                    .id();
            oneSucceeds(
                    new Attempt(supervisor, () -> transfers.approve(waiting, null)),
                    new Attempt(supervisor, () -> transfers.refuse(waiting, "职责明确")));
        }
    }

    @Test
    void oneOfTwoHandsInOrReviews() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead);
        goTo(MONDAY.plusDays(14));
        ReportId report = reportOf(lead);
        for (int round = 0; round < ROUNDS; round++) {
            oneSucceeds(
                    new Attempt(lead.staff(), () -> reports.submit(report, content(10), fixture.revision(report))),
                    new Attempt(lead.head(), () -> reports.submit(report, content(20), fixture.revision(report))));
            oneSucceeds(
                    new Attempt(
                            supervisor,
                            () -> reviews.returnForAmendment(report, fixture.handIn(report), "请补充数据", YEAR_END)),
                    new Attempt(
                            supervisor,
                            () -> reviews.returnForAmendment(report, fixture.handIn(report), "请再核实", YEAR_END)));
        }
        submit(lead, report, 30);
        oneSucceeds(
                new Attempt(
                        supervisor,
                        () -> reviews.returnForAmendment(report, fixture.handIn(report), "请补充数据", YEAR_END)),
                new Attempt(supervisor, () -> reviews.accept(report, fixture.handIn(report), null)));
    }

    @Test
    void oneOfTwoAppliesClosesOrSendsBack() {
        Office joint = fixture.office();
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(joint));
            sign(task, lead, joint);
            DutyId mine = duty(task, lead).id();
            DutyId theirs = duty(task, joint).id();
            oneSucceeds(
                    new Attempt(lead.staff(), () -> completions.apply(mine, "已全部完成")),
                    new Attempt(joint.staff(), () -> completions.apply(theirs, "已全部完成")));
            fixture.countersign(task);
            oneSucceeds(
                    new Attempt(
                            supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null)),
                    new Attempt(
                            supervisor, () -> completions.close(task, fixture.application(task), Outcome.PARTLY, null)),
                    new Attempt(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料")));
        }
    }

    @Test
    void oneOfTwoLaunches() {
        DirectiveId directive = fixture.directive(supervisor, 3, leads(lead));
        List<Refusal> refused = together(
                new Attempt(supervisor, () -> directives.launch(directive, ReportingFrequency.NONE, YEAR_END)),
                new Attempt(supervisor, () -> directives.launch(directive, ReportingFrequency.NONE, YEAR_END)));

        assertThat(refused).extracting(Refusal::messageKey).containsExactly("refusal.directive.launchedBy");
        goTo(MONDAY);
        assertThat(tasksOf(directive)).hasSize(3);
    }

    @Test
    void departmentsOnOneKeyTaskDoNotHinderEachOther() {
        List<Office> offices =
                IntStream.range(0, 8).mapToObj(each -> fixture.office()).toList();
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(
                    ReportingFrequency.NONE,
                    YEAR_END,
                    offices.stream().map(ProcessTest::shares).toArray(Assigned[]::new));
            Attempt[] all = offices.stream()
                    .map(office -> {
                        DutyId duty = duty(task, office).id();
                        return new Attempt(office.staff(), () -> acknowledgements.acknowledge(duty));
                    })
                    .toArray(Attempt[]::new);

            assertThat(together(all)).isEmpty();
            assertThat(details(task).duties()).allMatch(duty -> duty.state() == Duty.State.ACKNOWLEDGED);
        }
    }

    @Test
    void aSignatureMeetsTheClosing() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE);
            sign(task, lead);
            apply(task, lead);
            DutyId unsigned = duty(task, helper).id();

            together(
                    new Attempt(
                            supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null)),
                    new Attempt(helper.staff(), () -> acknowledgements.acknowledge(unsigned)));

            assertThat(task(task).state()).isEqualTo(KeyTask.State.CLOSED);
            ledgerAndEngine.check();
        }
    }

    @Test
    void theNightlyLightMeetsTheClosing() throws Exception {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        goTo(MONDAY.plusDays(14));
        apply(task, lead);
        clock.travelTo(calendar.at(YEAR_END.minusDays(1), LocalTime.of(23, 0)));
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> closing = people.submit(() -> transactions.executeWithoutResult(status -> {
            fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));
            closed.countDown();
            await(mayCommit);
        }));
        await(closed);
        Future<?> night = people.submit(() -> lights.rereadAsSystem(task));
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> night.get(300, TimeUnit.MILLISECONDS));

        mayCommit.countDown();
        closing.get(10, TimeUnit.SECONDS);
        night.get(10, TimeUnit.SECONDS);

        assertThat(task(task).lightReading().rule()).isEqualTo("CLOSED_IN_TIME");
    }

    @Test
    void nobodyIsUrgedForWhatIsHandedInAtThatMoment() throws Exception {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(MONDAY.plusDays(14));
        ReportId report = reportOf(lead);
        clock.travelTo(calendar.at(MONDAY.plusDays(60), LocalTime.of(10, 0)));
        CountDownLatch submitted = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> handingIn = people.submit(() -> transactions.executeWithoutResult(status -> {
            submit(lead, report, 10);
            submitted.countDown();
            await(mayCommit);
        }));
        await(submitted);
        Future<?> urging = people.submit(() -> ladder.climbAsSystem(report.value()));
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> urging.get(300, TimeUnit.MILLISECONDS));

        mayCommit.countDown();
        handingIn.get(10, TimeUnit.SECONDS);
        urging.get(10, TimeUnit.SECONDS);

        assertThat(times(task, TimelineEntry.Kind.REPORT_URGED)).isZero();
    }

    @Test
    void whatIsReadAgainUnderTheLockIsNew() throws Exception {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        for (int round = 1; round <= 10; round++) {
            int written = round;
            CountDownLatch changed = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            Future<?> first = people.submit(() -> transactions.executeWithoutResult(status -> {
                lock(task);
                jdbc.sql("UPDATE duty SET percent = :percent WHERE key_task_id = :task")
                        .param("percent", written)
                        .param("task", task.value())
                        .update();
                changed.countDown();
                await(mayCommit);
            }));
            await(changed);
            Future<Integer> second = people.submit(() -> transactions.execute(status -> {
                percentWritten(task);
                lock(task);
                return percentWritten(task);
            }));

            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS));
            mayCommit.countDown();
            first.get(10, TimeUnit.SECONDS);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(written);
        }
    }

    private void lock(KeyTaskId task) {
        jdbc.sql("SELECT id FROM key_task WHERE id = :id FOR UPDATE")
                .param("id", task.value())
                .query(Long.class)
                .single();
    }

    private int percentWritten(KeyTaskId task) {
        return jdbc.sql("SELECT COALESCE(MAX(percent), 0) FROM duty WHERE key_task_id = :task")
                .param("task", task.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aLockThatDoesNotComeFreeMeansBusy() throws Exception {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = duty(task, lead).id();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Future<?> holder = people.submit(() -> transactions.executeWithoutResult(status -> {
            lock(task);
            held.countDown();
            await(done);
        }));
        await(held);

        refused("refusal.busy", () -> fixture.as(lead.staff(), () -> acknowledgements.acknowledge(duty)));

        done.countDown();
        holder.get(10, TimeUnit.SECONDS);
        sign(task, lead);
    }
}
