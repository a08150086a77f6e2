package org.duban.inbox;

/**
 * For which of its directive's supervisors something about a key task waits, as a condition in SQL: for those who were
 * named for the key task; for all where nobody was, or nobody of them can act any more, so that nothing waits for nobody
 * (DESIGN, invariant 6). It says who is asked first, not who may see or decide: that is every supervisor of the directive.
 */
public final class Answerable {

    private Answerable() {}

    /**
     * Of a supervisor of the directive.
     *
     * @param account the supervisor's identifier, or a parameter for it; also for the list of those in whose place the
     *     supervisor acts
     */
    public static String supervisor(String keyTask, String directive, String account) {
        return (" (EXISTS (SELECT 1 FROM key_task_supervisor mine"
                        + " WHERE mine.key_task_id = %1$s AND mine.account_id IN (%3$s))"
                        + " OR NOT EXISTS (SELECT 1 FROM key_task_supervisor named"
                        + " JOIN directive_supervisor still ON still.account_id = named.account_id"
                        + " AND still.directive_id = %2$s"
                        + " JOIN account acting ON acting.id = named.account_id AND acting.enabled = TRUE"
                        + " WHERE named.key_task_id = %1$s)) ")
                .formatted(keyTask, directive, account);
    }
}
