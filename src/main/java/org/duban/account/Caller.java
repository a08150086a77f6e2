package org.duban.account;

import java.util.Set;
import org.duban.base.ActingAccount;
import org.duban.organisation.DepartmentId;

/**
 * On whose behalf the current thread acts.
 *
 * @param departmentId the caller's department, or {@code null}
 */
public record Caller(AccountId accountId, String displayName, DepartmentId departmentId, Set<Role> roles)
        implements ActingAccount {

    public Caller {
        roles = Set.copyOf(roles);
    }

    @Override
    public long actingAccount() {
        return accountId.value();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Acts for a department: files its reports and signs for its duties. */
    public boolean actsFor(DepartmentId department) {
        return departmentId != null && departmentId.equals(department) && (is(Role.STAFF) || is(Role.HEAD));
    }
}
