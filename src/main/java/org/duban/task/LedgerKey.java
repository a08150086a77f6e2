package org.duban.task;

import org.duban.base.DueKey;

/**
 * Where a page of the ledger ends: open key tasks stand before closed ones, each by due date and identifier.
 *
 * @param closed whether the last row read is closed
 * @param due where it stands among its like
 */
public record LedgerKey(boolean closed, DueKey due) {

    /** Before every row. */
    public static final LedgerKey START = new LedgerKey(false, DueKey.START);

    /** Behind this row. */
    public static LedgerKey of(KeyTask task) {
        return new LedgerKey(!task.open(), new DueKey(task.dueOn(), task.id().value()));
    }

    /** Before every closed row. */
    static final LedgerKey CLOSED = new LedgerKey(true, DueKey.START);
}
