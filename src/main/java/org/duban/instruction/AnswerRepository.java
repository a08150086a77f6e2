package org.duban.instruction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What departments are asked because of instructions, and their replies. */
@Repository
class AnswerRepository {

    private static final String SELECT =
            """
            SELECT w.id, w.instruction_id, w.department_id, p.short_name, w.state, w.request, w.original_due_on, w.due_on,
                   w.assigned_at, w.times_returned
              FROM instruction_answer w JOIN department p ON p.id = w.department_id
            """;

    private static final String WAITS = " w.state IN ('OPEN', 'RETURNED') ";

    private final JdbcClient jdbc;
    private final Ids ids;

    AnswerRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    AnswerId insert(
            InstructionId instruction,
            DepartmentId department,
            String request,
            LocalDate dueOn,
            AccountId by,
            Instant now) {
        AnswerId id = new AnswerId(ids.next());
        jdbc.sql(
                        """
                        INSERT INTO instruction_answer
                               (id, instruction_id, department_id, state, request, original_due_on, due_on, assigned_by,
                                assigned_at, times_returned)
                        VALUES (:id, :instruction, :department, 'OPEN', :request, :due, :due, :by, :now, 0)""")
                .param("id", id.value())
                .param("instruction", instruction.value())
                .param("department", department.value())
                .param("request", request)
                .param("due", dueOn)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
        return id;
    }

    /** With its replies. */
    Optional<Answer> find(AnswerId id) {
        return read(jdbc.sql(SELECT + " WHERE w.id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    /** In the order in which they were assigned, with their replies. */
    List<Answer> of(InstructionId instruction) {
        return read(
                jdbc.sql(SELECT + " WHERE w.instruction_id = :id ORDER BY w.id").param("id", instruction.value()));
    }

    /** @param reader the department whose answers alone are wanted, or {@code null} for all */
    Map<InstructionId, List<Answer>> of(Collection<InstructionId> instructions, DepartmentId reader) {
        if (instructions.isEmpty()) {
            return Map.of();
        }
        return read(jdbc.sql(SELECT + " WHERE w.instruction_id IN (:ids)"
                                + " AND (:reader IS NULL OR w.department_id = :reader) ORDER BY w.id")
                        .param(
                                "ids",
                                instructions.stream().map(InstructionId::value).toList())
                        .param("reader", reader == null ? null : reader.value()))
                .stream()
                .collect(Collectors.groupingBy(Answer::instructionId));
    }

    /** Those that wait on the key task of the duty for departments that have no duty there any more. */
    List<Answer> orphaned(DutyId duty) {
        return read(jdbc.sql(
                        SELECT
                                + " JOIN instruction n ON n.id = w.instruction_id WHERE" + WAITS
                                + """
                           AND n.key_task_id = (SELECT x.key_task_id FROM duty x WHERE x.id = :duty)
                           AND NOT EXISTS (
                               SELECT 1 FROM duty y WHERE y.key_task_id = n.key_task_id
                                  AND y.department_id = w.department_id AND y.state <> 'WITHDRAWN')
                         ORDER BY w.id""")
                .param("duty", duty.value()));
    }

    /** Those that wait on the key task of the duty for one department where another one was asked by the same instruction. */
    List<Answer> askedOfBoth(DutyId duty, DepartmentId one, DepartmentId other) {
        return read(jdbc.sql(
                        SELECT
                                + " JOIN instruction n ON n.id = w.instruction_id WHERE" + WAITS
                                + """
                           AND n.key_task_id = (SELECT x.key_task_id FROM duty x WHERE x.id = :duty)
                           AND w.department_id = :one AND EXISTS (
                               SELECT 1 FROM instruction_answer v WHERE v.instruction_id = w.instruction_id
                                  AND v.department_id = :other AND v.state <> 'VOID')
                         ORDER BY w.id""")
                .param("duty", duty.value())
                .param("one", one.value())
                .param("other", other.value()));
    }

    private List<Answer> read(JdbcClient.StatementSpec statement) {
        List<Answer> answers = statement.query(AnswerRepository::map).list();
        Map<AnswerId, List<Answer.Reply>> replies =
                replies(answers.stream().map(Answer::id).toList());
        return answers.stream()
                .map(answer -> answer.with(replies.getOrDefault(answer.id(), List.of())))
                .toList();
    }

    private Map<AnswerId, List<Answer.Reply>> replies(List<AnswerId> answers) {
        if (answers.isEmpty()) {
            return Map.of();
        }
        record Read(AnswerId of, Answer.Reply reply) {}
        return jdbc
                .sql(
                        """
                        SELECT r.answer_id, r.id, r.body, a.display_name, r.answered_at, r.late, r.return_reason, r.new_due_on,
                               r.returned_at
                          FROM instruction_reply r LEFT JOIN account a ON a.id = r.answered_by
                         WHERE r.answer_id IN (:ids) ORDER BY r.id""")
                .param("ids", answers.stream().map(AnswerId::value).toList())
                .query((row, number) -> new Read(
                        new AnswerId(row.getLong("answer_id")),
                        new Answer.Reply(
                                row.getLong("id"),
                                row.getString("body"),
                                row.getString("display_name"),
                                Moments.read(row, "answered_at"),
                                row.getBoolean("late"),
                                row.getString("return_reason"),
                                Moments.readDay(row, "new_due_on"),
                                Moments.read(row, "returned_at"))))
                .stream()
                .collect(Collectors.groupingBy(Read::of, Collectors.mapping(Read::reply, Collectors.toList())));
    }

    void reply(AnswerId id, String text, boolean late, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO instruction_reply (id, answer_id, body, answered_by, answered_at, late)
                        VALUES (:id, :answer, :body, :by, :now, :late)""")
                .param("id", ids.next())
                .param("answer", id.value())
                .param("body", text)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("late", late)
                .update();
        end(id, Answer.State.ANSWERED, by, now);
    }

    /** @param by {@code null} where nobody did it on purpose */
    void end(AnswerId id, Answer.State state, AccountId by, Instant now) {
        jdbc.sql("UPDATE instruction_answer SET state = :state, ended_by = :by, ended_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("by", by == null ? null : by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    void giveBack(Answer answer, String reason, LocalDate newDueOn, AccountId by, Instant now) {
        long reply = answer.state() == Answer.State.ANSWERED
                ? answer.replies().getLast().id()
                : insertMissing(answer.id());
        jdbc.sql(
                        """
                        UPDATE instruction_reply
                           SET return_reason = :reason, new_due_on = :due, returned_by = :by, returned_at = :now
                         WHERE id = :id""")
                .param("reason", reason)
                .param("due", newDueOn)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", reply)
                .update();
        jdbc.sql(
                        """
                        UPDATE instruction_answer
                           SET state = 'RETURNED', due_on = :due, times_returned = times_returned + 1, ended_by = NULL,
                               ended_at = NULL
                         WHERE id = :id""")
                .param("due", newDueOn)
                .param("id", answer.id().value())
                .update();
    }

    private long insertMissing(AnswerId answer) {
        long id = ids.next();
        jdbc.sql("INSERT INTO instruction_reply (id, answer_id, late) VALUES (:id, :answer, TRUE)")
                .param("id", id)
                .param("answer", answer.value())
                .update();
        return id;
    }

    /** Who ended it last, if a person did. */
    Optional<Handling> lastHandling(AnswerId id) {
        return jdbc.sql("SELECT ended_by, ended_at FROM instruction_answer WHERE id = :id AND ended_by IS NOT NULL")
                .param("id", id.value())
                .query((row, number) ->
                        new Handling(new AccountId(row.getLong("ended_by")), Moments.read(row, "ended_at")))
                .optional();
    }

    void voidAllOf(KeyTaskId task, Instant now) {
        jdbc.sql(
                        """
                        UPDATE instruction_answer SET state = 'VOID', ended_at = :now
                         WHERE state IN ('OPEN', 'RETURNED')
                           AND instruction_id IN (SELECT n.id FROM instruction n WHERE n.key_task_id = :task)""")
                .param("now", Moments.toDatabase(now))
                .param("task", task.value())
                .update();
    }

    /** What waits for one department on the key task waits for another one from now on. */
    void handOver(DutyId duty, DepartmentId from, DepartmentId to) {
        jdbc.sql(
                        """
                        UPDATE instruction_answer SET department_id = :to
                         WHERE department_id = :from AND state IN ('OPEN', 'RETURNED')
                           AND instruction_id IN (
                               SELECT n.id FROM instruction n JOIN duty y ON y.key_task_id = n.key_task_id
                                WHERE y.id = :duty)""")
                .param("to", to.value())
                .param("from", from.value())
                .param("duty", duty.value())
                .update();
    }

    private static Answer map(ResultSet row, int number) throws SQLException {
        return new Answer(
                new AnswerId(row.getLong("id")),
                new InstructionId(row.getLong("instruction_id")),
                new DepartmentId(row.getLong("department_id")),
                row.getString("short_name"),
                Answer.State.valueOf(row.getString("state")),
                row.getString("request"),
                Moments.readDay(row, "original_due_on"),
                Moments.readDay(row, "due_on"),
                Moments.read(row, "assigned_at"),
                row.getInt("times_returned"),
                List.of());
    }
}
