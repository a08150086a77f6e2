package org.duban.instruction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.account.Handling;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Instructions, and what was reported on them. */
@Repository
class InstructionRepository {

    private static final String SELECT =
            """
            SELECT n.id, n.key_task_id, n.state, n.body, n.urgency, n.written_by, a.display_name, n.written_at, n.ended_at,
                   k.id AS confirmer_id, k.display_name AS confirmer
              FROM instruction n
              JOIN account a ON a.id = n.written_by
              JOIN account k ON k.id = COALESCE(n.confirmer_id, n.written_by)
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    InstructionRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    InstructionId insert(KeyTaskId task, String text, Urgency urgency, AccountId by, Instant now) {
        InstructionId id = new InstructionId(ids.next());
        jdbc.sql(
                        """
                        INSERT INTO instruction
                               (id, key_task_id, state, body, urgency, written_by, written_at, handled_by, handled_at)
                        VALUES (:id, :task, 'ASSIGNING', :body, :urgency, :by, :now, :by, :now)""")
                .param("id", id.value())
                .param("task", task.value())
                .param("body", text)
                .param("urgency", urgency == null ? null : urgency.name())
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
        return id;
    }

    Optional<Instruction> find(InstructionId id) {
        return jdbc.sql(SELECT + " WHERE n.id = :id")
                .param("id", id.value())
                .query(InstructionRepository::map)
                .optional();
    }

    /** Newest first; for those who oversee the key task. */
    List<Instruction> of(KeyTaskId task) {
        return jdbc.sql(SELECT + " WHERE n.key_task_id = :task ORDER BY n.id DESC")
                .param("task", task.value())
                .query(InstructionRepository::map)
                .list();
    }

    /** Newest first: those on which the department has something to answer, or had. */
    List<Instruction> asSeenBy(DepartmentId reader, KeyTaskId task) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE n.key_task_id = :task AND EXISTS (
                               SELECT 1 FROM instruction_answer w
                                WHERE w.instruction_id = n.id AND w.department_id = :reader AND w.state <> 'VOID')
                         ORDER BY n.id DESC""")
                .param("task", task.value())
                .param("reader", reader.value())
                .query(InstructionRepository::map)
                .list();
    }

    int countOpen(KeyTaskId task) {
        return jdbc.sql("SELECT COUNT(*) FROM instruction WHERE key_task_id = :task AND state NOT IN ('DONE', 'VOID')")
                .param("task", task.value())
                .query(Integer.class)
                .single();
    }

    void advance(InstructionId id, Instruction.State state) {
        jdbc.sql("UPDATE instruction SET state = :state WHERE id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    /** Somebody did the last thing to it so far. */
    void markHandled(InstructionId id, Handling handling) {
        jdbc.sql("UPDATE instruction SET handled_by = :by, handled_for = :behalf, handled_at = :now WHERE id = :id")
                .param("by", handling.by().value())
                .param("behalf", behalf(handling))
                .param("now", Moments.toDatabase(handling.at()))
                .param("id", id.value())
                .update();
    }

    Handling lastHandling(InstructionId id) {
        return jdbc.sql("SELECT handled_by, handled_for, handled_at FROM instruction WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> Handling.of(
                        row.getLong("handled_by"),
                        row.getObject("handled_for", Long.class),
                        Moments.read(row, "handled_at")))
                .single();
    }

    void end(InstructionId id, Instruction.State state, Instant now) {
        jdbc.sql("UPDATE instruction SET state = :state, ended_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    void voidAllOf(KeyTaskId task, Instant now) {
        jdbc.sql(
                        """
                        UPDATE instruction SET state = 'VOID', ended_at = :now
                         WHERE key_task_id = :task AND state NOT IN ('DONE', 'VOID')""")
                .param("now", Moments.toDatabase(now))
                .param("task", task.value())
                .update();
    }

    void insertResult(InstructionId id, String summary, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO instruction_result (id, instruction_id, summary, reported_by, reported_at)
                        VALUES (:id, :instruction, :summary, :by, :now)""")
                .param("id", ids.next())
                .param("instruction", id.value())
                .param("summary", summary)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
    }

    void decide(long result, boolean confirmed, String words, Handling said) {
        jdbc.sql(
                        """
                        UPDATE instruction_result
                           SET confirmed = :confirmed, words = :words, decided_by = :by, decided_for = :behalf,
                               decided_at = :now
                         WHERE id = :id""")
                .param("confirmed", confirmed)
                .param("words", words)
                .param("by", said.by().value())
                .param("behalf", behalf(said))
                .param("now", Moments.toDatabase(said.at()))
                .param("id", result)
                .update();
    }

    private static Long behalf(Handling handling) {
        return handling.behalf() == null ? null : handling.behalf().value();
    }

    /** Open ones that are this leader's to confirm, in the order of their key tasks. */
    List<Instruction> toConfirm(AccountId leader) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE n.state NOT IN ('DONE', 'VOID') AND COALESCE(n.confirmer_id, n.written_by) = :leader
                         ORDER BY n.key_task_id, n.id""")
                .param("leader", leader.value())
                .query(InstructionRepository::map)
                .list();
    }

    void handOver(InstructionId id, AccountId to) {
        jdbc.sql("UPDATE instruction SET confirmer_id = :to WHERE id = :id")
                .param("to", to.value())
                .param("id", id.value())
                .update();
    }

    /** Oldest first. */
    List<Result> results(InstructionId id) {
        return results(List.of(id)).getOrDefault(id, List.of());
    }

    Map<InstructionId, List<Result>> results(Collection<InstructionId> instructions) {
        if (instructions.isEmpty()) {
            return Map.of();
        }
        record Read(InstructionId of, Result result) {}
        return jdbc
                .sql(
                        """
                        SELECT r.instruction_id, r.id, r.summary, s.display_name AS reporter, r.reported_at, r.confirmed,
                               r.words, l.display_name AS decider, f.display_name AS decided_for, r.decided_at
                          FROM instruction_result r
                          JOIN account s ON s.id = r.reported_by
                          LEFT JOIN account l ON l.id = r.decided_by
                          LEFT JOIN account f ON f.id = r.decided_for
                         WHERE r.instruction_id IN (:ids) ORDER BY r.id""")
                .param("ids", instructions.stream().map(InstructionId::value).toList())
                .query((row, number) -> new Read(
                        new InstructionId(row.getLong("instruction_id")),
                        new Result(
                                row.getLong("id"),
                                row.getString("summary"),
                                row.getString("reporter"),
                                Moments.read(row, "reported_at"),
                                row.getObject("confirmed", Boolean.class),
                                row.getString("words"),
                                row.getString("decider"),
                                row.getString("decided_for"),
                                Moments.read(row, "decided_at"))))
                .stream()
                .collect(Collectors.groupingBy(Read::of, Collectors.mapping(Read::result, Collectors.toList())));
    }

    private static Instruction map(ResultSet row, int number) throws SQLException {
        String urgency = row.getString("urgency");
        return new Instruction(
                new InstructionId(row.getLong("id")),
                new KeyTaskId(row.getLong("key_task_id")),
                Instruction.State.valueOf(row.getString("state")),
                row.getString("body"),
                urgency == null ? null : Urgency.valueOf(urgency),
                new AccountId(row.getLong("written_by")),
                row.getString("display_name"),
                Moments.read(row, "written_at"),
                new AccountId(row.getLong("confirmer_id")),
                row.getString("confirmer"),
                Moments.read(row, "ended_at"));
    }
}
