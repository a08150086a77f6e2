package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.inbox.ItemKind;
import org.duban.instruction.AnswerId;
import org.duban.instruction.InstructionId;
import org.junit.jupiter.api.Test;

/** A leader's instruction on a key task that stands still. */
class SuspendedInstructionTests extends InstructionTest {

    @Test
    void isAnsweredLaterByTheWorkingDays() {
        InstructionId id = write(null);
        assign(id, lead);
        AnswerId answer = answerOf(id, lead).id();
        goTo(MONDAY.plusDays(1));
        suspend(task);
        goTo(MONDAY.plusDays(8));
        refused("refusal.suspended", () -> fixture.as(lead.staff(), () -> answers.answer(answer, "已加快")));
        refused("refusal.suspended", () -> fixture.as(leader, () -> instructions.write(task, "请再说明", null)));
        assertThat(items(lead.staff())).isEmpty();

        resume(task);

        LocalDate later = LocalDate.of(2026, 3, 19);
        assertThat(answerOf(id, lead).dueOn()).isEqualTo(later);
        assertThat(answerOf(id, lead).originalDueOn()).isEqualTo(ANSWER_BY);
        assertThat(only(lead.staff(), ItemKind.ANSWER_INSTRUCTION).dueOn()).isEqualTo(later);
        answer(id, lead, "已加快");
    }

    @Test
    void doesNotWaitForTheLeaderMeanwhile() {
        InstructionId id = write(null);
        assign(id, lead);
        answer(id, lead, "已加快");
        report(id, "已加快，月底完成");
        assertThat(kinds(leader)).containsExactly(ItemKind.CONFIRM_INSTRUCTION);
        suspend(task);
        assertThat(items(leader)).isEmpty();
        resume(task);
        assertThat(kinds(leader)).containsExactly(ItemKind.CONFIRM_INSTRUCTION);
    }
}
