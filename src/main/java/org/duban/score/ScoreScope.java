package org.duban.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.account.Caller;
import org.duban.account.Role;

/**
 * Whose score a caller may see, as a condition in SQL: leaders all, supervisors what belongs to the directives entrusted to
 * them or to those for whom they stand in, a department its own (DESIGN, invariant 5).
 */
final class ScoreScope {

    private final Caller caller;

    ScoreScope(Caller caller) {
        this.caller = caller;
    }

    /** Whether the caller compares departments, rather than reading the own score alone. */
    boolean overseer() {
        return caller.is(Role.LEADER) || caller.is(Role.SUPERVISOR);
    }

    /**
     * @param directive column with the directive
     * @param department column with the department
     */
    String condition(String directive, String department) {
        if (caller.is(Role.LEADER)) {
            return "1 = 1";
        }
        List<String> reasons = new ArrayList<>();
        if (caller.is(Role.SUPERVISOR)) {
            reasons.add(directive
                    + " IN (SELECT s.directive_id FROM directive_supervisor s WHERE s.account_id IN (:scopeAccounts))");
        }
        if (hasDepartment()) {
            reasons.add(department + " = :scopeDepartment");
        }
        return reasons.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", reasons) + ")";
    }

    /** To be filled with what else the statement needs. */
    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        if (!caller.is(Role.LEADER)) {
            if (caller.is(Role.SUPERVISOR)) {
                params.put("scopeAccounts", caller.accountsAs(Role.SUPERVISOR));
            }
            if (hasDepartment()) {
                params.put("scopeDepartment", caller.departmentId().value());
            }
        }
        return params;
    }

    /** Whether there can be anything for the caller to see. */
    boolean anything() {
        return overseer() || hasDepartment();
    }

    private boolean hasDepartment() {
        return caller.departmentId() != null && caller.actsFor(caller.departmentId());
    }
}
