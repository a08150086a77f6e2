package org.duban.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.base.CalendarDay;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarRepository {

    record Year(int year, String source, String enteredBy, Instant enteredAt) {}

    private final JdbcClient jdbc;

    CalendarRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql("SELECT revision FROM calendar_revision")
                .query(Long.class)
                .single();
    }

    /** As {@link #revision}, held until the end of the transaction: whoever else changes the calendar comes after it. */
    long lockRevision() {
        return jdbc.sql("SELECT revision FROM calendar_revision WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
    }

    void setRevision(long revision) {
        jdbc.sql("UPDATE calendar_revision SET revision = :revision WHERE id = 1")
                .param("revision", revision)
                .update();
    }

    /** The newest first. */
    List<Year> years() {
        return jdbc.sql(
                        """
                        SELECT y.year_no, y.source, a.display_name, y.entered_at
                          FROM calendar_year y LEFT JOIN account a ON a.id = y.entered_by ORDER BY y.year_no DESC""")
                .query((row, number) -> new Year(
                        row.getInt("year_no"),
                        row.getString("source"),
                        row.getString("display_name"),
                        Moments.read(row, "entered_at")))
                .list();
    }

    /** By year, the days of each in ascending order. */
    Map<Integer, List<CalendarDay>> days() {
        return jdbc
                .sql("SELECT day_on, kind, occasion FROM calendar_day ORDER BY day_on")
                .query((row, number) -> new CalendarDay(
                        row.getObject("day_on", LocalDate.class),
                        CalendarDay.Kind.valueOf(row.getString("kind")),
                        row.getString("occasion")))
                .stream()
                .collect(Collectors.groupingBy(day -> day.day().getYear(), TreeMap::new, Collectors.toList()));
    }

    void replace(int year, List<CalendarDay> days, String source, AccountId by, Instant now) {
        jdbc.sql("DELETE FROM calendar_day WHERE year_no = :year")
                .param("year", year)
                .update();
        jdbc.sql("DELETE FROM calendar_year WHERE year_no = :year")
                .param("year", year)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO calendar_year (year_no, source, entered_by, entered_at)
                        VALUES (:year, :source, :by, :now)""")
                .param("year", year)
                .param("source", source)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
        for (CalendarDay day : days) {
            jdbc.sql(
                            """
                            INSERT INTO calendar_day (day_on, year_no, kind, occasion)
                            VALUES (:day, :year, :kind, :occasion)""")
                    .param("day", day.day())
                    .param("year", year)
                    .param("kind", day.kind().name())
                    .param("occasion", day.occasion())
                    .update();
        }
    }
}
