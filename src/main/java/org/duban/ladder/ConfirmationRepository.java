package org.duban.ladder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.Handling;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What departments confirm: urges by hand, and notices of the ladder. */
@Repository
class ConfirmationRepository {

    /** Of which table. */
    enum Of {
        URGE(ItemKind.URGED, "urge c"),
        RECEIPT(ItemKind.RECEIVE_ESCALATION, "escalation_receipt c JOIN escalation e ON e.id = c.escalation_id");

        private final ItemKind item;
        private final String from;

        Of(ItemKind item, String from) {
            this.item = item;
            this.from = from;
        }

        ItemKind item() {
            return item;
        }

        private String table() {
            return from.substring(0, from.indexOf(' '));
        }
    }

    /**
     * @param department for whom it waits, as the open item says; whose it was once it does not wait
     * @param received who confirmed it, or {@code null}
     */
    record Confirmation(
            long id, KeyTaskId task, DutyId duty, DepartmentId department, boolean waiting, Handling received) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    ConfirmationRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void insertReceipt(ReceiptId id, long escalation, Duty duty) {
        jdbc.sql(
                        """
                        INSERT INTO escalation_receipt (id, escalation_id, duty_id, department_id)
                        VALUES (:id, :escalation, :duty, :department)""")
                .param("id", id.value())
                .param("escalation", escalation)
                .param("duty", duty.id().value())
                .param("department", duty.departmentId().value())
                .update();
    }

    UrgeId insertUrge(Duty duty, String words, AccountId by, LocalDate today, Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO urge (id, duty_id, cause, subject_id, due_on, sent_at, words, sent_by, department_id)
                        VALUES (:id, :duty, 'BY_HAND', :id, :today, :now, :words, :by, :department)""")
                .param("id", id)
                .param("duty", duty.id().value())
                .param("today", today)
                .param("now", Moments.toDatabase(now))
                .param("words", words)
                .param("by", by.value())
                .param("department", duty.departmentId().value())
                .update();
        return new UrgeId(id);
    }

    /** When the duty was last urged, by hand or by the system. */
    Optional<Instant> lastUrged(DutyId duty) {
        return jdbc.sql("SELECT MAX(sent_at) AS last_at FROM urge WHERE duty_id = :duty")
                .param("duty", duty.value())
                .query((row, number) -> Optional.ofNullable(Moments.read(row, "last_at")))
                .single();
    }

    Optional<Confirmation> find(Of of, long id) {
        return list(of, "c.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** What waits on the key task for departments that have no duty there, about whichever duty it was sent. */
    List<Confirmation> stranded(Of of, KeyTaskId task) {
        return list(
                of,
                """
                i.key_task_id = :task AND NOT EXISTS (
                SELECT 1 FROM duty z WHERE z.key_task_id = i.key_task_id AND z.department_id = i.department_id
                   AND z.state <> 'WITHDRAWN')""",
                Map.of("task", task.value()));
    }

    private List<Confirmation> list(Of of, String condition, Map<String, Object> params) {
        String task = of == Of.URGE ? "(SELECT y.key_task_id FROM duty y WHERE y.id = c.duty_id)" : "e.key_task_id";
        return jdbc.sql("SELECT c.id, " + task + " AS task, c.duty_id,"
                        + " COALESCE(i.department_id, c.department_id) AS department, i.id AS item,"
                        + " c.received_by, c.received_at FROM " + of.from
                        + " LEFT JOIN open_item i ON i.kind = :kind AND i.subject_id = c.id WHERE "
                        + (of == Of.URGE ? "c.cause = 'BY_HAND' AND " : "") + condition)
                .params(params)
                .param("kind", of.item().name())
                .query(ConfirmationRepository::map)
                .list();
    }

    /** Which of them wait for the caller. */
    Set<Long> forCaller(Of of, KeyTaskId task, Caller me) {
        return Set.copyOf(jdbc.sql("SELECT i.subject_id FROM open_item i WHERE i.key_task_id = :task AND i.kind = :kind"
                        + " AND i.parked = FALSE AND i.department_id = :department AND"
                        + Staffing.answering("i.role_name", me.is(Role.HEAD), ":department"))
                .param("task", task.value())
                .param("kind", of.item().name())
                .param("department", me.departmentId().value())
                .query(Long.class)
                .list());
    }

    void receive(Of of, Confirmation confirmation, AccountId by, Instant now) {
        jdbc.sql("UPDATE " + of.table()
                        + " SET department_id = :department, received_by = :by, received_at = :now WHERE id = :id")
                .param("department", confirmation.department().value())
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", confirmation.id())
                .update();
    }

    void voidOne(Of of, long id, Instant now) {
        jdbc.sql("UPDATE " + of.table() + " SET void_at = :now WHERE id = :id")
                .param("now", Moments.toDatabase(now))
                .param("id", id)
                .update();
    }

    /** Of a key task, all that nobody confirmed. */
    void voidAll(KeyTaskId task, Instant now) {
        for (String unconfirmed : List.of(
                "UPDATE escalation_receipt SET void_at = :now WHERE received_at IS NULL AND void_at IS NULL"
                        + " AND escalation_id IN (SELECT e.id FROM escalation e WHERE e.key_task_id = :task)",
                "UPDATE urge SET void_at = :now WHERE cause = 'BY_HAND' AND received_at IS NULL AND void_at IS NULL"
                        + " AND duty_id IN (SELECT y.id FROM duty y WHERE y.key_task_id = :task)")) {
            jdbc.sql(unconfirmed)
                    .param("now", Moments.toDatabase(now))
                    .param("task", task.value())
                    .update();
        }
    }

    /** By step. @param reader whose own ones; {@code null} for all */
    Map<Long, List<EscalationStep.Receipt>> receipts(Collection<Long> steps, DepartmentId reader) {
        if (steps.isEmpty()) {
            return Map.of();
        }
        record Found(long step, EscalationStep.Receipt receipt) {}
        return jdbc
                .sql(
                        """
                        SELECT c.id, c.escalation_id, p.short_name, a.display_name, c.received_at, c.void_at
                          FROM escalation_receipt c
                          LEFT JOIN open_item i ON i.kind = 'RECEIVE_ESCALATION' AND i.subject_id = c.id
                          JOIN department p ON p.id = COALESCE(i.department_id, c.department_id)
                          LEFT JOIN account a ON a.id = c.received_by
                         WHERE c.escalation_id IN (:steps) AND (:reader IS NULL OR p.id = :reader)
                         ORDER BY c.id""")
                .param("steps", steps)
                .param("reader", reader == null ? null : reader.value())
                .query((row, number) -> new Found(
                        row.getLong("escalation_id"),
                        new EscalationStep.Receipt(
                                new ReceiptId(row.getLong("id")),
                                row.getString("short_name"),
                                row.getString("display_name"),
                                Moments.read(row, "received_at"),
                                Moments.read(row, "void_at"))))
                .stream()
                .collect(Collectors.groupingBy(Found::step, Collectors.mapping(Found::receipt, Collectors.toList())));
    }

    /** By hand, newest first. @param reader whose own ones; {@code null} for all */
    List<SentUrge> urges(KeyTaskId task, DepartmentId reader) {
        return jdbc.sql(
                        """
                        SELECT c.id, p.short_name, c.words, s.display_name AS sender, c.sent_at, a.display_name, c.received_at,
                               c.void_at
                          FROM urge c
                          JOIN duty y ON y.id = c.duty_id
                          LEFT JOIN open_item i ON i.kind = 'URGED' AND i.subject_id = c.id
                          JOIN department p ON p.id = COALESCE(i.department_id, c.department_id)
                          JOIN account s ON s.id = c.sent_by
                          LEFT JOIN account a ON a.id = c.received_by
                         WHERE y.key_task_id = :task AND c.cause = 'BY_HAND' AND (:reader IS NULL OR p.id = :reader)
                         ORDER BY c.id DESC""")
                .param("task", task.value())
                .param("reader", reader == null ? null : reader.value())
                .query((row, number) -> new SentUrge(
                        new UrgeId(row.getLong("id")),
                        row.getString("short_name"),
                        row.getString("words"),
                        row.getString("sender"),
                        Moments.read(row, "sent_at"),
                        row.getString("display_name"),
                        Moments.read(row, "received_at"),
                        Moments.read(row, "void_at")))
                .list();
    }

    /** By department, the most first. @param scope of {@code key_task t} */
    List<LadderRecords.Unreceived> unreceived(String scope, Map<String, Object> params) {
        return jdbc.sql("SELECT p.short_name, COUNT(*) AS number_of FROM open_item i"
                        + " JOIN key_task t ON t.id = i.key_task_id JOIN department p ON p.id = i.department_id"
                        + " WHERE i.parked = FALSE AND i.kind IN ('URGED', 'RECEIVE_ESCALATION') AND " + scope
                        + " GROUP BY p.id, p.short_name ORDER BY number_of DESC, p.id")
                .params(params)
                .query((row, number) ->
                        new LadderRecords.Unreceived(row.getString("short_name"), row.getInt("number_of")))
                .list();
    }

    private static Confirmation map(ResultSet row, int number) throws SQLException {
        Long by = row.getObject("received_by", Long.class);
        return new Confirmation(
                row.getLong("id"),
                new KeyTaskId(row.getLong("task")),
                new DutyId(row.getLong("duty_id")),
                new DepartmentId(row.getLong("department")),
                row.getObject("item", Long.class) != null,
                by == null ? null : new Handling(new AccountId(by), Moments.read(row, "received_at")));
    }
}
