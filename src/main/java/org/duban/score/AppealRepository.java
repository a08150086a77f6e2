package org.duban.score;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Handling;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AppealRepository {

    private final JdbcClient jdbc;

    AppealRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AppealId id, ScoreLineId line, String reason, LocalDate dueOn, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO score_appeal
                               (id, line_id, event_id, state, reason, due_on, appealed_by, appealed_at)
                        SELECT :id, l.id, l.event_id, 'OPEN', :reason, :due, :by, :now FROM score_line l
                         WHERE l.id = :line""")
                .param("id", id.value())
                .param("line", line.value())
                .param("reason", reason)
                .param("due", dueOn)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
    }

    void decide(AppealId id, Appeal.State state, String reason, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE score_appeal
                           SET state = :state, decision_reason = :reason, decided_by = :by, decided_at = :now
                         WHERE id = :id""")
                .param("state", state.name())
                .param("reason", reason)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    long event(AppealId id) {
        return jdbc.sql("SELECT event_id FROM score_appeal WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    /** Who appealed or, after the decision, who decided. */
    Optional<Handling> lastHandling(AppealId id) {
        return jdbc.sql(
                        """
                        SELECT COALESCE(decided_by, appealed_by) AS handler, COALESCE(decided_at, appealed_at) AS handled_at
                          FROM score_appeal WHERE id = :id""")
                .param("id", id.value())
                .query((row, number) ->
                        new Handling(new AccountId(row.getLong("handler")), Moments.read(row, "handled_at")))
                .optional();
    }
}
