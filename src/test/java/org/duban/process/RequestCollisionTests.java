package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.base.Refusal;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.extension.Request;
import org.duban.inbox.ItemKind;
import org.duban.instruction.AnswerId;
import org.duban.instruction.Answers;
import org.duban.instruction.Assignments;
import org.duban.instruction.Instruction;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.InstructionId;
import org.duban.instruction.Instructions;
import org.duban.organisation.DepartmentId;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people on one extension or instruction at the same moment. */
class RequestCollisionTests extends TwoAtOnceTest {

    @Autowired
    Extensions extensions;

    @Autowired
    Transfers transfers;

    @Autowired
    Instructions instructions;

    @Autowired
    Assignments assignments;

    @Autowired
    Answers answers;

    @Test
    void oneOfTwoAsksSignsOrDecidesOnAnExtension() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        DutyId duty = duty(task, lead).id();
        Request request = ExtensionTest.request(YEAR_END.plusDays(30));
        for (int round = 0; round < ROUNDS; round++) {
            oneSucceeds(
                    new Attempt(lead.staff(), () -> extensions.ask(duty, request)),
                    new Attempt(lead.staff(), () -> extensions.ask(duty, request)));
            ExtensionId id = open(task);
            oneSucceeds(
                    new Attempt(lead.head(), () -> extensions.sign(id)),
                    new Attempt(lead.head(), () -> extensions.sign(id)));
            oneSucceeds(
                    new Attempt(supervisor, () -> extensions.refuse(id, "理由不充分")),
                    new Attempt(supervisor, () -> extensions.refuse(id, "不予批准")),
                    new Attempt(lead.staff(), () -> extensions.takeBack(id)));
        }
        fixture.as(lead.head(), () -> extensions.ask(duty, request));
        ExtensionId id = open(task);
        oneSucceeds(
                new Attempt(supervisor, () -> extensions.approve(id, request.newDueOn(), null)),
                new Attempt(supervisor, () -> extensions.refuse(id, "不予批准")));
    }

    private ExtensionId open(KeyTaskId task) {
        return fixture.as(lead.staff(), () -> extensions.of(task)).getFirst().id();
    }

    @Test
    void aDepartmentAnswersNothingAnyMoreOnceItsDutyIsTransferred() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        Account leader = fixture.leader();
        Office holder = helper;
        for (int round = 0; round < ROUNDS; round++) {
            Office from = holder;
            Office to = fixture.office();
            DutyId duty = duty(task, from).id();
            InstructionId id = fixture.as(leader, () -> instructions.write(task, "请加快", null));
            fixture.as(
                    supervisor,
                    () -> assignments.assign(
                            id, Set.of(from.id()), "请说明", calendar.today().plusDays(9)));
            AnswerId answer =
                    new AnswerId(only(from.staff(), ItemKind.ANSWER_INSTRUCTION).subjectId());

            List<Refusal> refusals = together(
                    new Attempt(from.staff(), () -> answers.answer(answer, "已办")),
                    new Attempt(supervisor, () -> transfers.transfer(duty, to.id(), "机构职能调整")));

            ledgerAndEngine.check();
            assertThat(refusals).hasSizeLessThanOrEqualTo(1).allMatch(each -> each.messageKey()
                    .equals("refusal.notFound"));
            List<Kind> last = history(task);
            assertThat(last.indexOf(Kind.DUTY_TRANSFERRED)).isNotNegative();
            assertThat(last.lastIndexOf(Kind.INSTRUCTION_ANSWERED)).isLessThan(last.lastIndexOf(Kind.DUTY_TRANSFERRED));
            sign(task, to);
            if (!refusals.isEmpty()) {
                fixture.as(to.staff(), () -> answers.answer(answer, "已办"));
            }
            holder = to;
        }
    }

    @Test
    void oneOfTwoAssignsAnswersReportsOrConfirmsAnInstruction() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        Account leader = fixture.leader();
        Set<DepartmentId> both = Set.of(lead.id(), helper.id());
        for (int round = 0; round < ROUNDS; round++) {
            InstructionId id = fixture.as(leader, () -> instructions.write(task, "请加快", null));
            oneSucceeds(
                    new Attempt(supervisor, () -> assignments.assign(id, both, "请答复", YEAR_END)),
                    new Attempt(supervisor, () -> assignments.assign(id, both, "请速复", YEAR_END)));
            AnswerId first = read(task).answers().getFirst().id();
            AnswerId last = read(task).answers().getLast().id();
            oneSucceeds(
                    new Attempt(lead.staff(), () -> answers.answer(first, "已办")),
                    new Attempt(lead.head(), () -> answers.answer(first, "正在办")));
            fixture.as(helper.staff(), () -> answers.answer(last, "已办"));
            oneSucceeds(
                    new Attempt(supervisor, () -> assignments.report(id, 0, "已办")),
                    new Attempt(supervisor, () -> assignments.giveBack(first, 0, "不具体", YEAR_END)));
            if (read(task).results().isEmpty()) {
                fixture.as(lead.staff(), () -> answers.answer(first, "具体措施"));
                fixture.as(supervisor, () -> assignments.report(id, 0, "已办"));
            }
            long result = read(task).results().getLast().id();
            oneSucceeds(
                    new Attempt(leader, () -> instructions.confirm(id, result, null)),
                    new Attempt(leader, () -> instructions.askAgain(id, result, "责任人是谁")));
            if (read(task).instruction().open()) {
                fixture.as(supervisor, () -> assignments.report(id, 1, "已明确"));
                long again = read(task).results().getLast().id();
                fixture.as(leader, () -> instructions.confirm(id, again, null));
            }
        }
    }

    @Test
    void departmentsAnswerAnInstructionAtOnce() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        for (int round = 0; round < ROUNDS; round++) {
            InstructionId id = fixture.as(fixture.leader(), () -> instructions.write(task, "请加快", null));
            fixture.as(supervisor, () -> assignments.assign(id, Set.of(lead.id(), helper.id()), "请答复", YEAR_END));
            AnswerId first = read(task).answers().getFirst().id();
            AnswerId last = read(task).answers().getLast().id();

            assertThat(together(
                            new Attempt(lead.staff(), () -> answers.answer(first, "已办")),
                            new Attempt(helper.staff(), () -> answers.answer(last, "已办"))))
                    .isEmpty();

            assertThat(read(task).instruction().state()).isEqualTo(Instruction.State.REPORTING);
            ledgerAndEngine.check();
        }
    }

    private InstructionDetails read(KeyTaskId task) {
        return fixture.as(supervisor, () -> instructions.of(task)).getFirst();
    }
}
