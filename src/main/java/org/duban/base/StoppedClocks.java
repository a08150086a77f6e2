package org.duban.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the days by which something about a key task is to be done, because its clocks stood still. What was late by so
 * many working days before is so afterwards, and what was late on days off alone is still late. The latest day is moved
 * first, so that none is moved twice.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StoppedClocks {

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    StoppedClocks(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * Moves the days of a column.
     *
     * @param table and the next two: SQL of ours, never of a user's
     * @param condition which rows, with {@code :task} for the key task
     */
    public void moveDays(String table, String column, String condition, long keyTask, Stop stop) {
        if (stop.workingDays() == 0) {
            return;
        }
        jdbc.sql("SELECT DISTINCT " + column + " AS due FROM " + table + " WHERE " + column + " IS NOT NULL AND "
                        + condition + " ORDER BY due DESC")
                .param("task", keyTask)
                .query((row, number) -> Moments.readDay(row, "due"))
                .list()
                .forEach(day -> update(table, column, condition, keyTask, day, moved(day, stop)));
    }

    /** The day to which one moves; what had passed when the clocks stopped is not today. */
    public LocalDate moved(LocalDate day, Stop stop) {
        LocalDate moved = calendar.plusWorkingDays(day, stop.workingDays());
        LocalDate yesterday = calendar.today().minusDays(1);
        return day.isBefore(stop.since()) && moved.isAfter(yesterday) ? yesterday : moved;
    }

    /** The same for moments: the time of the day stays. */
    public void moveMoments(String table, String column, String condition, long keyTask, Stop stop) {
        if (stop.workingDays() == 0) {
            return;
        }
        jdbc.sql("SELECT DISTINCT " + column + " AS due FROM " + table + " WHERE " + column + " IS NOT NULL AND "
                        + condition + " ORDER BY due DESC")
                .param("task", keyTask)
                .query((row, number) -> row.getObject("due", LocalDateTime.class))
                .list()
                .forEach(moment -> update(table, column, condition, keyTask, moment, moved(moment, stop)));
    }

    private LocalDateTime moved(LocalDateTime moment, Stop stop) {
        Instant instant = moment.toInstant(ZoneOffset.UTC);
        LocalDate day = moved(calendar.dayOf(instant), stop);
        return Moments.toDatabase(
                calendar.at(day, instant.atZone(calendar.zone()).toLocalTime()));
    }

    private void update(String table, String column, String condition, long keyTask, Object from, Object to) {
        jdbc.sql("UPDATE " + table + " SET " + column + " = :to WHERE " + column + " = :from AND " + condition)
                .param("task", keyTask)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
