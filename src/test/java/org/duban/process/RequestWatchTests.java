package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.duban.account.Account;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.instruction.Assignments;
import org.duban.instruction.InstructionId;
import org.duban.instruction.Instructions;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Watchdog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 运行监测: extensions and instructions that stand in no inbox, or nowhere in the process. */
class RequestWatchTests extends ProcessTest {

    @Autowired
    Extensions extensions;

    @Autowired
    Instructions instructions;

    @Autowired
    Assignments assignments;

    @Autowired
    Watchdog watchdog;

    @Autowired
    RuntimeService engineRuntimeService;

    private KeyTaskId task;
    private Account leader;

    @BeforeEach
    void launch() {
        task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        leader = fixture.leader();
    }

    /** What is broken on purpose is taken away before ledger and engine are compared. */
    @AfterEach
    void clean() {
        world.begin();
    }

    @Test
    void findsAnExtensionThatIsSignedOrDecidedByNobody() {
        ExtensionId id = ask(lead.staff());
        broken(Kind.EXTENSION, id.value());

        fixture.as(lead.head(), () -> extensions.takeBack(id));
        broken(Kind.EXTENSION, ask(lead.head()).value());
    }

    @Test
    void findsAnExtensionThatIsNowhereInTheProcess() {
        ExtensionId id = ask(lead.head());
        killed(id.value());

        assertThat(only().key()).isEqualTo(new Key(Kind.EXTENSION, Long.toString(id.value())));
        assertThat(only().what()).isEqualTo("PROCESS");
        assertThat(only().who()).isEqualTo(lead.name());
    }

    @Test
    void findsAnInstructionOrAnAnswerThatWaitsForNobody() {
        InstructionId id = fixture.as(leader, () -> instructions.write(task, "请加快", null));
        broken(Kind.INSTRUCTION, id.value());

        InstructionId other = fixture.as(leader, () -> instructions.write(task, "请再加快", null));
        fixture.as(supervisor, () -> assignments.assign(other, Set.of(helper.id()), "请答复", YEAR_END));
        long answer =
                jdbc.sql("SELECT id FROM instruction_answer").query(Long.class).single();
        jdbc.sql("DELETE FROM instruction WHERE id = :id")
                .param("id", id.value())
                .update();
        assertThat(only().key().kind()).as("its process goes on").isEqualTo(Kind.SURPLUS_WAIT);
        killed(id.value());
        broken(Kind.ANSWER, answer);
        killed(other.value());
        assertThat(only().what()).isEqualTo("PROCESS");
        assertThat(only().who()).isEqualTo(helper.name());
    }

    /** Its open item is lost, and found missing. */
    private void broken(Kind kind, long subject) {
        assertThat(stalled()).isEmpty();
        jdbc.sql("DELETE FROM open_item WHERE subject_id = :id")
                .param("id", subject)
                .update();
        assertThat(only().key()).isEqualTo(new Key(kind, Long.toString(subject)));
        assertThat(only().what()).isEqualTo("ITEM");
    }

    private void killed(long businessKey) {
        ProcessInstance instance = engineRuntimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(Long.toString(businessKey))
                .singleResult();
        engineRuntimeService.deleteProcessInstance(instance.getId(), "broken on purpose");
    }

    private ExtensionId ask(Account account) {
        DutyId duty = duty(task, lead).id();
        return fixture.as(account, () -> extensions.ask(duty, ExtensionTest.request(YEAR_END.plusDays(9))));
    }

    private Trouble only() {
        assertThat(stalled()).hasSize(1);
        return stalled().getFirst();
    }

    private List<Trouble> stalled() {
        return watchdog.listAsSystem(EnumSet.of(Group.STALLED), Key.START, 10).rows();
    }
}
