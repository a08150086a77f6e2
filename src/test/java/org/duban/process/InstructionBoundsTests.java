package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.inbox.ItemKind;
import org.duban.instruction.Answer;
import org.duban.instruction.AnswerId;
import org.duban.instruction.Instruction.State;
import org.duban.instruction.InstructionId;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.Hurdle;
import org.duban.task.KeyTaskEvents;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry.Kind;
import org.duban.watchdog.Trouble;
import org.junit.jupiter.api.Test;

/** 批示: who sees and does what of it, and what ends it besides. */
class InstructionBoundsTests extends InstructionTest {

    @Test
    void isConfirmedByWhoWroteItOrByAnyLeaderOnceThatOneIsGone() {
        Account other = fixture.leader();
        InstructionId id = write(null);
        assign(id, lead);
        answer(id, lead, "已办");
        report(id, "已办");
        long result = lastResult(id);
        refused(
                "refusal.instruction.otherLeader",
                () -> fixture.as(other, () -> instructions.confirm(id, result, null)));
        assertThat(read(other, id).confirmedByCaller()).isFalse();

        enable(leader, false);
        assertThat(troubles()).isEmpty();
        assertThat(kinds(other)).containsExactly(ItemKind.CONFIRM_INSTRUCTION);
        assertThat(read(other, id).confirmedByCaller()).isTrue();
        enable(other, false);
        assertThat(troubles()).extracting(trouble -> trouble.key().kind()).containsExactly(Trouble.Kind.LEADERS);
        assertThat(troubles().getFirst().figure()).isOne();
        enable(other, true);

        fixture.as(other, () -> instructions.confirm(id, result, null));

        assertThat(items(other)).isEmpty();
        assertThat(state(id)).isEqualTo(State.DONE);
    }

    @Test
    void keepsTheKeyTaskOpenUntilItIsConfirmed() {
        InstructionId id = write(null);
        assertThat(inTheWay(task, lead))
                .as("said before the application is written, for which there is no need to wait")
                .extracting(way -> way.why().messageKey(), Hurdle.InTheWay::applying)
                .containsExactly(tuple("completion.hurdle.instruction", false));
        apply(task, lead);
        refused("refusal.instruction.openAtClosing", () -> close(Outcome.DONE))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(1));
        assertThat(kinds(supervisor)).containsExactlyInAnyOrder(ItemKind.VERIFY, ItemKind.ASSIGN_INSTRUCTION);
        assign(id, lead);
        answer(id, lead, "已办");
        report(id, "已办");
        refused("refusal.instruction.openAtClosing", () -> close(Outcome.TERMINATED));

        fixture.as(leader, () -> instructions.confirm(id, lastResult(id), null));
        close(Outcome.DONE);

        assertThat(count("ACT_RU_TASK")).isZero();
        alreadyHandled(leader, () -> instructions.write(task, "再办", null));
    }

    @Test
    void isVoidOnceTheKeyTaskHasEndedOtherwise() {
        InstructionId id = write(null);
        InstructionId done = write(null);
        assign(id, lead, helper);
        answer(id, lead, "已办");
        assign(done, lead);
        answer(done, lead, "已办");
        report(done, "已办");
        fixture.as(leader, () -> instructions.confirm(done, lastResult(done), null));

        transactions.executeWithoutResult(status -> {
            events.publishEvent(new KeyTaskEvents.Closed(task));
        });

        assertThat(state(id)).isEqualTo(State.VOID);
        assertThat(read(leader, id).instruction().endedAt()).isEqualTo(clock.instant());
        assertThat(answerOf(id, helper).state()).isEqualTo(Answer.State.VOID);
        assertThat(answerOf(id, lead).state()).isEqualTo(Answer.State.ANSWERED);
        assertThat(state(done)).isEqualTo(State.DONE);
        world.begin();
    }

    @Test
    void letsGoOfADepartmentThatLosesItsDuty() {
        InstructionId id = write(null);
        assign(id, lead, helper);
        answer(id, lead, "已办");
        DutyId gone = duty(task, helper).id();

        transactions.executeWithoutResult(status -> {
            jdbc.sql("UPDATE duty SET state = 'WITHDRAWN' WHERE id = :id")
                    .param("id", gone.value())
                    .update();
            jdbc.sql("DELETE FROM duty_held WHERE duty_id = :id")
                    .param("id", gone.value())
                    .update();
            events.publishEvent(new KeyTaskEvents.DutyDecided(gone));
        });

        assertThat(answerOf(id, helper).state()).isEqualTo(Answer.State.VOID);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REPORT_INSTRUCTION);
        refused("refusal.instruction.noDuty", () -> assign(id, helper));
    }

    @Test
    void goesOnWithTheSuccessorOfTheDepartment() {
        InstructionId id = write(null);
        assign(id, lead, helper);
        Office heir = fixture.office();
        fixture.abolish(helper, heir);
        DutyId duty = duty(task, helper).id();

        fixture.as(supervisor, () -> successions.accept(duty, heir.id(), null));

        assertThat(kinds(heir.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
        answer(id, heir, "由我部门答复");
        answer(id, lead, "已办");
        assertThat(state(id)).isEqualTo(State.REPORTING);
    }

    @Test
    void isSeenByThoseToWhomItWasAssignedAndByThoseWhoOverseeIt() {
        InstructionId id = write(null);
        assertThat(fixture.as(lead.staff(), () -> instructions.of(task))).isEmpty();
        assign(id, lead, helper);
        answer(id, lead, "只给督查员看的答复");
        goTo(ANSWER_BY.plusDays(1));
        fixture.as(supervisor, () -> assignments.goOn(id));
        report(id, "汇总");

        assertThat(read(lead.staff(), id).answers()).hasSize(1);
        assertThat(read(helper.staff(), id).answers())
                .extracting(Answer::departmentName)
                .containsExactly(helper.name());
        assertThat(read(helper.staff(), id).results()).isEmpty();
        assertThat(fixture.as(third.staff(), () -> instructions.of(task))).isEmpty();
        assertThat(read(supervisor, id).answers()).hasSize(2);
        assertThat(read(fixture.leader(), id).results()).hasSize(1);
        for (Account stranger : List.of(fixture.office().staff(), fixture.supervisor(), fixture.admin())) {
            refused("refusal.notFound", () -> fixture.as(stranger, () -> instructions.of(task)));
        }
        assertThat(instructionEntries(third.staff())).isEmpty();
        assertThat(instructionEntries(lead.staff()))
                .containsExactlyInAnyOrder(Kind.INSTRUCTION_ASSIGNED, Kind.INSTRUCTION_ANSWERED);
        assertThat(instructionEntries(helper.staff()))
                .containsExactlyInAnyOrder(Kind.INSTRUCTION_ASSIGNED, Kind.INSTRUCTION_URGED, Kind.INSTRUCTION_WENT_ON);
        assertThat(instructionEntries(leader)).hasSize(7);
    }

    @Test
    void isWrittenAssignedAnsweredAndConfirmedByThoseOnlyWhoseTurnItIs() {
        for (Account other : List.of(lead.head(), supervisor, fixture.admin())) {
            denied(other, () -> instructions.write(task, "请加快", null));
        }
        refused("refusal.instruction.textMissing", () -> fixture.as(leader, () -> instructions.write(task, " ", null)));
        refused(
                "refusal.textTooLong",
                () -> fixture.as(leader, () -> instructions.write(task, "长".repeat(2001), null)));
        InstructionId id = write(null);
        denied(leader, () -> assignments.assign(id, Set.of(lead.id()), "请答复", ANSWER_BY));
        refused(
                "refusal.notFound",
                () -> fixture.as(
                        fixture.supervisor(), () -> assignments.assign(id, Set.of(lead.id()), "请答复", ANSWER_BY)));
        refused("refusal.instruction.departmentMissing", () -> assign(id));
        refused("refusal.instruction.noDuty", () -> assign(id, fixture.office()));
        refused(
                "refusal.instruction.requestMissing",
                () -> fixture.as(supervisor, () -> assignments.assign(id, Set.of(lead.id()), "", ANSWER_BY)));
        refused(
                "refusal.instruction.due",
                () -> fixture.as(
                        supervisor, () -> assignments.assign(id, Set.of(lead.id()), "请答复", MONDAY.minusDays(1))));
        alreadyHandled(supervisor, () -> assignments.report(id, 0, "还没有交办"));
        alreadyHandled(supervisor, () -> assignments.goOn(id));
        alreadyHandled(leader, () -> instructions.confirm(id, 0, null));

        assign(id, lead);
        AnswerId answer = answerOf(id, lead).id();
        refused("refusal.notFound", () -> fixture.as(helper.staff(), () -> answers.answer(answer, "代为答复")));
        refused("refusal.notFound", () -> fixture.as(supervisor, () -> answers.answer(answer, "代为答复")));
        refused("refusal.instruction.answerMissing", () -> answer(id, lead, ""));
        alreadyHandled(supervisor, () -> assign(id, helper));
        answer(id, lead, "已办");
        alreadyHandled(lead.head(), () -> answers.answer(answer, "再答一次"));
        refused("refusal.instruction.summaryMissing", () -> report(id, " "));
        denied(lead.head(), () -> assignments.report(id, 0, "自己上报"));
    }
}
