package org.duban.ladder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Deadlines} of which the day is a column, or the moment at which it ends. */
abstract class DeadlineQuery implements Deadlines {

    /**
     * In SQL, where {@code t} is the key task.
     *
     * @param subject column of the identifier
     * @param duty column of the duty, or {@code NULL}
     * @param due column of the day or moment
     * @param moment whether it is a moment
     * @param returned how often it was sent back
     * @param extended how often it was extended
     * @param from what is open and in a department's hands, down to the last condition
     */
    record Columns(
            String subject, String duty, String due, boolean moment, String returned, String extended, String from) {}

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final DeadlineKind kind;
    private final Columns columns;
    private final String select;

    DeadlineQuery(JdbcClient jdbc, WorkingCalendar calendar, DeadlineKind kind, Columns columns) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.kind = kind;
        this.columns = columns;
        this.select =
                "SELECT %s AS subject, t.id AS task, %s AS duty, %s AS due, t.priority, %s AS returned, %s AS extended %s"
                        .formatted(
                                columns.subject(),
                                columns.duty(),
                                columns.due(),
                                columns.returned(),
                                columns.extended(),
                                columns.from());
    }

    @Override
    public DeadlineKind kind() {
        return kind;
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, long after, int limit) {
        return jdbc.sql(select
                        + " AND %1$s >= :from AND %1$s < :until AND %2$s > :after ORDER BY %2$s LIMIT :limit"
                                .formatted(columns.due(), columns.subject()))
                .param("from", start(from))
                .param("until", start(to.plusDays(1)))
                .param("after", after)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    @Override
    public List<LocalDate> daysFrom(LocalDate day) {
        return jdbc
                .sql("SELECT DISTINCT %1$s AS due %2$s AND %1$s >= :from".formatted(columns.due(), columns.from()))
                .param("from", start(day))
                .query((row, number) -> day(row))
                .stream()
                .distinct()
                .toList();
    }

    @Override
    public Optional<Deadline> find(long subject) {
        return jdbc.sql(select + " AND " + columns.subject() + " = :subject")
                .param("subject", subject)
                .query(this::map)
                .optional();
    }

    private Object start(LocalDate day) {
        return columns.moment() ? Moments.toDatabase(calendar.startOf(day)) : day;
    }

    private LocalDate day(ResultSet row) throws SQLException {
        return columns.moment() ? calendar.dayOf(Moments.read(row, "due")) : Moments.readDay(row, "due");
    }

    private Deadline map(ResultSet row, int number) throws SQLException {
        Long duty = row.getObject("duty", Long.class);
        KeyTaskId task = new KeyTaskId(row.getLong("task"));
        LocalDate dueOn = day(row);
        return new Deadline(
                kind,
                row.getLong("subject"),
                task,
                duty == null ? null : new DutyId(duty),
                dueOn,
                Priority.valueOf(row.getString("priority")),
                row.getInt("returned"),
                row.getInt("extended"),
                row.getInt("returned") == 0 ? 0 : waited(task, dueOn));
    }

    /** Working days past the due day on which it lay with the supervisors; asked only where it was sent back. */
    int waited(KeyTaskId task, LocalDate dueOn) {
        return 0;
    }
}
