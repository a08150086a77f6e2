package org.duban.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.Words;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private static final String SELECT =
            """
            SELECT a.id, a.username, a.display_name, a.department_id, a.enabled,
                   (SELECT GROUP_CONCAT(r.role_name) FROM account_role r WHERE r.account_id = a.id) AS roles
              FROM account a
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    AccountRepository(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    AccountId insert(
            String username,
            String displayName,
            String passwordHash,
            boolean temporary,
            DepartmentId department,
            Set<Role> roles) {
        AccountId id = new AccountId(ids.next());
        jdbc.sql(
                        """
                        INSERT INTO account
                               (id, username, display_name, password_hash, password_temporary, department_id,
                                enabled, created_at)
                        VALUES (:id, :username, :displayName, :hash, :temporary, :department, TRUE, :now)""")
                .param("id", id.value())
                .param("username", username)
                .param("displayName", displayName)
                .param("hash", passwordHash)
                .param("temporary", temporary)
                .param("department", department == null ? null : department.value())
                .param("now", Moments.toDatabase(clock.instant()))
                .update();
        for (Role role : roles) {
            jdbc.sql("INSERT INTO account_role (account_id, role_name) VALUES (:id, :role)")
                    .param("id", id.value())
                    .param("role", role.name())
                    .update();
        }
        return id;
    }

    Optional<Account> findByUsername(String username) {
        return jdbc.sql(SELECT + " WHERE a.username = :username")
                .param("username", username)
                .query(AccountRepository::map)
                .optional();
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql(SELECT + " WHERE a.id = :id")
                .param("id", id.value())
                .query(AccountRepository::map)
                .optional();
    }

    List<Account> search(String text, String afterUsername, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE a.username > :after
                           AND (a.username LIKE :text OR LOWER(a.display_name) LIKE :text OR a.department_id IN (
                                SELECT d.id FROM department d WHERE LOWER(d.name) LIKE :text OR d.short_name LIKE :text))
                         ORDER BY a.username LIMIT :limit""")
                .param("text", Words.containing(text))
                .param("after", afterUsername)
                .param("limit", limit)
                .query(AccountRepository::map)
                .list();
    }

    /** Held until the transaction ends, in one order for everybody. */
    void lock(List<AccountId> ids) {
        jdbc.sql("SELECT id FROM account WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids.stream().map(AccountId::value).toList())
                .query(Long.class)
                .list();
    }

    /** Open accounts that can do this one's work, as {@link Peers} says, found by a part of their names. */
    List<Account> peers(Account one, String text, int offset, int limit) {
        if (one.roles().contains(Role.SYSADMIN)) {
            return List.of();
        }
        List<String> conditions = new ArrayList<>();
        for (Role role : one.roles()) {
            boolean department = role == Role.STAFF || role == Role.HEAD;
            conditions.add(
                    department
                            ? "a.department_id = :department AND " + holds("'STAFF', 'HEAD'")
                            : holds("'" + role.name() + "'"));
        }
        JdbcClient.StatementSpec statement = jdbc.sql(SELECT
                        + " WHERE a.enabled = TRUE AND a.id <> :one AND NOT " + holds("'SYSADMIN'")
                        + " AND (a.username LIKE :text OR LOWER(a.display_name) LIKE :text) AND "
                        + String.join(" AND ", conditions)
                        + " ORDER BY a.username LIMIT :limit OFFSET :offset")
                .param("one", one.id().value())
                .param("text", Words.containing(text))
                .param("offset", offset)
                .param("limit", limit);
        return (one.departmentId() == null
                        ? statement
                        : statement.param("department", one.departmentId().value()))
                .query(AccountRepository::map)
                .list();
    }

    private static String holds(String roles) {
        return "EXISTS (SELECT 1 FROM account_role held WHERE held.account_id = a.id AND held.role_name IN (" + roles
                + "))";
    }

    Credentials credentials(AccountId id) {
        return jdbc.sql("SELECT password_hash, session_generation, password_temporary FROM account WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> new Credentials(
                        row.getString("password_hash"),
                        row.getInt("session_generation"),
                        row.getBoolean("password_temporary")))
                .single();
    }

    /**
     * Begins the next generation of sessions.
     *
     * @return whether the generation was still the expected one
     */
    boolean setPassword(AccountId id, String hash, boolean temporary, int expectedGeneration) {
        return jdbc.sql(
                                """
                                UPDATE account
                                   SET password_hash = :hash, password_temporary = :temporary,
                                       session_generation = session_generation + 1
                                 WHERE id = :id AND session_generation = :expected""")
                        .param("hash", hash)
                        .param("temporary", temporary)
                        .param("id", id.value())
                        .param("expected", expectedGeneration)
                        .update()
                == 1;
    }

    /** Begins the next generation of sessions. */
    void setEnabled(AccountId id, boolean enabled) {
        jdbc.sql(
                        """
                        UPDATE account SET enabled = :enabled, session_generation = session_generation + 1
                         WHERE id = :id""")
                .param("enabled", enabled)
                .param("id", id.value())
                .update();
    }

    /** Whether the account is open, and its sessions of this generation count. */
    boolean isCurrent(AccountId id, int generation) {
        return jdbc.sql("SELECT enabled AND session_generation = :generation FROM account WHERE id = :id")
                .param("generation", generation)
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT id FROM account LIMIT 1")
                .query(Long.class)
                .optional()
                .isEmpty();
    }

    private static Account map(ResultSet row, int number) throws SQLException {
        Long department = row.getObject("department_id", Long.class);
        return new Account(
                new AccountId(row.getLong("id")),
                row.getString("username"),
                row.getString("display_name"),
                department == null ? null : new DepartmentId(department),
                Arrays.stream(row.getString("roles").split(","))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("enabled"));
    }
}
