package org.duban.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.base.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which directive is entrusted to whom. */
@Repository
class SupervisionRepository {

    private static final String COLUMNS = "a.id, a.username, a.display_name, a.enabled";
    private static final String IS_SUPERVISOR =
            """
            EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role_name = 'SUPERVISOR')""";

    private final JdbcClient jdbc;

    SupervisionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Supervisor> of(DirectiveId directive) {
        return of(List.of(directive)).getOrDefault(directive, List.of());
    }

    Map<DirectiveId, List<Supervisor>> of(List<DirectiveId> directives) {
        if (directives.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT s.directive_id, " + COLUMNS
                        + " FROM directive_supervisor s JOIN account a ON a.id = s.account_id"
                        + " WHERE s.directive_id IN (:directives) ORDER BY a.display_name, a.id")
                .param("directives", directives.stream().map(DirectiveId::value).toList())
                .query((row, number) -> Map.entry(new DirectiveId(row.getLong("directive_id")), map(row, number)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Supervisors who can sign in and to whom the directive is not entrusted yet, in order of user name. */
    List<Supervisor> candidates(DirectiveId directive, String text, int offset, int limit) {
        return jdbc.sql(
                        "SELECT " + COLUMNS + " FROM account a WHERE a.enabled = TRUE AND " + IS_SUPERVISOR
                                + """
                          AND NOT EXISTS (SELECT 1 FROM directive_supervisor s
                                           WHERE s.directive_id = :directive AND s.account_id = a.id)
                          AND (a.username LIKE :text OR LOWER(a.display_name) LIKE :text)
                        ORDER BY a.username LIMIT :limit OFFSET :offset""")
                .param("directive", directive.value())
                .param("text", Words.containing(text))
                .param("offset", offset)
                .param("limit", limit)
                .query(SupervisionRepository::map)
                .list();
    }

    Optional<Supervisor> find(AccountId account) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM account a WHERE a.id = :id AND " + IS_SUPERVISOR)
                .param("id", account.value())
                .query(SupervisionRepository::map)
                .optional();
    }

    /** Launched directives of the supervisor with work left, in one order for everybody. */
    List<DirectiveId> underWay(AccountId supervisor) {
        return jdbc.sql(
                        """
                        SELECT d.id FROM directive_supervisor s JOIN directive d ON d.id = s.directive_id
                         WHERE s.account_id = :account AND (d.state = 'LAUNCHING' OR EXISTS (
                               SELECT 1 FROM key_task t WHERE t.directive_id = d.id AND t.closed_at IS NULL))
                         ORDER BY d.id""")
                .param("account", supervisor.value())
                .query((row, number) -> new DirectiveId(row.getLong("id")))
                .list();
    }

    void entrust(DirectiveId directive, AccountId supervisor) {
        jdbc.sql("INSERT INTO directive_supervisor (directive_id, account_id) VALUES (:id, :account)")
                .param("id", directive.value())
                .param("account", supervisor.value())
                .update();
    }

    void withdraw(DirectiveId directive, AccountId supervisor) {
        jdbc.sql("DELETE FROM directive_supervisor WHERE directive_id = :id AND account_id = :account")
                .param("id", directive.value())
                .param("account", supervisor.value())
                .update();
    }

    /** Without supervisors. In descending order of identifier, that is, of entry. */
    List<Entrusted> directives(String text, DirectiveId after, int limit) {
        return jdbc.sql(
                        """
                        SELECT d.id, d.doc_number, d.title, d.state FROM directive d
                         WHERE d.id < :after AND (LOWER(d.title) LIKE :text OR LOWER(d.doc_number) LIKE :text)
                         ORDER BY d.id DESC LIMIT :limit""")
                .param("after", after.value())
                .param("text", Words.containing(text))
                .param("limit", limit)
                .query((row, number) -> new Entrusted(
                        new DirectiveId(row.getLong("id")),
                        row.getString("doc_number"),
                        row.getString("title"),
                        Directive.State.valueOf(row.getString("state")),
                        List.of()))
                .list();
    }

    private static Supervisor map(ResultSet row, int number) throws SQLException {
        return new Supervisor(
                new AccountId(row.getLong("id")),
                row.getString("username"),
                row.getString("display_name"),
                row.getBoolean("enabled"));
    }
}
