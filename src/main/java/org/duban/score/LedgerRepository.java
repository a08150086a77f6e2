package org.duban.score;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LedgerRepository {

    private static final String SELECT =
            """
            SELECT g.id, a.display_name, g.note, g.rule_version, g.up_to, g.events, g.reached, g.counted, g.started_at,
                   g.finished_at
              FROM score_ledger g JOIN account a ON a.id = g.made_by
            """;

    private final JdbcClient jdbc;

    LedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(LedgerId id, AccountId by, String note, int version, long upTo, int events, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO score_ledger
                               (id, made_by, note, rule_version, up_to, events, reached, counted, started_at)
                        VALUES (:id, :by, :note, :version, :upTo, :events, 0, 0, :now)""")
                .param("id", id.value())
                .param("by", by.value())
                .param("note", note)
                .param("version", version)
                .param("upTo", upTo)
                .param("events", events)
                .param("now", Moments.toDatabase(now))
                .update();
    }

    Optional<ScoreLedger> find(LedgerId id) {
        return jdbc.sql(SELECT + " WHERE g.id = :id")
                .param("id", id.value())
                .query(LedgerRepository::map)
                .optional();
    }

    /** Keeps everybody else from going on with it. */
    Optional<ScoreLedger> lock(LedgerId id) {
        return jdbc.sql("SELECT id FROM score_ledger WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .flatMap(locked -> find(id));
    }

    /** The newest first. */
    List<ScoreLedger> list(boolean unfinishedToo, int limit) {
        return jdbc.sql(SELECT + (unfinishedToo ? "" : " WHERE g.finished_at IS NOT NULL")
                        + " ORDER BY g.id DESC LIMIT :limit")
                .param("limit", limit)
                .query(LedgerRepository::map)
                .list();
    }

    /** @param events how many there are to be counted, as is known now */
    void reach(LedgerId id, long reached, int counted, int events, Instant finishedAt) {
        jdbc.sql(
                        """
                        UPDATE score_ledger SET reached = :reached, counted = :counted, events = :events, finished_at = :finished
                         WHERE id = :id""")
                .param("reached", reached)
                .param("counted", counted)
                .param("events", events)
                .param("finished", Moments.toDatabase(finishedAt))
                .param("id", id.value())
                .update();
    }

    private static ScoreLedger map(ResultSet row, int number) throws SQLException {
        return new ScoreLedger(
                new LedgerId(row.getLong("id")),
                row.getString("display_name"),
                row.getString("note"),
                row.getInt("rule_version"),
                row.getLong("up_to"),
                row.getInt("events"),
                row.getLong("reached"),
                row.getInt("counted"),
                Moments.read(row, "started_at"),
                Moments.read(row, "finished_at"));
    }
}
