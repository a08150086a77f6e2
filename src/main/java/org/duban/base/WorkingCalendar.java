package org.duban.base;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Days in the configured zone. Working days are Monday to Friday but for the holidays of the State Council (放假), and the
 * weekend days on which work is made up for (调休上班); in years that are not announced yet, Monday to Friday.
 */
@Component
public class WorkingCalendar {

    private final Clock clock;
    private final CalendarDays announced;

    WorkingCalendar(Clock clock, CalendarDays announced) {
        this.clock = clock;
        this.announced = announced;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** Start of the day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    public Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone()).toInstant();
    }

    /** The last working day of a clock of so many working days that starts on the day after {@code from}. */
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        return count(from, days).to();
    }

    /** As {@link #plusWorkingDays}, and how it is counted. */
    public CountedDays count(LocalDate from, int days) {
        return CountedDays.count(announced.current(), from, days);
    }

    /**
     * How many working days come after {@code from} up to and including {@code to}; where {@code to} is before, how many
     * come after {@code to} up to and including {@code from}, as a negative number.
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        KnownDays days = announced.current();
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(days::working)
                .count();
    }

    /** The day itself if it is a working day, else the first one after it. */
    public LocalDate nextWorkingDay(LocalDate day) {
        KnownDays days = announced.current();
        LocalDate next = day;
        while (!days.working(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The day itself if it is a working day, else the last one before it. */
    public LocalDate previousWorkingDay(LocalDate day) {
        KnownDays days = announced.current();
        LocalDate previous = day;
        while (!days.working(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /** So many working days before the day. */
    public LocalDate minusWorkingDays(LocalDate day, int days) {
        LocalDate found = day;
        for (int counted = 0; counted < days; counted++) {
            found = previousWorkingDay(found.minusDays(1));
        }
        return found;
    }

    public boolean isWorkingDay(LocalDate day) {
        return announced.current().working(day);
    }

    /** Whether the holidays of the year are known. */
    public boolean announced(int year) {
        return announced.current().years().contains(year);
    }

    public ZoneId zone() {
        return clock.getZone();
    }
}
