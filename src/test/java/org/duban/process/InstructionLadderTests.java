package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.duban.inbox.ItemKind;
import org.duban.instruction.Instruction.State;
import org.duban.instruction.InstructionId;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.LadderRecords;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 批示 on the ladder: whoever does not answer in time. */
class InstructionLadderTests extends InstructionTest {

    @Autowired
    LadderRecords records;

    @Test
    void climbsForALateAnswerOfOneDepartmentOnly() {
        InstructionId id = write(null);
        assign(id, lead, helper);
        answer(id, lead, "已加快");
        liveUntil(ANSWER_BY);
        assertThat(steps()).as("not on the day itself").isEmpty();
        assertThat(count("reminder WHERE kind = 'INSTRUCTION'"))
                .as("three days before, and one")
                .isEqualTo(2);

        liveUntil(calendar.plusWorkingDays(ANSWER_BY, 11));

        assertThat(steps())
                .extracting(EscalationStep::level, EscalationStep::rule, EscalationStep::departmentName)
                .containsExactly(
                        tuple(4, "INSTRUCTION_4", helper.name()),
                        tuple(3, "INSTRUCTION_3", helper.name()),
                        tuple(2, "INSTRUCTION_2", helper.name()),
                        tuple(1, "INSTRUCTION_1", helper.name()));
        assertThat(times(task, Kind.INSTRUCTION_URGED)).as("once").isOne();
        assertThat(times(task, Kind.INSTRUCTION_ESCALATED)).isEqualTo(3);
        assertThat(kinds(helper.head())).contains(ItemKind.RECEIVE_ESCALATION);
        assertThat(kinds(lead.head())).doesNotContain(ItemKind.RECEIVE_ESCALATION);
        assertThat(fixture.as(lead.staff(), () -> records.of(task)).steps())
                .as("nobody else's business")
                .isEmpty();
        assertThat(task(task).escalationLevel()).as("the key task is in time").isZero();
        ledgerAndEngine.check();
    }

    @Test
    void restsOnceItIsAnswered() {
        InstructionId id = write(null);
        assign(id, helper);
        liveUntil(calendar.plusWorkingDays(ANSWER_BY, 1));
        answer(id, helper, "迟复为歉");
        assertThat(state(id)).isEqualTo(State.REPORTING);

        liveUntil(calendar.plusWorkingDays(ANSWER_BY, 6));

        assertThat(steps()).extracting(EscalationStep::level).containsExactly(1);
    }

    private List<EscalationStep> steps() {
        return fixture.as(supervisor, () -> records.of(task)).steps().stream()
                .filter(step -> step.kind() == DeadlineKind.INSTRUCTION)
                .toList();
    }
}
