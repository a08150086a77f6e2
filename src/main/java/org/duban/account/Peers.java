package org.duban.account;

import java.util.EnumSet;
import java.util.Set;
import org.duban.base.Refusal;

/**
 * Who can do somebody's work: for staff and heads of a department its other staff and heads, for a supervisor another one,
 * for a leader another one. Nobody for administrators, who would have two powers in one hand.
 */
final class Peers {

    private static final Set<Role> OF_A_DEPARTMENT = EnumSet.of(Role.STAFF, Role.HEAD);

    private Peers() {}

    /** In which of one's roles the other can act. */
    static Set<Role> lendable(Account one, Account other) {
        Set<Role> lendable = EnumSet.noneOf(Role.class);
        for (Role role : one.roles()) {
            if (OF_A_DEPARTMENT.contains(role) ? colleagues(one, other) : isSame(role, other)) {
                lendable.add(role);
            }
        }
        return lendable;
    }

    private static boolean colleagues(Account one, Account other) {
        return one.departmentId() != null
                && one.departmentId().equals(other.departmentId())
                && other.roles().stream().anyMatch(OF_A_DEPARTMENT::contains);
    }

    private static boolean isSame(Role role, Account other) {
        return role != Role.SYSADMIN && other.roles().contains(role);
    }

    /** @throws Refusal unless the other can sign in and do all that the one can */
    static void require(Account one, Account other) {
        if (one.id().equals(other.id())) {
            throw new Refusal("refusal.peer.oneself");
        }
        requireNoAdministrator(one);
        requireNoAdministrator(other);
        if (!other.enabled()) {
            throw new Refusal("refusal.peer.closed", other.displayName());
        }
        Set<Role> lendable = lendable(one, other);
        if (lendable.containsAll(one.roles())) {
            return;
        }
        boolean department = one.roles().stream().anyMatch(OF_A_DEPARTMENT::contains)
                && lendable.stream().noneMatch(OF_A_DEPARTMENT::contains);
        throw new Refusal(department ? "refusal.peer.department" : "refusal.peer.role", other.displayName());
    }

    static void requireNoAdministrator(Account account) {
        if (account.roles().contains(Role.SYSADMIN)) {
            throw new Refusal("refusal.peer.administrator");
        }
    }
}
