package org.duban.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.base.ActingAccount;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The department register. Names are no secret: everybody who is signed in may read it. */
@Service
public class Departments {

    private static final String COLUMNS = DepartmentRows.COLUMNS;
    private static final String SYSTEM_ADMINISTRATOR = "ROLE_SYSADMIN";

    private final JdbcClient jdbc;
    private final Ids ids;

    Departments(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** @throws Refusal if there is none */
    @Transactional(readOnly = true)
    public Department get(DepartmentId id) {
        return byIds(List.of(id)).values().stream().findFirst().orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public Map<DepartmentId, Department> byIds(Collection<DepartmentId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT " + COLUMNS + " FROM department WHERE id IN (:ids)")
                .param("ids", wanted.stream().map(DepartmentId::value).toList())
                .query(DepartmentRows::map)
                .stream()
                .collect(Collectors.toMap(Department::id, department -> department));
    }

    @Transactional(readOnly = true)
    public Optional<Department> byCode(String code) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM department WHERE code = :code")
                .param("code", code)
                .query(DepartmentRows::map)
                .optional();
    }

    /**
     * Departments whose code or any name contains the text: those first whose short name begins with it, then those that
     * have it in their short name; of them in order of jurisdiction and name.
     */
    @Transactional(readOnly = true)
    public List<Department> search(String text, int offset, int limit) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + """
                         FROM department d
                        WHERE LOWER(d.code) LIKE :text OR LOWER(d.short_name) LIKE :text OR EXISTS (
                              SELECT 1 FROM department_alias a
                               WHERE a.department_id = d.id AND LOWER(a.alias) LIKE :text)
                        ORDER BY CASE WHEN LOWER(d.short_name) LIKE :beginning THEN 0
                                      WHEN LOWER(d.short_name) LIKE :text THEN 1 ELSE 2 END,
                                 d.jurisdiction, d.short_name, d.id
                        LIMIT :limit OFFSET :offset""")
                .param("text", Words.containing(text))
                .param("beginning", Words.beginningWith(text))
                .param("limit", limit)
                .param("offset", offset)
                .query(DepartmentRows::map)
                .list();
    }

    /** All names of the departments, the canonical one first, then in the order of their characters. */
    @Transactional(readOnly = true)
    public Map<DepartmentId, List<String>> namesOf(Collection<DepartmentId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        SELECT a.department_id, a.alias FROM department_alias a JOIN department d ON d.id = a.department_id
                         WHERE a.department_id IN (:ids)
                         ORDER BY CASE WHEN a.alias = d.name THEN 0 ELSE 1 END, a.alias""")
                .param("ids", wanted.stream().map(DepartmentId::value).toList())
                .query((row, number) -> Map.entry(new DepartmentId(row.getLong(1)), row.getString(2)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * Enters a department under a new identifier, for the system administrator.
     *
     * @param department its {@code id} is ignored; its names lose outer blanks
     * @throws Refusal if a name is missing or too long, the code is malformed, or the code, or one of the names within
     *     the jurisdiction, is taken
     * @throws AccessDeniedException for anybody else
     */
    @Transactional
    public DepartmentId add(Department department) {
        ActingAccount.requireAuthority(SYSTEM_ADMINISTRATOR);
        return addAsSystem(DepartmentRules.checked(department));
    }

    /**
     * Enters a department without anybody being signed in: where seeds are read, which have been checked on reading.
     *
     * @throws Refusal if the code, or one of the names within the jurisdiction, is taken
     */
    @Transactional
    public DepartmentId addAsSystem(Department department) {
        DepartmentId id = new DepartmentId(ids.next());
        DepartmentRows.insert(jdbc, id, department);
        return id;
    }

    /** Records who took over from abolished departments, the main heir of each first; for seeds. */
    @Transactional
    public void recordSuccessionsAsSystem(List<Succession> successions) {
        DepartmentRows.insert(jdbc, successions);
    }
}
