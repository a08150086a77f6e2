package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.duban.inbox.ItemKind;
import org.duban.instruction.Answer;
import org.duban.instruction.AnswerId;
import org.duban.instruction.Instruction.State;
import org.duban.instruction.InstructionId;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 转办与批示: what an instruction asks is asked of the department that has the duty now. */
class TransferredAnswerTests extends InstructionTest {

    @Autowired
    Transfers transfers;

    @Test
    void isGivenByTheNewDepartmentAlone() {
        InstructionId id = write(null);
        assign(id, helper);
        AnswerId answer = answerOf(id, helper).id();
        Office other = fixture.office();

        transferHelpers(other);

        ledgerAndEngine.check();
        assertThat(kinds(other.staff())).contains(ItemKind.ANSWER_INSTRUCTION);
        assertThat(items(helper.staff())).isEmpty();
        refused("refusal.notFound", () -> fixture.as(helper.staff(), () -> answers.answer(answer, "旧部门答复")));
        sign(task, other);
        fixture.as(other.staff(), () -> answers.answer(answer, "新部门答复"));
        assertThat(state(id)).isEqualTo(State.REPORTING);
    }

    @Test
    void staysThatOfTheDepartmentThatGaveIt() {
        InstructionId id = write(null);
        assign(id, helper);
        answer(id, helper, "已说明");
        Office other = fixture.office();

        transferHelpers(other);

        assertThat(read(supervisor, id).answers())
                .extracting(Answer::departmentId)
                .containsExactly(helper.id());
        assertThat(fixture.as(other.staff(), () -> instructions.of(task))).isEmpty();
        sign(task, other);
    }

    @Test
    void isGivenOnceByASuccessorThatWasAskedItself() {
        InstructionId id = write(null);
        assign(id, helper, third);
        InstructionId other = write(null);
        assign(other, helper);

        fixture.abolish(helper, third);
        DutyId duty = duty(task, helper).id();
        fixture.as(supervisor, () -> successions.accept(duty, third.id(), null));

        ledgerAndEngine.check();
        assertThat(kinds(third.staff()).stream().filter(ItemKind.ANSWER_INSTRUCTION::equals))
                .as("one for each instruction")
                .hasSize(2);
        answer(id, third, "已说明");
        assertThat(state(id)).isEqualTo(State.REPORTING);
        answer(other, third, "已说明");
        assertThat(state(other)).isEqualTo(State.REPORTING);
    }

    @Test
    void goesToTheSupervisorsWhereTheSuccessorHasAnsweredBefore() {
        InstructionId id = write(null);
        assign(id, helper, third);
        answer(id, third, "已说明");
        fixture.abolish(helper, third);
        DutyId duty = duty(task, helper).id();

        fixture.as(supervisor, () -> successions.accept(duty, third.id(), null));

        ledgerAndEngine.check();
        assertThat(kinds(third.staff())).doesNotContain(ItemKind.ANSWER_INSTRUCTION);
        assertThat(state(id)).isEqualTo(State.REPORTING);
    }

    @Test
    void isUrgedWhenItIsLate() {
        InstructionId id = write(null);
        assign(id, helper, third);
        Office other = fixture.office();
        transferHelpers(other);
        sign(task, other);

        liveUntil(ANSWER_BY.plusDays(4));

        assertThat(times(task, Kind.INSTRUCTION_URGED))
                .as("the new department, and the one beside it")
                .isEqualTo(2);
    }

    private void transferHelpers(Office to) {
        DutyId duty = duty(task, helper).id();
        fixture.as(supervisor, () -> transfers.transfer(duty, to.id(), "机构职能调整"));
    }
}
