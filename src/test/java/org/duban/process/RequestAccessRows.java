package org.duban.process;

import java.time.LocalDate;
import java.util.Set;
import org.duban.directive.ExtensionLimit;
import org.duban.extension.Extensions;
import org.duban.instruction.Answers;
import org.duban.instruction.Assignments;
import org.duban.instruction.Instructions;
import org.duban.organisation.DepartmentId;
import org.duban.task.TaskRequests;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about extensions and instructions. */
final class RequestAccessRows {

    private static final LocalDate LATER = LocalDate.of(2027, 1, 31);

    private final AccessTable table;
    private final AccessWorld everybody;
    private final RequestWorld world;
    private final ApplicationContext application;

    RequestAccessRows(AccessTable table, AccessWorld everybody, ApplicationContext application) {
        this.table = table;
        this.everybody = everybody;
        this.world = everybody.requests;
        this.application = application;
    }

    void enter() {
        extensions();
        instructions();
        locks();
    }

    private void extensions() {
        Extensions extensions = application.getBean(Extensions.class);
        //                               staff head fellow other superv. other leader admin
        table.see(
                "Extensions.of",
                "            ok   ok   ok     -     ok      -     ok     -",
                () -> extensions.of(world.undecidedOn));
        table.see(
                "Extensions.of (unsigned)",
                " ok   ok   0      -     0       -     0      -",
                () -> extensions.of(world.unsignedOn));
        table.act(
                "Extensions.ask",
                "ok ok - - - - - -",
                () -> extensions.ask(world.asking, ExtensionTest.request(LATER)));
        table.act("Extensions.sign", "x ok - - x x x x", () -> extensions.sign(world.unsigned));
        table.act("Extensions.reject", "x ok - - x x x x", () -> extensions.reject(world.unsigned, "应按期完成"));
        table.act("Extensions.takeBack", "ok ok - - - - - -", () -> extensions.takeBack(world.unsigned));
        table.act("Extensions.approve", "x x x x ok - x x", () -> extensions.approve(world.undecided, LATER, null));
        table.act("Extensions.refuse", "x x x x ok - x x", () -> extensions.refuse(world.undecided, "理由不充分"));
        ExtensionLimit limit = application.getBean(ExtensionLimit.class);
        table.see("ExtensionLimit.of", "- - - - ok - ok -", () -> limit.of(world.directive));
        table.act("ExtensionLimit.set", "- - - - ok - - -", () -> limit.set(world.directive, 3));
    }

    private void instructions() {
        Instructions instructions = application.getBean(Instructions.class);
        table.see(
                "Instructions.of",
                "          ok   ok   0      -     ok      -     ok     -",
                () -> instructions.of(world.instructed));
        table.act("Instructions.write", "x x x x x x ok x", () -> instructions.write(world.instructed, "请加快", null));
        table.act(
                "Instructions.confirm",
                "x x x x x x ok x",
                () -> instructions.confirm(world.reported, world.result, null));
        table.act(
                "Instructions.askAgain",
                "x x x x x x ok x",
                () -> instructions.askAgain(world.reported, world.result, "责任人是谁"));
        Assignments assignments = application.getBean(Assignments.class);
        Set<DepartmentId> lead = Set.of(everybody.people().get("its staff").departmentId());
        table.act(
                "Assignments.assign",
                "x x x x ok - x x",
                () -> assignments.assign(world.unassigned, lead, "请答复", LATER));
        table.act("Assignments.goOn", "x x x x ok - x x", () -> assignments.goOn(world.late));
        table.act(
                "Assignments.giveBack",
                "x x x x ok - x x",
                () -> assignments.giveBack(world.answer, 0, "请写明措施", LATER));
        table.act("Assignments.report", "x x x x ok - x x", () -> assignments.report(world.answered, 0, "已办"));
        Answers answers = application.getBean(Answers.class);
        table.act("Answers.answer", "ok ok - - - - - -", () -> answers.answer(world.unanswered, "已办"));
    }

    private void locks() {
        TaskRequests requests = application.getBean(TaskRequests.class);
        table.see(
                "TaskRequests.lockForDepartment", "ok ok - - - - - -", () -> requests.lockForDepartment(world.asking));
        table.see(
                "TaskRequests.lockForSupervisor", "x x x x ok - x x", () -> requests.lockForSupervisor(world.unasked));
        table.see("TaskRequests.lockForLeader", "x x x x x x ok x", () -> requests.lockForLeader(world.unasked));
    }
}
