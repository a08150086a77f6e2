package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duban.account.Account;
import org.duban.account.HandOvers;
import org.duban.account.PersonalItem;
import org.duban.account.Substitutions;
import org.duban.inbox.ItemKind;
import org.duban.instruction.Instruction.State;
import org.duban.instruction.InstructionId;
import org.duban.instruction.Result;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 批示 of a leader who is away, or leaves: somebody else confirms it, and it is said for whom. */
class LeadersAwayTests extends InstructionTest {

    @Autowired
    Substitutions substitutions;

    @Autowired
    HandOvers handOvers;

    private Account other;
    private InstructionId id;

    @BeforeEach
    void reportToTheLeader() {
        other = fixture.leader();
        id = write(null);
        assign(id, helper);
        answer(id, helper, "已整改");
        report(id, "已督促整改");
    }

    @Test
    void isConfirmedByTheSubstituteForTheAbsentLeader() {
        refused("refusal.instruction.otherLeader", () -> confirm(other));
        standIn();
        assertThat(kinds(other)).containsExactly(ItemKind.CONFIRM_INSTRUCTION);
        assertThat(read(other, id).confirmedByCaller()).isTrue();
        refused("refusal.instruction.otherLeader", () -> confirm(fixture.leader()));

        confirm(other);

        assertThat(state(id)).isEqualTo(State.DONE);
        assertThat(items(leader)).isEmpty();
        Result result = read(leader, id).results().getLast();
        assertThat(result.decidedBy()).isEqualTo(other.displayName());
        assertThat(result.decidedFor()).isEqualTo(leader.displayName());
        TimelineEntry entry = latest();
        assertThat(entry.kind()).isEqualTo(Kind.INSTRUCTION_DONE);
        assertThat(entry.behalfName()).isEqualTo(leader.displayName());
        refused("refusal.handledBefore.behalf", () -> confirm(leader));
    }

    @Test
    void isConfirmedByTheLeaderInTheirOwnRight() {
        standIn();
        fixture.as(other, () -> instructions.askAgain(id, lastResult(id), "请补充数据"));
        assertThat(latest().behalfName()).isEqualTo(leader.displayName());
        report(id, "已补充");
        confirm(leader);

        assertThat(latest().behalfName()).isNull();
        assertThat(read(leader, id).results().getLast().decidedFor()).isNull();
        InstructionId own = fixture.as(other, () -> instructions.write(task, "同意", null));
        assertThat(latest().behalfName()).as("what the substitute writes").isNull();
        assertThat(read(other, own).instruction().writtenBy()).isEqualTo(other.displayName());
    }

    @Test
    void goesToTheSuccessorOfALeaderWhoLeaves() {
        InstructionId unanswered = write(null);
        assertThat(fixture.as(fixture.admin(), () -> handOvers.preview(leader.id())))
                .extracting(PersonalItem::kind)
                .containsExactly("INSTRUCTION", "INSTRUCTION");

        handOver();

        assertThat(items(leader)).isEmpty();
        assertThat(kinds(other)).containsExactly(ItemKind.CONFIRM_INSTRUCTION);
        assertThat(instructionEntries(supervisor)).startsWith(Kind.INSTRUCTION_HANDED_OVER);
        assertThat(instructionEntries(helper.staff())).doesNotContain(Kind.INSTRUCTION_HANDED_OVER);
        assertThat(latest().note()).isEqualTo("工作调动");
        assertThat(latest().figure()).contains(leader.displayName(), other.displayName());
        refused("refusal.instruction.otherLeader", () -> confirm(leader));
        confirm(other);
        assertThat(latest().behalfName()).isNull();
        assertThat(read(other, id).instruction().writtenBy()).isEqualTo(leader.displayName());

        assign(unanswered, third);
        answer(unanswered, third, "已整改");
        report(unanswered, "已督促整改");
        assertThat(kinds(other)).containsExactly(ItemKind.CONFIRM_INSTRUCTION);
        assertThat(items(leader)).isEmpty();
        assertThat(troubles()).isEmpty();
    }

    @Test
    void handsNothingOverThatIsDone() {
        confirm(leader);
        assertThat(handOver()).isEmpty();
        assertThat(times(task, Kind.INSTRUCTION_HANDED_OVER)).isZero();
    }

    private void standIn() {
        fixture.as(leader, () -> substitutions.name(leader.id(), other.id(), calendar.today(), null));
    }

    private List<PersonalItem> handOver() {
        return fixture.as(fixture.admin(), () -> handOvers.handOver(leader.id(), other.id(), "工作调动"));
    }

    private void confirm(Account by) {
        fixture.as(by, () -> instructions.confirm(id, lastResult(id), null));
    }

    private TimelineEntry latest() {
        return fixture.as(supervisor, () -> tasks.timeline(task, 1)).getFirst();
    }
}
