package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duban.base.Refusal;
import org.duban.directive.ReportingFrequency;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Merges;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor has key tasks stand still or merges them while others act on them. */
class SuspensionCollisionTests extends TwoAtOnceTest {

    @Autowired
    Merges merges;

    @Test
    void aDepartmentActsBeforeItStandsStillOrIsRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId task = launched(ReportingFrequency.NONE);
            DutyId duty = duty(task, lead).id();
            List<Refusal> refusals = together(
                    new Attempt(supervisor, () -> suspensions.suspend(task, YEAR_END, "等待政策")),
                    new Attempt(lead.staff(), () -> acknowledgements.acknowledge(duty)));

            boolean signed = duty(task, lead).state() == Duty.State.ACKNOWLEDGED;
            assertThat(task(task).suspended()).isTrue();
            assertThat(refusals).hasSize(signed ? 0 : 1).allMatch(each -> each.messageKey()
                    .equals("refusal.suspended"));
            ledgerAndEngine.check();
        }
    }

    @Test
    void oneOfTwoSuspendsAndOneOfTwoResumes() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(together(
                            new Attempt(supervisor, () -> suspensions.suspend(task, YEAR_END, "等待政策")),
                            new Attempt(supervisor, () -> suspensions.suspend(task, YEAR_END, "暂缓实施"))))
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.suspended"));
            oneSucceeds(
                    new Attempt(supervisor, () -> suspensions.resume(task, "政策已明确")),
                    new Attempt(supervisor, () -> suspensions.resume(task, "条件已具备")));
        }
    }

    @Test
    void oneOfTwoMergesInOppositeDirections() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId one = launched(ReportingFrequency.NONE);
            KeyTaskId other = launched(ReportingFrequency.NONE, YEAR_END, leads(fixture.office()));
            oneSucceeds(
                    new Attempt(supervisor, () -> merges.merge(one, other, false, "重复任务")),
                    new Attempt(supervisor, () -> merges.merge(other, one, false, "重复任务")));
            assertThat(List.of(task(one).state(), task(other).state()))
                    .containsExactlyInAnyOrder(KeyTask.State.RUNNING, KeyTask.State.WITHDRAWN);
        }
    }
}
