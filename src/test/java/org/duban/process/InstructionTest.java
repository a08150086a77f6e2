package org.duban.process;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.directive.ReportingFrequency;
import org.duban.instruction.Answer;
import org.duban.instruction.AnswerId;
import org.duban.instruction.Answers;
import org.duban.instruction.Assignments;
import org.duban.instruction.Instruction.State;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.InstructionId;
import org.duban.instruction.Instructions;
import org.duban.instruction.Urgency;
import org.duban.organisation.DepartmentId;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Watchdog;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** A key task on which a leader writes. */
abstract class InstructionTest extends ProcessTest {

    static final LocalDate ANSWER_BY = LocalDate.of(2026, 3, 12);

    @Autowired
    Instructions instructions;

    @Autowired
    Assignments assignments;

    @Autowired
    Answers answers;

    @Autowired
    Accounts accounts;

    @Autowired
    Successions successions;

    @Autowired
    Watchdog watchdog;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher events;

    KeyTaskId task;
    Account leader;
    Office third;

    @BeforeEach
    void launch() {
        third = fixture.office();
        task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(helper), helps(third));
        sign(task, lead, helper, third);
        leader = fixture.leader();
    }

    InstructionId write(Urgency urgency) {
        return fixture.as(leader, () -> instructions.write(task, "请加快进度，说明原因", urgency));
    }

    void assign(InstructionId id, Office... offices) {
        Set<DepartmentId> departments = Stream.of(offices).map(Office::id).collect(Collectors.toSet());
        fixture.as(supervisor, () -> assignments.assign(id, departments, "请说明原因和措施", ANSWER_BY));
    }

    void answer(InstructionId id, Office office, String text) {
        AnswerId answer = answerOf(id, office).id();
        fixture.as(office.staff(), () -> answers.answer(answer, text));
    }

    void report(InstructionId id, String summary) {
        int read = read(supervisor, id).results().size();
        fixture.as(supervisor, () -> assignments.report(id, read, summary));
    }

    void close(Outcome outcome) {
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), outcome, null));
    }

    State state(InstructionId id) {
        return read(leader, id).instruction().state();
    }

    long lastResult(InstructionId id) {
        return read(supervisor, id).results().getLast().id();
    }

    Answer answerOf(InstructionId id, Office office) {
        return read(supervisor, id).answers().stream()
                .filter(answer -> answer.departmentId().equals(office.id()))
                .findFirst()
                .orElseThrow();
    }

    InstructionDetails read(Account account, InstructionId id) {
        KeyTaskId of = new KeyTaskId(jdbc.sql("SELECT key_task_id FROM instruction WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single());
        return fixture.as(account, () -> instructions.of(of)).stream()
                .filter(each -> each.instruction().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Kind> instructionEntries(Account account) {
        return fixture.as(account, () -> tasks.timeline(task, 100)).stream()
                .map(TimelineEntry::kind)
                .filter(kind -> kind.name().startsWith("INSTRUCTION"))
                .toList();
    }

    List<Trouble> troubles() {
        return watchdog.listAsSystem(EnumSet.of(Trouble.Group.UNATTENDED), Trouble.Key.START, 10)
                .rows();
    }

    void enable(Account account, boolean enabled) {
        fixture.as(fixture.admin(), () -> accounts.setEnabled(account.id(), enabled));
    }

    void denied(Account account, Runnable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> fixture.as(account, action));
    }
}
