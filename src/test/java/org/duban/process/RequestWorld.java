package org.duban.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.instruction.AnswerId;
import org.duban.instruction.Answers;
import org.duban.instruction.Assignments;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.InstructionId;
import org.duban.instruction.Instructions;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.springframework.context.ApplicationContext;

/** An extension and an instruction in each state that an action needs, on key tasks of a directive of their own. */
final class RequestWorld {

    final Account leader;
    final DirectiveId directive;
    final KeyTaskId unasked;
    final DutyId asking;
    final KeyTaskId unsignedOn;
    final ExtensionId unsigned;
    final KeyTaskId undecidedOn;
    final ExtensionId undecided;
    final KeyTaskId instructed;
    final InstructionId unassigned;
    final InstructionId late;
    final AnswerId unanswered;
    final InstructionId answered;
    final AnswerId answer;
    final InstructionId reported;
    final long result;

    private final ProcessTest test;
    private final Instructions instructions;
    private final Assignments assignments;
    private final Answers answers;

    RequestWorld(ProcessTest test, ApplicationContext application) {
        this.test = test;
        instructions = application.getBean(Instructions.class);
        assignments = application.getBean(Assignments.class);
        answers = application.getBean(Answers.class);
        Extensions extensions = application.getBean(Extensions.class);
        leader = test.fixture.leader();
        directive = test.fixture.directive(
                test.supervisor, 4, ProcessTest.leads(test.lead), ProcessTest.shares(test.helper));
        test.fixture.launch(test.supervisor, directive, ReportingFrequency.NONE, ProcessTest.YEAR_END);
        List<KeyTaskId> tasks = test.tasksOf(directive);
        tasks.forEach(each -> test.sign(each, test.lead));
        unasked = tasks.get(0);
        asking = test.duty(unasked, test.lead).id();
        unsignedOn = tasks.get(1);
        undecidedOn = tasks.get(2);
        instructed = tasks.get(3);
        LocalDate later = ProcessTest.YEAR_END.plusMonths(3);
        unsigned = test.fixture.as(
                test.lead.staff(),
                () -> extensions.ask(test.duty(unsignedOn, test.lead).id(), ExtensionTest.request(later)));
        undecided = test.fixture.as(
                test.lead.head(),
                () -> extensions.ask(test.duty(undecidedOn, test.lead).id(), ExtensionTest.request(later)));
        unassigned = write();
        late = write();
        unanswered = assign(late);
        answered = write();
        answer = answer(answered);
        reported = write();
        answer(reported);
        test.fixture.as(test.supervisor, () -> assignments.report(reported, 0, "已办"));
        result = read(reported).results().getLast().id();
    }

    private InstructionId write() {
        return test.fixture.as(leader, () -> instructions.write(instructed, "请加快进度", null));
    }

    /** Due on the very day, so that it is late on every later one. */
    private AnswerId assign(InstructionId id) {
        test.fixture.as(
                test.supervisor, () -> assignments.assign(id, Set.of(test.lead.id()), "请说明原因", test.calendar.today()));
        return read(id).answers().getFirst().id();
    }

    private AnswerId answer(InstructionId id) {
        AnswerId asked = assign(id);
        test.fixture.as(test.lead.staff(), () -> answers.answer(asked, "已整改"));
        return asked;
    }

    private InstructionDetails read(InstructionId id) {
        return test.fixture.as(test.supervisor, () -> instructions.of(instructed)).stream()
                .filter(each -> each.instruction().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
