package org.duban.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.inbox.ItemKind;
import org.duban.instruction.Answer;
import org.duban.instruction.AnswerId;
import org.duban.instruction.Answers;
import org.duban.instruction.Assignments;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.InstructionId;
import org.duban.instruction.Instructions;
import org.duban.instruction.Urgency;
import org.duban.organisation.DepartmentId;
import org.duban.support.Fixture;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaders write instructions (批示), the supervisor passes them on, departments answer, and it goes back to the leader. */
@Component
class InstructingHabit implements Habit {

    /** @param open answers that are waited for, and how many of them are late */
    private record Awaited(InstructionId id, int open, int late) {}

    private final Instructions instructions;
    private final Assignments assignments;
    private final Answers answers;
    private final Fixture fixture;
    private final PlanFacts facts;
    private final JdbcClient jdbc;

    InstructingHabit(
            Instructions instructions,
            Assignments assignments,
            Answers answers,
            Fixture fixture,
            PlanFacts facts,
            JdbcClient jdbc) {
        this.instructions = instructions;
        this.assignments = assignments;
        this.answers = answers;
        this.fixture = fixture;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public void day(Crowd crowd) {
        List<PlanFacts.Task> open = facts.openTasks();
        if (!open.isEmpty() && crowd.chance(15)) {
            write(crowd, crowd.anyOf(open).id());
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.ASSIGN_INSTRUCTION))) {
            if (crowd.getsToIt(item.due())) {
                assign(crowd, new InstructionId(item.subject()), facts.departments(new KeyTaskId(item.task())));
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.ANSWER_INSTRUCTION))) {
            if (crowd.getsToIt(item.due())) {
                crowd.act(
                        crowd.staff(item.department()),
                        "answer an instruction",
                        Traces.of(Kind.INSTRUCTION_ANSWERED),
                        () -> answers.answer(new AnswerId(item.subject()), "已整改"));
            }
        }
        awaited(crowd).forEach(awaited -> goOn(crowd, awaited));
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.REPORT_INSTRUCTION))) {
            if (crowd.getsToIt(item.due())) {
                report(crowd, item);
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.CONFIRM_INSTRUCTION))) {
            if (crowd.getsToIt(item.due())) {
                confirm(crowd, item);
            }
        }
    }

    private void write(Crowd crowd, KeyTaskId task) {
        Account leader = crowd.roster().present(crowd.anyOf(crowd.roster().in(null, Role.LEADER)));
        List<Urgency> urgencies = new ArrayList<>(Arrays.asList(Urgency.values()));
        urgencies.add(null);
        Urgency urgency = crowd.anyOf(urgencies);
        crowd.actAnew(
                leader,
                "write an instruction",
                Traces.of(Kind.INSTRUCTION_WRITTEN),
                () -> instructions.write(task, "请加快进度", urgency));
    }

    private void assign(Crowd crowd, InstructionId id, List<DepartmentId> possible) {
        if (possible.isEmpty()) {
            return;
        }
        Set<DepartmentId> asked = new LinkedHashSet<>();
        for (int number = crowd.between(1, 3); number > 0; number--) {
            asked.add(crowd.anyOf(possible));
        }
        LocalDate due = crowd.today().plusDays(crowd.between(3, 20));
        crowd.act(
                crowd.supervisor(),
                "pass an instruction on",
                Traces.NONE.and(Kind.INSTRUCTION_ASSIGNED, asked.size()),
                () -> assignments.assign(id, asked, "请说明原因和措施", due));
    }

    private void goOn(Crowd crowd, Awaited awaited) {
        if (crowd.chance(awaited.open() == awaited.late() ? 20 : 0.3)) {
            crowd.act(
                    crowd.supervisor(),
                    "go on without late answers",
                    Traces.NONE.and(Kind.INSTRUCTION_WENT_ON, awaited.open()),
                    () -> assignments.goOn(awaited.id()));
        }
    }

    private void report(Crowd crowd, Crowd.Item item) {
        Account supervisor = crowd.supervisor();
        InstructionDetails details = details(supervisor, item);
        int read = details.results().size();
        InstructionId id = details.instruction().id();
        List<Answer> answered =
                details.answers().stream().filter(Answer::returnable).toList();
        int kind = crowd.between(1, 100);
        if (kind <= 12 && !answered.isEmpty()) {
            Answer answer = crowd.anyOf(answered);
            LocalDate due = crowd.today().plusDays(crowd.between(2, 8));
            crowd.act(
                    supervisor,
                    "return an answer",
                    Traces.of(Kind.INSTRUCTION_RETURNED),
                    () -> assignments.giveBack(answer.id(), answer.timesReturned(), "请写明措施", due));
        } else if (kind <= 18) {
            assign(crowd, id, facts.departments(new KeyTaskId(item.task())));
        } else {
            crowd.act(
                    supervisor,
                    "report on an instruction",
                    Traces.of(Kind.INSTRUCTION_REPORTED),
                    () -> assignments.report(id, read, "已督促整改"));
        }
    }

    private void confirm(Crowd crowd, Crowd.Item item) {
        Account leader = crowd.roster().in(null, Role.LEADER).stream()
                .map(crowd.roster()::present)
                .filter(each -> details(each, item).confirmedByCaller())
                .findFirst()
                .orElseGet(crowd::leader);
        InstructionDetails details = details(leader, item);
        InstructionId id = details.instruction().id();
        long read = details.results().getLast().id();
        if (crowd.chance(80)) {
            crowd.act(
                    leader,
                    "confirm an instruction",
                    Traces.of(Kind.INSTRUCTION_DONE),
                    () -> instructions.confirm(id, read, null));
        } else {
            crowd.act(
                    leader,
                    "ask again about an instruction",
                    Traces.of(Kind.INSTRUCTION_ASKED_AGAIN),
                    () -> instructions.askAgain(id, read, "责任人是谁"));
        }
    }

    private InstructionDetails details(Account reader, Crowd.Item item) {
        return fixture.as(reader, () -> instructions.of(new KeyTaskId(item.task()))).stream()
                .filter(each -> each.instruction().id().value() == item.subject())
                .findFirst()
                .orElseThrow();
    }

    private List<Awaited> awaited(Crowd crowd) {
        return jdbc.sql(
                        """
                        SELECT n.id, COUNT(w.id) AS open_ones, SUM(CASE WHEN w.due_on < :today THEN 1 ELSE 0 END) AS late_ones
                          FROM instruction n JOIN instruction_answer w ON w.instruction_id = n.id
                         WHERE n.state = 'ANSWERING' AND w.state IN ('OPEN', 'RETURNED')
                         GROUP BY n.id ORDER BY n.id""")
                .param("today", crowd.today())
                .query((row, number) -> new Awaited(
                        new InstructionId(row.getLong("id")), row.getInt("open_ones"), row.getInt("late_ones")))
                .list();
    }
}
