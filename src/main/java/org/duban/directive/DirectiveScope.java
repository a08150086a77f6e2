package org.duban.directive;

import org.duban.account.Caller;
import org.duban.account.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code directive d} that a caller may see, as a condition in SQL: leaders all, supervisors those entrusted
 * to them or to those for whom they stand in, others none (DESIGN, invariant 5).
 */
final class DirectiveScope {

    private final Caller caller;

    DirectiveScope(Caller caller) {
        this.caller = caller;
    }

    String condition() {
        if (caller.is(Role.LEADER)) {
            return "1 = 1";
        }
        return caller.is(Role.SUPERVISOR)
                ? "d.id IN (SELECT s.directive_id FROM directive_supervisor s WHERE s.account_id IN (:scopeAccounts))"
                : "1 = 0";
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return !caller.is(Role.LEADER) && caller.is(Role.SUPERVISOR)
                ? statement.param("scopeAccounts", caller.accountsAs(Role.SUPERVISOR))
                : statement;
    }
}
