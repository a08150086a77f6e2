package org.duban.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.duban.base.Words;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which departments have somebody who can act for them: an account that can sign in and is staff or head. Nothing is given
 * to any other, since it would wait for nobody (DESIGN, invariant 6). Groups and abolished bodies mostly have none.
 */
@Service
public class Staffing {

    private final JdbcClient jdbc;
    private final Departments departments;

    Staffing(JdbcClient jdbc, Departments departments) {
        this.jdbc = jdbc;
        this.departments = departments;
    }

    /** That somebody can act for the department in this column, as a condition in SQL. */
    public static String staffed(String departmentColumn) {
        return " EXISTS (SELECT 1 FROM account hand JOIN account_role held ON held.account_id = hand.id"
                + " WHERE hand.department_id = " + departmentColumn
                + " AND hand.enabled = TRUE AND held.role_name IN ('STAFF', 'HEAD')) ";
    }

    /** That the account in this column is a leader's who can sign in, as a condition in SQL. */
    public static String leads(String accountColumn) {
        return " EXISTS (SELECT 1 FROM account chief JOIN account_role led ON led.account_id = chief.id"
                + " WHERE chief.id = " + accountColumn
                + " AND chief.enabled = TRUE AND led.role_name = 'LEADER') ";
    }

    /** Whether the account is a leader's who can sign in. */
    @Transactional(readOnly = true)
    public boolean leadsAsSystem(AccountId account) {
        return jdbc.sql("SELECT COUNT(*) FROM account a WHERE a.id = :id AND" + leads("a.id"))
                        .param("id", account.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** That the department in this column has a head who can sign, as a condition in SQL. */
    public static String headed(String departmentColumn) {
        return " EXISTS (SELECT 1 FROM account hand JOIN account_role held ON held.account_id = hand.id"
                + " WHERE hand.department_id = " + departmentColumn
                + " AND hand.enabled = TRUE AND held.role_name = 'HEAD') ";
    }

    /** Whether the department has a head who can sign, and keeps one until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean headedAsSystem(DepartmentId department) {
        holdAsSystem(Set.of(department));
        return headedBesides(department, 0);
    }

    /**
     * Whether somebody of the department answers what waits for a role in it, as a condition in SQL: the heads what waits
     * for the head, and everybody while there is none who can sign in, so that nothing waits for nobody.
     */
    public static String answering(String roleColumn, boolean head, String department) {
        return head
                ? " 1 = 1 "
                : " (" + roleColumn + " IS NULL OR NOT EXISTS (SELECT 1 FROM account chief JOIN account_role held"
                        + " ON held.account_id = chief.id WHERE chief.department_id = " + department
                        + " AND chief.enabled = TRUE AND held.role_name = " + roleColumn + ")) ";
    }

    /** Departments that can be given a duty, found as in {@link Departments#search}: staffed, and not abolished. */
    @Transactional(readOnly = true)
    public List<Department> search(String text, int offset, int limit) {
        List<DepartmentId> found = jdbc.sql(
                        """
                        SELECT d.id FROM department d
                         WHERE d.abolished_year IS NULL AND """
                                + staffed("d.id")
                                + """
                           AND (LOWER(d.code) LIKE :text OR LOWER(d.short_name) LIKE :text OR EXISTS (
                                SELECT 1 FROM department_alias a
                                 WHERE a.department_id = d.id AND LOWER(a.alias) LIKE :text))
                         ORDER BY CASE WHEN LOWER(d.short_name) LIKE :beginning THEN 0
                                       WHEN LOWER(d.short_name) LIKE :text THEN 1 ELSE 2 END,
                                  d.jurisdiction, d.short_name, d.id
                         LIMIT :limit OFFSET :offset""")
                .param("text", Words.containing(text))
                .param("beginning", Words.beginningWith(text))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new DepartmentId(row.getLong("id")))
                .list();
        Map<DepartmentId, Department> byId = departments.byIds(found);
        return found.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /**
     * Those of the departments that are staffed, and stay so until the transaction ends: closing an account holds its
     * department, too. Everybody holds departments in one order.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<DepartmentId> holdAsSystem(Collection<DepartmentId> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        List<Long> ids = wanted.stream().map(DepartmentId::value).toList();
        jdbc.sql("SELECT id FROM department WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids)
                .query(Long.class)
                .list();
        return new HashSet<>(jdbc.sql("SELECT d.id FROM department d WHERE d.id IN (:ids) AND" + staffed("d.id"))
                .param("ids", ids)
                .query((row, number) -> new DepartmentId(row.getLong("id")))
                .list());
    }

    /** What a department lacks that nobody of a kind can act for any more. */
    public enum Lack {
        /** Nobody at all can act for it. */
        EVERYBODY,
        /** Nobody can do what only its head can. */
        HEAD
    }

    /** What the account's department would lack without it; nothing for an account that can't sign in anyway. */
    @Transactional(readOnly = true)
    public Optional<Lack> lackWithoutAsSystem(Account account) {
        if (!account.enabled() || !account.asCaller().actsFor(account.departmentId())) {
            return Optional.empty();
        }
        if (!staffedBesides(account.departmentId(), account.id().value())) {
            return Optional.of(Lack.EVERYBODY);
        }
        return account.roles().contains(Role.HEAD)
                        && !headedBesides(account.departmentId(), account.id().value())
                ? Optional.of(Lack.HEAD)
                : Optional.empty();
    }

    private boolean headedBesides(DepartmentId department, long account) {
        return jdbc.sql(
                        """
                        SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id
                         WHERE a.department_id = :department AND a.id <> :account AND a.enabled = TRUE
                           AND r.role_name = 'HEAD' LIMIT 1""")
                .param("department", department.value())
                .param("account", account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean staffedBesides(DepartmentId department, long account) {
        return jdbc.sql(
                        """
                        SELECT 1 FROM account a JOIN account_role r ON r.account_id = a.id
                         WHERE a.department_id = :department AND a.id <> :account AND a.enabled = TRUE
                           AND r.role_name IN ('STAFF', 'HEAD') LIMIT 1""")
                .param("department", department.value())
                .param("account", account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether the account is the only head of its department who can sign; holds the department. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lastHeadAsSystem(Account account) {
        if (account.departmentId() == null || !account.roles().contains(Role.HEAD)) {
            return false;
        }
        holdAsSystem(Set.of(account.departmentId()));
        return !headedBesides(account.departmentId(), account.id().value());
    }

    /** Whether nobody else can act for the account's department; holds the department. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lastOneAsSystem(Account account) {
        if (!account.asCaller().actsFor(account.departmentId())) {
            return false;
        }
        holdAsSystem(Set.of(account.departmentId()));
        return !staffedBesides(account.departmentId(), account.id().value());
    }
}
