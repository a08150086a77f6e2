package org.duban.account;

import java.util.Optional;
import org.duban.base.Refusal;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says who was faster than the caller, as far as the caller may know: a department knows its colleagues and supervisors by
 * name, and of another department only which one it was (DESIGN, invariant 5).
 */
@Component
public class HandledBefore {

    private record Person(String name, DepartmentId department, String departmentName, boolean supervisor) {}

    private final JdbcClient jdbc;
    private final CurrentCaller caller;

    HandledBefore(JdbcClient jdbc, CurrentCaller caller) {
        this.jdbc = jdbc;
        this.caller = caller;
    }

    /** {@link Refusal#alreadyHandled()}, with the name and the moment where they are known. */
    public Refusal refusal(Optional<Handling> handling) {
        return handling.map(known -> naming("refusal.handledBefore", known)).orElseGet(Refusal::alreadyHandled);
    }

    /**
     * A refusal with the name and the moment as its arguments; what was done for somebody else says so, by the key with
     * {@code .behalf} behind it, whose third argument is their name.
     */
    public Refusal naming(String messageKey, Handling known) {
        return known.behalf() == null
                ? new Refusal(messageKey, nameOf(known.by()), known.at())
                : new Refusal(messageKey + ".behalf", nameOf(known.by()), known.at(), nameOf(known.behalf()));
    }

    /** The name by which the caller may know the account's owner: with the department, or the department alone. */
    public String nameOf(AccountId account) {
        Person person = find(account);
        if (person.departmentName() == null) {
            return person.name();
        }
        return maySee(person) ? person.departmentName() + " " + person.name() : person.departmentName();
    }

    private boolean maySee(Person person) {
        Caller me = caller.get();
        return person.supervisor()
                || me.is(Role.SUPERVISOR)
                || me.is(Role.LEADER)
                || me.is(Role.SYSADMIN)
                || person.department().equals(me.departmentId());
    }

    private Person find(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT a.display_name, a.department_id, d.short_name,
                               (SELECT COUNT(*) FROM account_role r
                                 WHERE r.account_id = a.id AND r.role_name = :supervisor) AS supervisor
                          FROM account a LEFT JOIN department d ON d.id = a.department_id
                         WHERE a.id = :id""")
                .param("supervisor", Role.SUPERVISOR.name())
                .param("id", account.value())
                .query((row, number) -> new Person(
                        row.getString("display_name"),
                        row.getObject("department_id", Long.class) == null
                                ? null
                                : new DepartmentId(row.getLong("department_id")),
                        row.getString("short_name"),
                        row.getInt("supervisor") > 0))
                .single();
    }
}
