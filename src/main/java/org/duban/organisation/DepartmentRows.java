package org.duban.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.base.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Departments as rows. */
final class DepartmentRows {

    static final String COLUMNS =
            "id, code, name, short_name, tier, jurisdiction, kind, abolished_year, abolished_on, note";

    private DepartmentRows() {}

    /** Without aliases: they are for finding a department, not for showing it. */
    static Department map(ResultSet row, int number) throws SQLException {
        return new Department(
                new DepartmentId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                Department.Tier.valueOf(row.getString("tier")),
                row.getString("jurisdiction"),
                Department.Kind.valueOf(row.getString("kind")),
                List.of(),
                row.getObject("abolished_year", Integer.class),
                row.getObject("abolished_on", LocalDate.class),
                row.getString("note"));
    }

    static void insert(JdbcClient jdbc, DepartmentId id, Department department) {
        try {
            insertRow(jdbc, id, department);
        } catch (DuplicateKeyException taken) {
            throw new Refusal("refusal.department.codeTaken", department.code());
        }
        Set<String> names = new LinkedHashSet<>(List.of(department.name(), department.shortName()));
        names.addAll(department.aliases());
        for (String name : names) {
            insertAlias(jdbc, id, department.jurisdiction(), name);
        }
    }

    private static void insertRow(JdbcClient jdbc, DepartmentId id, Department department) {
        jdbc.sql(
                        """
                        INSERT INTO department
                               (id, code, name, short_name, tier, jurisdiction, kind, abolished_year, abolished_on, note)
                        VALUES (:id, :code, :name, :shortName, :tier, :jurisdiction, :kind, :abolished,
                                :abolishedOn, :note)""")
                .param("id", id.value())
                .param("code", department.code())
                .param("name", department.name())
                .param("shortName", department.shortName())
                .param("tier", department.tier().name())
                .param("jurisdiction", department.jurisdiction())
                .param("kind", department.kind().name())
                .param("abolished", department.abolishedYear())
                .param("abolishedOn", department.abolishedOn())
                .param("note", department.note())
                .update();
    }

    static void insertAlias(JdbcClient jdbc, DepartmentId id, String jurisdiction, String alias) {
        try {
            jdbc.sql(
                            """
                            INSERT INTO department_alias (jurisdiction, alias, department_id)
                            VALUES (:jurisdiction, :alias, :id)""")
                    .param("jurisdiction", jurisdiction)
                    .param("alias", alias)
                    .param("id", id.value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusal("refusal.department.nameTaken", alias, jurisdiction);
        }
    }

    static Optional<Department> lock(JdbcClient jdbc, DepartmentId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM department WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(DepartmentRows::map)
                .optional();
    }

    static void rename(JdbcClient jdbc, DepartmentId id, Department department) {
        jdbc.sql("UPDATE department SET name = :name, short_name = :shortName, note = :note WHERE id = :id")
                .param("name", department.name())
                .param("shortName", department.shortName())
                .param("note", department.note())
                .param("id", id.value())
                .update();
    }

    static void abolish(JdbcClient jdbc, DepartmentId id, LocalDate on) {
        jdbc.sql("UPDATE department SET abolished_year = :year, abolished_on = :on WHERE id = :id")
                .param("year", on.getYear())
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    /** Adds the successions in the order given. */
    static void insert(JdbcClient jdbc, List<Succession> successions) {
        int position = 0;
        for (Succession succession : successions) {
            jdbc.sql(
                            """
                            INSERT INTO department_succession
                                   (department_id, successor_id, position_no, effective_on, reform, whole, note, source)
                            VALUES (:from, :to, :position, :on, :reform, :whole, :note, :source)""")
                    .param("from", succession.from().value())
                    .param("to", succession.to().value())
                    .param("position", position++)
                    .param("on", succession.effectiveOn())
                    .param(
                            "reform",
                            succession.reform() == null
                                    ? null
                                    : succession.reform().name())
                    .param("whole", succession.whole())
                    .param("note", succession.note())
                    .param("source", succession.source())
                    .update();
        }
    }
}
