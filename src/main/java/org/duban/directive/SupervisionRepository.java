package org.duban.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.account.Handling;
import org.duban.base.Moments;
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

    private static final String NOT_LAUNCHED = " NOT EXISTS (SELECT 1 FROM key_task t WHERE t.division_row_id = r.id) ";

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

    /**
     * Launched directives of the supervisor with work left, in one order for everybody: an appeal against a score waits also
     * when all key tasks have ended.
     */
    List<DirectiveId> underWay(AccountId supervisor) {
        return jdbc.sql(
                        """
                        SELECT d.id FROM directive_supervisor s JOIN directive d ON d.id = s.directive_id
                         WHERE s.account_id = :account AND (d.state = 'LAUNCHING' OR EXISTS (
                               SELECT 1 FROM key_task t WHERE t.directive_id = d.id AND t.closed_at IS NULL)
                            OR EXISTS (SELECT 1 FROM open_item i
                                        WHERE i.directive_id = d.id AND i.kind = 'DECIDE_SCORE_APPEAL'))
                         ORDER BY d.id""")
                .param("account", supervisor.value())
                .query((row, number) -> new DirectiveId(row.getLong("id")))
                .list();
    }

    /** In one order for everybody. */
    List<DirectiveId> entrustedTo(AccountId supervisor) {
        return jdbc.sql(
                        "SELECT directive_id FROM directive_supervisor WHERE account_id = :account ORDER BY directive_id")
                .param("account", supervisor.value())
                .query((row, number) -> new DirectiveId(row.getLong("directive_id")))
                .list();
    }

    /** Directives with rows that are not launched yet, for which the supervisor is named; in the same order. */
    List<DirectiveId> namedInDrafts(AccountId supervisor) {
        return jdbc.sql("SELECT DISTINCT r.directive_id FROM row_supervisor n JOIN division_row r ON r.id = n.row_id"
                        + " WHERE n.account_id = :account AND" + NOT_LAUNCHED + " ORDER BY r.directive_id")
                .param("account", supervisor.value())
                .query((row, number) -> new DirectiveId(row.getLong("directive_id")))
                .list();
    }

    /** Names somebody else for those rows; whoever edits one of them at this moment learns that it changed. */
    void nameInstead(DirectiveId directive, AccountId from, AccountId to, Handling edit) {
        List<Long> rows = jdbc.sql("SELECT r.id FROM row_supervisor n JOIN division_row r ON r.id = n.row_id"
                        + " WHERE n.account_id = :from AND r.directive_id = :directive AND" + NOT_LAUNCHED
                        + " ORDER BY r.id")
                .param("from", from.value())
                .param("directive", directive.value())
                .query(Long.class)
                .list();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("DELETE FROM row_supervisor WHERE row_id IN (:rows) AND account_id IN (:both)")
                .param("rows", rows)
                .param("both", List.of(from.value(), to.value()))
                .update();
        jdbc.sql("INSERT INTO row_supervisor (row_id, account_id) SELECT r.id, :to FROM division_row r"
                        + " WHERE r.id IN (:rows)")
                .param("to", to.value())
                .param("rows", rows)
                .update();
        jdbc.sql(
                        """
                        UPDATE division_row SET revision = revision + 1, edited_by = :by, edited_at = :now
                         WHERE id IN (:rows)""")
                .param("by", edit.by().value())
                .param("now", Moments.toDatabase(edit.at()))
                .param("rows", rows)
                .update();
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
