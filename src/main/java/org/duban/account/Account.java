package org.duban.account;

import java.util.Set;
import org.duban.organisation.DepartmentId;

/**
 * Somebody who can sign in.
 *
 * @param departmentId the department acted for; {@code null} only without a role of a department
 */
public record Account(
        AccountId id,
        String username,
        String displayName,
        DepartmentId departmentId,
        Set<Role> roles,
        boolean enabled) {

    public Caller asCaller() {
        return new Caller(id, displayName, departmentId, roles);
    }
}
