package org.duban.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.base.ActingAccount;
import org.duban.organisation.DepartmentId;

/**
 * On whose behalf the current thread acts. It stays one person, whoever is represented: what is done says who did it, and
 * what belongs to the person alone (the own password, who stands in for them) is nobody else's.
 *
 * @param departmentId the caller's department, or {@code null}
 * @param roles the caller's own
 * @param lent the authority of those for whom the caller stands in today (代办)
 */
public record Caller(
        AccountId accountId, String displayName, DepartmentId departmentId, Set<Role> roles, List<Lent> lent)
        implements ActingAccount {

    /**
     * The authority of somebody who is away.
     *
     * @param roles those in which the caller may stand in for them; of a department's roles only in the caller's own
     */
    public record Lent(AccountId absent, String displayName, Set<Role> roles) {

        public Lent {
            roles = Set.copyOf(roles);
        }
    }

    public Caller {
        roles = Set.copyOf(roles);
        lent = List.copyOf(lent);
    }

    public Caller(AccountId accountId, String displayName, DepartmentId departmentId, Set<Role> roles) {
        this(accountId, displayName, departmentId, roles, List.of());
    }

    @Override
    public long actingAccount() {
        return accountId.value();
    }

    /** Has the role, or stands in for somebody who has. */
    public boolean is(Role role) {
        return roles.contains(role) || lenders(role).findAny().isPresent();
    }

    /** Acts for a department: files its reports and signs for its duties. */
    public boolean actsFor(DepartmentId department) {
        return departmentId != null && departmentId.equals(department) && (is(Role.STAFF) || is(Role.HEAD));
    }

    /**
     * Whose work in this role is the caller's today, as identifiers for a condition in SQL: the own and that of those who
     * are represented; empty without the role.
     */
    public List<Long> accountsAs(Role role) {
        Stream<AccountId> own = roles.contains(role) ? Stream.of(accountId) : Stream.empty();
        return Stream.concat(own, lenders(role).map(Lent::absent))
                .map(AccountId::value)
                .toList();
    }

    /** Who lends the role to the caller; empty where it is the caller's own. */
    public Optional<AccountId> lender(Role role) {
        return roles.contains(role)
                ? Optional.empty()
                : lenders(role).map(Lent::absent).findFirst();
    }

    private Stream<Lent> lenders(Role role) {
        return lent.stream().filter(each -> each.roles().contains(role));
    }
}
