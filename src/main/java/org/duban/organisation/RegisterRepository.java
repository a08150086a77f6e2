package org.duban.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names and successions of the register. */
@Repository
class RegisterRepository {

    private final JdbcClient jdbc;

    RegisterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in which a name stands, in the order of their characters. */
    List<String> jurisdictions() {
        return jdbc.sql("SELECT DISTINCT jurisdiction FROM department_alias ORDER BY jurisdiction")
                .query(String.class)
                .list();
    }

    /** The jurisdictions that list the place among their own, such as the province for a city. */
    List<String> parents(String place) {
        return jdbc.sql("SELECT DISTINCT jurisdiction FROM department WHERE kind = 'PLACE' AND name = :place")
                .param("place", place)
                .query(String.class)
                .list();
    }

    List<NameEntry> names(Collection<String> jurisdictions) {
        return jdbc.sql("SELECT a.jurisdiction AS name_in, a.alias, a.learned_by, d.*"
                        + " FROM department_alias a JOIN department d ON d.id = a.department_id"
                        + " WHERE a.jurisdiction IN (:jurisdictions)")
                .param("jurisdictions", jurisdictions)
                .query((row, number) -> NameEntry.of(
                        row.getString("name_in"),
                        row.getString("alias"),
                        row.getObject("learned_by") != null,
                        DepartmentRows.map(row, number)))
                .list();
    }

    /** The successions from any of the departments, the main one of each first. */
    List<Succession> successions(Collection<DepartmentId> from) {
        return jdbc.sql(
                        """
                        SELECT department_id, successor_id, effective_on, reform, whole, note, source
                          FROM department_succession
                         WHERE department_id IN (:ids) ORDER BY department_id, position_no, successor_id""")
                .param("ids", from.stream().map(DepartmentId::value).toList())
                .query(RegisterRepository::succession)
                .list();
    }

    private static Succession succession(ResultSet row, int number) throws SQLException {
        String reform = row.getString("reform");
        return new Succession(
                new DepartmentId(row.getLong("department_id")),
                new DepartmentId(row.getLong("successor_id")),
                row.getObject("effective_on", LocalDate.class),
                reform == null ? null : Succession.Reform.valueOf(reform),
                row.getBoolean("whole"),
                row.getString("note"),
                row.getString("source"));
    }

    /** Whom the name means in exactly this jurisdiction. */
    Optional<DepartmentId> owner(String jurisdiction, String name) {
        return jdbc.sql("SELECT department_id FROM department_alias WHERE jurisdiction = :place AND alias = :name")
                .param("place", jurisdiction)
                .param("name", name)
                .query((row, number) -> new DepartmentId(row.getLong(1)))
                .optional();
    }

    List<String> namesOf(DepartmentId department, String jurisdiction) {
        return jdbc.sql("SELECT alias FROM department_alias WHERE department_id = :id AND jurisdiction = :place"
                        + " ORDER BY alias")
                .param("id", department.value())
                .param("place", jurisdiction)
                .query(String.class)
                .list();
    }

    void forget(String jurisdiction, String name) {
        jdbc.sql("DELETE FROM department_alias WHERE jurisdiction = :place AND alias = :name")
                .param("place", jurisdiction)
                .param("name", name)
                .update();
    }

    void learn(String jurisdiction, String name, DepartmentId department, long by, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO department_alias (jurisdiction, alias, department_id, learned_by, learned_at)
                        VALUES (:place, :name, :department, :by, :at)""")
                .param("place", jurisdiction)
                .param("name", name)
                .param("department", department.value())
                .param("by", by)
                .param("at", Moments.toDatabase(at))
                .update();
    }
}
