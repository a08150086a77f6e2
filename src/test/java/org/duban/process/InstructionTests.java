package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.instruction.Answer;
import org.duban.instruction.AnswerId;
import org.duban.instruction.Instruction.State;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.InstructionId;
import org.duban.instruction.Urgency;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** 批示: from the leader to the supervisors, to the departments, and all the way back. */
class InstructionTests extends InstructionTest {

    @Test
    void goesToTheDepartmentsAndComesBackToTheLeader() {
        InstructionId id = write(null);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.ASSIGN_INSTRUCTION);

        assign(id, lead, helper);
        assertThat(items(supervisor)).isEmpty();
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
        assertThat(only(helper.head(), ItemKind.ANSWER_INSTRUCTION).dueOn()).isEqualTo(ANSWER_BY);
        assertThat(items(third.staff())).isEmpty();

        answer(id, lead, "已组织整改");
        assertThat(state(id)).isEqualTo(State.ANSWERING);
        assertThat(items(supervisor)).as("as long as one is missing").isEmpty();
        answer(id, helper, "已配合到位");
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REPORT_INSTRUCTION);

        report(id, "整改完毕");
        assertThat(items(supervisor)).isEmpty();
        assertThat(kinds(leader)).containsExactly(ItemKind.CONFIRM_INSTRUCTION);
        assertThat(items(fixture.leader())).as("of another leader").isEmpty();

        fixture.as(leader, () -> instructions.confirm(id, lastResult(id), "很好"));

        assertThat(state(id)).isEqualTo(State.DONE);
        assertThat(items(leader)).isEmpty();
        InstructionDetails details = read(leader, id);
        assertThat(details.results()).hasSize(1);
        assertThat(details.results().getFirst().words()).isEqualTo("很好");
        assertThat(details.answers())
                .extracting(each -> each.replies().getFirst().text())
                .containsExactly("已组织整改", "已配合到位");
        assertThat(history(task))
                .endsWith(
                        Kind.INSTRUCTION_WRITTEN,
                        Kind.INSTRUCTION_ASSIGNED,
                        Kind.INSTRUCTION_ASSIGNED,
                        Kind.INSTRUCTION_ANSWERED,
                        Kind.INSTRUCTION_ANSWERED,
                        Kind.INSTRUCTION_REPORTED,
                        Kind.INSTRUCTION_DONE);
        alreadyHandled(leader, () -> instructions.confirm(id, lastResult(id), null));
    }

    @Test
    void waitsForTheSupervisorsTheShorterTheMoreUrgentItIs() {
        write(null);
        assertThat(only(supervisor, ItemKind.ASSIGN_INSTRUCTION).dueOn()).isEqualTo(MONDAY.plusDays(2));
        write(Urgency.URGENT);
        write(Urgency.VERY_URGENT);

        assertThat(items(supervisor))
                .extracting(item -> item.dueOn())
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
    }

    @Test
    void isNotClosedByAnotherOne() {
        InstructionId first = write(null);
        assign(first, lead);
        InstructionId second = write(Urgency.URGENT);

        assertThat(state(first)).isEqualTo(State.ANSWERING);
        assign(second, lead);
        assertThat(items(lead.staff())).hasSize(2);
        answer(second, lead, "已办");
        report(second, "已办");
        fixture.as(leader, () -> instructions.confirm(second, lastResult(second), null));

        assertThat(state(second)).isEqualTo(State.DONE);
        assertThat(state(first)).isEqualTo(State.ANSWERING);
        answer(first, lead, "也已办");
        assertThat(state(first)).isEqualTo(State.REPORTING);
    }

    @Test
    void goesOnWithoutTheLateOnes() {
        InstructionId id = write(null);
        assign(id, lead, helper);
        answer(id, lead, "已组织整改");
        refused("refusal.instruction.notLate", () -> fixture.as(supervisor, () -> assignments.goOn(id)));
        goTo(ANSWER_BY);
        refused("refusal.instruction.notLate", () -> fixture.as(supervisor, () -> assignments.goOn(id)));
        goTo(ANSWER_BY.plusDays(1));

        fixture.as(supervisor, () -> assignments.goOn(id));

        assertThat(items(helper.staff())).isEmpty();
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REPORT_INSTRUCTION);
        assertThat(answerOf(id, helper).state()).isEqualTo(Answer.State.SKIPPED);
        assertThat(answerOf(id, lead).state()).isEqualTo(Answer.State.ANSWERED);
        assertThat(history(task)).endsWith(Kind.INSTRUCTION_WENT_ON);
        AnswerId skipped = answerOf(id, helper).id();
        alreadyHandled(helper.staff(), () -> answers.answer(skipped, "来迟了"));
        alreadyHandled(supervisor, () -> assignments.goOn(id));
    }

    @Test
    void takesALateAnswerAsLongAsItIsWaitedFor() {
        InstructionId id = write(null);
        assign(id, lead);
        goTo(ANSWER_BY.plusDays(3));

        answer(id, lead, "迟报，请谅解");

        assertThat(answerOf(id, lead).replies().getFirst().late()).isTrue();
        assertThat(state(id)).isEqualTo(State.REPORTING);
    }

    @Test
    void isReturnedToOneDepartmentAndNoOther() {
        InstructionId id = write(null);
        assign(id, lead, helper);
        answer(id, lead, "正在研究");
        answer(id, helper, "已配合到位");
        AnswerId returned = answerOf(id, lead).id();
        refused(
                "refusal.reasonMissing",
                () -> fixture.as(supervisor, () -> assignments.giveBack(returned, 0, "", ANSWER_BY)));
        refused(
                "refusal.instruction.due",
                () -> fixture.as(supervisor, () -> assignments.giveBack(returned, 0, "不具体", MONDAY.minusDays(1))));

        fixture.as(supervisor, () -> assignments.giveBack(returned, 0, "请写明措施", ANSWER_BY.plusDays(5)));

        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
        assertThat(only(lead.staff(), ItemKind.ANSWER_INSTRUCTION).dueOn()).isEqualTo(ANSWER_BY.plusDays(5));
        assertThat(items(helper.staff())).isEmpty();
        assertThat(items(supervisor)).isEmpty();
        assertThat(answerOf(id, lead).originalDueOn()).isEqualTo(ANSWER_BY);
        alreadyHandled(supervisor, () -> assignments.giveBack(returned, 0, "再退一次", ANSWER_BY));
        answer(id, lead, "措施三条");
        alreadyHandled(supervisor, () -> assignments.giveBack(returned, 0, "没有读过新答复", ANSWER_BY));
        report(id, "已办");

        assertThat(answerOf(id, lead).replies())
                .extracting(Answer.Reply::text, Answer.Reply::returnReason)
                .containsExactly(tuple("正在研究", "请写明措施"), tuple("措施三条", null));
    }

    @Test
    void asksAgainWhoWasGoneOnWithout() {
        InstructionId id = write(null);
        assign(id, lead);
        goTo(ANSWER_BY.plusDays(1));
        fixture.as(supervisor, () -> assignments.goOn(id));
        AnswerId skipped = answerOf(id, lead).id();

        fixture.as(supervisor, () -> assignments.giveBack(skipped, 0, "仍须答复", ANSWER_BY.plusDays(5)));
        answer(id, lead, "已办");

        assertThat(answerOf(id, lead).replies())
                .extracting(Answer.Reply::text, Answer.Reply::late)
                .containsExactly(tuple(null, true), tuple("已办", false));
    }

    @Test
    void goesToFurtherDepartmentsBeforeItIsReported() {
        InstructionId id = write(null);
        assign(id, lead);
        answer(id, lead, "还需配合部门意见");
        refused("refusal.instruction.askedBefore", () -> assign(id, lead, helper));

        assign(id, helper);

        assertThat(items(supervisor)).isEmpty();
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
        answer(id, helper, "同意");
        report(id, "已办");
    }

    @Test
    void goesBackToTheSupervisorsAsOftenAsTheLeaderAsksForMore() {
        InstructionId id = write(null);
        assign(id, lead);
        answer(id, lead, "已办");
        for (int round = 0; round < 2; round++) {
            report(id, "第" + round + "次上报");
            long result = lastResult(id);
            refused(
                    "refusal.instruction.textMissing",
                    () -> fixture.as(leader, () -> instructions.askAgain(id, result, " ")));
            fixture.as(leader, () -> instructions.askAgain(id, result, "责任人是谁"));
            assertThat(kinds(supervisor)).containsExactly(ItemKind.REPORT_INSTRUCTION);
            assertThat(items(leader)).isEmpty();
            alreadyHandled(leader, () -> instructions.confirm(id, result, null));
        }
        alreadyHandled(supervisor, () -> assignments.report(id, 1, "没有读过领导的话"));
        report(id, "责任人已明确");
        long stale = read(leader, id).results().get(1).id();
        alreadyHandled(leader, () -> instructions.confirm(id, stale, null));
        fixture.as(leader, () -> instructions.confirm(id, lastResult(id), null));

        assertThat(read(leader, id).results())
                .extracting(result -> result.confirmed())
                .containsExactly(false, false, true);
    }

    @Test
    void disturbsNothingElse() {
        KeyTaskId other = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        sign(other, lead);
        InstructionId elsewhere = fixture.as(leader, () -> instructions.write(other, "另一条", null));
        InstructionId id = write(null);
        assign(id, lead, helper);
        apply(task, lead);
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
        goTo(ANSWER_BY.plusDays(1));
        fixture.as(supervisor, () -> assignments.goOn(id));
        report(id, "无人答复");
        fixture.as(leader, () -> instructions.confirm(id, lastResult(id), null));

        assertThat(kinds(supervisor)).containsExactly(ItemKind.ASSIGN_INSTRUCTION);
        fixture.as(supervisor, () -> assignments.assign(elsewhere, Set.of(lead.id()), "请答复", ANSWER_BY.plusDays(9)));
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
    }
}
