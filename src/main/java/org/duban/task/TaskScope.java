package org.duban.task;

import java.util.ArrayList;
import java.util.List;
import org.duban.account.Caller;
import org.duban.account.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code key_task t} that a caller may see, as a condition in SQL: leaders all, supervisors those of the
 * directives entrusted to them or to those for whom they stand in, departments those on which they have a duty, and the
 * sub-tasks that were split off a duty of theirs (DESIGN, invariant 5).
 */
final class TaskScope {

    private final Caller caller;

    TaskScope(Caller caller) {
        this.caller = caller;
    }

    String condition() {
        if (caller.is(Role.LEADER)) {
            return "1 = 1";
        }
        List<String> reasons = new ArrayList<>();
        if (caller.is(Role.SUPERVISOR)) {
            reasons.add("t.directive_id IN"
                    + " (SELECT s.directive_id FROM directive_supervisor s WHERE s.account_id IN (:scopeAccounts))");
        }
        if (hasDepartment()) {
            reasons.add("EXISTS (SELECT 1 FROM duty own WHERE own.key_task_id = t.id"
                    + " AND own.department_id = :scopeDepartment AND own.state <> 'WITHDRAWN')");
            reasons.add("EXISTS (SELECT 1 FROM duty split WHERE split.id = t.parent_duty_id"
                    + " AND split.department_id = :scopeDepartment AND split.state <> 'WITHDRAWN')");
        }
        return reasons.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", reasons) + ")";
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        if (caller.is(Role.LEADER)) {
            return statement;
        }
        JdbcClient.StatementSpec bound = statement;
        if (caller.is(Role.SUPERVISOR)) {
            bound = bound.param("scopeAccounts", caller.accountsAs(Role.SUPERVISOR));
        }
        return hasDepartment()
                ? bound.param("scopeDepartment", caller.departmentId().value())
                : bound;
    }

    private boolean hasDepartment() {
        return caller.departmentId() != null && caller.actsFor(caller.departmentId());
    }
}
