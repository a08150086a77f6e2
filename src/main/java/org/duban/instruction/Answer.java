package org.duban.instruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.organisation.DepartmentId;

/**
 * What is asked of one department because of an instruction, and what it answered.
 *
 * @param request what it is to answer
 * @param originalDueOn the first day by which it should; never overwritten
 * @param dueOn the last day in time now
 * @param replies oldest first
 */
public record Answer(
        AnswerId id,
        InstructionId instructionId,
        DepartmentId departmentId,
        String departmentName,
        State state,
        String request,
        LocalDate originalDueOn,
        LocalDate dueOn,
        Instant assignedAt,
        int timesReturned,
        List<Reply> replies) {

    public enum State {
        /** 待答复. */
        OPEN,
        /** 退回重办. */
        RETURNED,
        /** 已答复. */
        ANSWERED,
        /** 逾期未答复: the supervisor went on without it. */
        SKIPPED,
        /** 作废: the department has nothing to do with it any more. */
        VOID
    }

    /**
     * One answer.
     *
     * @param text {@code null} where it was asked for again although there was none
     * @param late whether it came after its day
     * @param returnReason why it was returned, or {@code null}
     */
    public record Reply(
            long id,
            String text,
            String answeredBy,
            Instant answeredAt,
            boolean late,
            String returnReason,
            LocalDate newDueOn,
            Instant returnedAt) {}

    /** Whether it waits for its department. */
    public boolean waits() {
        return state == State.OPEN || state == State.RETURNED;
    }

    /** Whether the supervisor may ask for it again. */
    public boolean returnable() {
        return state == State.ANSWERED || state == State.SKIPPED;
    }

    /** Whether it waits past its day. */
    public boolean late(LocalDate today) {
        return waits() && today.isAfter(dueOn);
    }

    Answer with(List<Reply> read) {
        return new Answer(
                id,
                instructionId,
                departmentId,
                departmentName,
                state,
                request,
                originalDueOn,
                dueOn,
                assignedAt,
                timesReturned,
                read);
    }
}
