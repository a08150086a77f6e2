package org.duban.ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.task.KeyTaskId;

/**
 * A step up the ladder, with all that it takes to explain it.
 *
 * @param departmentName short name of the department whose report or signature it is; {@code null} where it is the key task
 * @param workingDaysLate as late as it was when it was raised
 * @param rule name of the row of the table
 * @param tableVersion 0 for what was raised before there was a table
 * @param receipts who has to confirm it, as far as the reader may know; none where nobody has to
 */
public record EscalationStep(
        long id,
        KeyTaskId task,
        DeadlineKind kind,
        String departmentName,
        int level,
        LocalDate dueOn,
        int workingDaysLate,
        Priority priority,
        int timesReturned,
        int timesExtended,
        Addressee addressee,
        String rule,
        int tableVersion,
        Instant raisedAt,
        List<Receipt> receipts) {

    /**
     * @param receivedBy who confirmed it, or {@code null}
     * @param voidAt when nobody was waited for any more, since the duty went to somebody else
     */
    public record Receipt(ReceiptId id, String departmentName, String receivedBy, Instant receivedAt, Instant voidAt) {}

    EscalationStep with(List<Receipt> confirmations) {
        return new EscalationStep(
                id,
                task,
                kind,
                departmentName,
                level,
                dueOn,
                workingDaysLate,
                priority,
                timesReturned,
                timesExtended,
                addressee,
                rule,
                tableVersion,
                raisedAt,
                confirmations);
    }
}
