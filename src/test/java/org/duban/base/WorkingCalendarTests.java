package org.duban.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duban.base.CountedDays.Holiday;
import org.duban.support.BuiltInCalendar;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnEveryDatabase
class WorkingCalendarTests {

    /** As the notices say it: from, to (both off), and the days on which work is made up for. */
    private static final Map<Integer, String> NOTICES = Map.of(
            2024,
            "01-01 01-01; 02-10 02-17 +02-04 +02-18; 04-04 04-06 +04-07; 05-01 05-05 +04-28 +05-11; 06-10 06-10;"
                    + " 09-15 09-17 +09-14; 10-01 10-07 +09-29 +10-12",
            2025,
            "01-01 01-01; 01-28 02-04 +01-26 +02-08; 04-04 04-06; 05-01 05-05 +04-27; 05-31 06-02;"
                    + " 10-01 10-08 +09-28 +10-11",
            2026,
            "01-01 01-03 +01-04; 02-15 02-23 +02-14 +02-28; 04-04 04-06; 05-01 05-05 +05-09; 06-19 06-21;"
                    + " 09-25 09-27; 10-01 10-07 +09-20 +10-10");

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    BuiltInCalendar builtIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    @AfterEach
    void restore() {
        builtIn.restore();
    }

    /** Weekdays of the year, less the weekdays that are off, and the weekend days that are made up for. */
    @ParameterizedTest
    @CsvSource({"2024, 262, 19, 8, 251", "2025, 261, 18, 5, 248", "2026, 261, 19, 6, 248"})
    void knowsTheYearsThatCameWithTheSystem(int year, int weekdays, int weekdaysOff, int madeUp, int workingDays) {
        List<LocalDate> off = new ArrayList<>();
        List<LocalDate> made = new ArrayList<>();
        for (String holiday : NOTICES.get(year).split(";")) {
            String[] words = holiday.strip().split(" ");
            day(year, words[0]).datesUntil(day(year, words[1]).plusDays(1)).forEach(off::add);
            for (int at = 2; at < words.length; at++) {
                made.add(day(year, words[at].substring(1)));
            }
        }
        List<LocalDate> all = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .toList();
        assertThat(all).allSatisfy(day -> assertThat(calendar.isWorkingDay(day))
                .isEqualTo(made.contains(day) || !weekend(day) && !off.contains(day)));
        assertThat(all.stream().filter(day -> !weekend(day))).hasSize(weekdays);
        assertThat(off.stream().filter(day -> !weekend(day))).hasSize(weekdaysOff);
        assertThat(made).hasSize(madeUp).allMatch(WorkingCalendarTests::weekend);
        assertThat(weekdays - weekdaysOff + madeUp).isEqualTo(workingDays);
        assertThat(calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workingDays);
        assertThat(calendar.announced(year)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2023, 260", "2027, 261"})
    void countsMondayToFridayInYearsOfWhichNothingIsKnown(int year, int weekdays) {
        assertThat(calendar.announced(year)).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(year, 10, 2))).isEqualTo(!weekend(LocalDate.of(year, 10, 2)));
        assertThat(calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(weekdays);
    }

    @Test
    void goesOverAHolidayAndTakesWhatIsMadeUpFor() {
        LocalDate from = LocalDate.of(2025, 9, 28);

        CountedDays counted = calendar.count(from, 5);

        assertThat(counted.to()).isEqualTo(LocalDate.of(2025, 10, 11)).isEqualTo(calendar.plusWorkingDays(from, 5));
        assertThat(counted.holidays())
                .containsExactly(new Holiday(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 8), "国庆节、中秋节"));
        assertThat(counted.madeUp()).containsExactly(LocalDate.of(2025, 10, 11));
        assertThat(counted.weekends())
                .as("both weekend days belong to the holiday")
                .isFalse();
        assertThat(counted.unannounced()).isEmpty();
    }

    @Test
    void saysOnlyWhatWasPassedOver() {
        CountedDays inTheMiddle = calendar.count(LocalDate.of(2026, 10, 3), 1);
        assertThat(inTheMiddle.to()).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(inTheMiddle.holidays())
                .containsExactly(new Holiday(LocalDate.of(2026, 10, 4), LocalDate.of(2026, 10, 7), "国庆节"));

        CountedDays plain = calendar.count(LocalDate.of(2026, 3, 6), 2);
        assertThat(plain)
                .isEqualTo(new CountedDays(
                        LocalDate.of(2026, 3, 6), 2, LocalDate.of(2026, 3, 10), List.of(), List.of(), true, List.of()));

        CountedDays none = calendar.count(LocalDate.of(2026, 2, 16), 0);
        assertThat(none.to()).as("nothing is counted, not even over a day off").isEqualTo(LocalDate.of(2026, 2, 16));
    }

    @Test
    void namesTheYearsThatAreNotAnnounced() {
        assertThat(calendar.count(LocalDate.of(2026, 12, 30), 3).unannounced()).containsExactly(2027);
        assertThat(calendar.count(LocalDate.of(2026, 12, 30), 1).unannounced()).isEmpty();
    }

    /** What {@code plusWorkingDays} adds {@code workingDaysBetween} finds again, on whatever day it begins. */
    @Test
    void countsBackWhatItCounted() {
        LocalDate.of(2025, 12, 20).datesUntil(LocalDate.of(2026, 3, 20)).forEach(from -> {
            for (int days = 1; days <= 12; days++) {
                LocalDate to = calendar.plusWorkingDays(from, days);
                assertThat(calendar.isWorkingDay(to)).isTrue();
                assertThat(calendar.workingDaysBetween(from, to)).isEqualTo(days);
                assertThat(calendar.workingDaysBetween(to, from)).isEqualTo(-days);
            }
            assertThat(calendar.workingDaysBetween(from, from)).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-12, 2026-02-12, 2026-02-12",
        "2026-02-14, 2026-02-14, 2026-02-14",
        "2026-02-15, 2026-02-24, 2026-02-14",
        "2026-02-20, 2026-02-24, 2026-02-14",
        "2026-03-07, 2026-03-09, 2026-03-06"
    })
    void findsTheNearestWorkingDays(LocalDate day, LocalDate next, LocalDate previous) {
        assertThat(calendar.nextWorkingDay(day)).isEqualTo(next);
        assertThat(calendar.previousWorkingDay(day)).isEqualTo(previous);
    }

    @Test
    void hearsOfAChangeOnAnotherNodeWithTheNextTransaction() {
        WorkingCalendar another = new WorkingCalendar(clock, new CalendarDays(jdbc));
        LocalDate day = LocalDate.of(2027, 10, 1);
        assertThat(working(calendar, day)).isTrue();
        assertThat(working(another, day)).isTrue();

        transactions.executeWithoutResult(status -> {
            assertThat(another.isWorkingDay(day)).isTrue();
            enterOnYetAnotherNode(day);
        });

        assertThat(working(calendar, day)).isFalse();
        assertThat(working(another, day)).isFalse();
    }

    @Test
    void countsThroughoutATransactionWithTheSameDays() {
        LocalDate day = LocalDate.of(2027, 10, 1);
        transactions.executeWithoutResult(status -> {
            assertThat(calendar.isWorkingDay(day)).isTrue();
            enterOnYetAnotherNode(day);
            assertThat(calendar.isWorkingDay(day)).isTrue();
        });
        assertThat(working(calendar, day)).isFalse();
    }

    @Test
    void keepsNothingOfAChangeThatWasUndone() {
        LocalDate day = LocalDate.of(2027, 10, 1);
        transactions.executeWithoutResult(status -> {
            enterOnYetAnotherNode(day);
            assertThat(calendar.isWorkingDay(day)).isFalse();
            status.setRollbackOnly();
        });
        assertThat(working(calendar, day)).isTrue();
    }

    /** The other nodes have nothing of it but what stands in the tables. */
    private void enterOnYetAnotherNode(LocalDate day) {
        jdbc.sql("INSERT INTO calendar_year (year_no, source) VALUES (:year, '试验')")
                .param("year", day.getYear())
                .update();
        jdbc.sql("INSERT INTO calendar_day (day_on, year_no, kind, occasion) VALUES (:day, :year, 'OFF', '国庆节')")
                .param("day", day)
                .param("year", day.getYear())
                .update();
        jdbc.sql("UPDATE calendar_revision SET revision = :revision")
                .param("revision", ids.next())
                .update();
    }

    private boolean working(WorkingCalendar node, LocalDate day) {
        return transactions.execute(status -> node.isWorkingDay(day));
    }

    private static LocalDate day(int year, String monthAndDay) {
        return LocalDate.parse(year + "-" + monthAndDay);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
