package org.duban.instruction;

import java.time.Instant;
import org.duban.account.AccountId;
import org.duban.task.KeyTaskId;

/**
 * What a leader wrote on a key task.
 *
 * @param urgency {@code null} where the leader said nothing of it
 * @param confirmerId who says whether it is carried out: the writer, or to whom the writer's work was handed over
 * @param endedAt {@code null} while it is open
 */
public record Instruction(
        InstructionId id,
        KeyTaskId taskId,
        State state,
        String text,
        Urgency urgency,
        AccountId writtenById,
        String writtenBy,
        Instant writtenAt,
        AccountId confirmerId,
        String confirmer,
        Instant endedAt) {

    public enum State {
        /** 待交办: a supervisor says who answers, and by when. */
        ASSIGNING,
        /** 办理中: departments answer. */
        ANSWERING,
        /** 待上报: a supervisor sums up for the leader. */
        REPORTING,
        /** 待确认: the leader confirms, or asks for more. */
        CONFIRMING,
        /** 已办结. */
        DONE,
        /** 作废: the key task ended before. */
        VOID
    }

    public boolean open() {
        return state != State.DONE && state != State.VOID;
    }
}
