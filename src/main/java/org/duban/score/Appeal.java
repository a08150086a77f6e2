package org.duban.score;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 申诉 against a line of the running ledger.
 *
 * @param dueOn last day for deciding in time
 * @param decisionReason {@code null} also for what was taken back
 * @param decidedBy or who took it back; {@code null}, as what follows, until then
 */
public record Appeal(
        AppealId id,
        State state,
        String reason,
        LocalDate dueOn,
        String appealedBy,
        Instant appealedAt,
        String decisionReason,
        String decidedBy,
        Instant decidedAt) {

    public enum State {
        /** 待裁定. */
        OPEN,
        /** 成立: the line is taken back by another beside it. */
        UPHELD,
        /** 不成立. */
        REFUSED,
        /** 撤回 by the department, before anybody decided. */
        TAKEN_BACK
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
