package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duban.account.Account;
import org.duban.base.CalendarDay;
import org.duban.base.CalendarDay.Kind;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.support.BuiltInCalendar;
import org.duban.support.Fixture;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@OnEveryDatabase
class CalendarYearsTests {

    private static final String SOURCE = "国办发明电〔2026〕9号";

    private static final String YEAR_2027 =
            """
            2027-01-01,放假,元旦
            2027-10-01,放假,国庆节
            2027-10-02,放假,国庆节
            2027-10-04,放假,国庆节
            2027-09-26,上班,国庆节
            """;

    @Autowired
    CalendarYears years;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    BuiltInCalendar builtIn;

    @Autowired
    Fixture fixture;

    @Autowired
    MovableClock clock;

    private Account admin;

    @BeforeEach
    void begin() {
        builtIn.restore();
        clock.travelTo(Instant.parse("2026-11-10T02:00:00Z"));
        admin = fixture.admin();
    }

    @AfterEach
    void restore() {
        builtIn.restore();
    }

    @Test
    void entersAYearFromTheNextCountingOn() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).isTrue();

        enter(YEAR_2027);

        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 9, 26)))
                .as("a Sunday")
                .isTrue();
        assertThat(calendar.announced(2027)).isTrue();
        CalendarYear entered = year(2027);
        assertThat(entered.source()).isEqualTo(SOURCE);
        assertThat(entered.enteredBy()).isEqualTo(admin.displayName());
        assertThat(entered.enteredAt()).isEqualTo(clock.instant());
        assertThat(entered.days())
                .extracting(CalendarDay::day, CalendarDay::kind, CalendarDay::occasion)
                .containsExactly(
                        tuple(LocalDate.of(2027, 1, 1), Kind.OFF, "元旦"),
                        tuple(LocalDate.of(2027, 9, 26), Kind.WORKING, "国庆节"),
                        tuple(LocalDate.of(2027, 10, 1), Kind.OFF, "国庆节"),
                        tuple(LocalDate.of(2027, 10, 2), Kind.OFF, "国庆节"),
                        tuple(LocalDate.of(2027, 10, 4), Kind.OFF, "国庆节"));
        assertThat(entered.workingDays())
                .as("261 weekdays, three off, one made up for")
                .isEqualTo(261 - 3 + 1);
    }

    @Test
    void listsTheYearsThatCameWithTheSystem() {
        assertThat(as(years::years))
                .extracting(
                        CalendarYear::year, CalendarYear::source, CalendarYear::workingDays, CalendarYear::enteredBy)
                .containsExactly(
                        tuple(2026, "国办发明电〔2025〕7号", 248, null),
                        tuple(2025, "国办发明电〔2024〕12号", 248, null),
                        tuple(2024, "国办发明电〔2023〕7号", 251, null));
    }

    @Test
    void entersNothingWhilePreviewing() {
        CalendarPreview preview = preview(YEAR_2027);

        assertThat(preview.enterable()).isTrue();
        YearChange change = only(preview);
        assertThat(change.known()).isFalse();
        assertThat(change.added()).hasSize(5);
        assertThat(change.changed()).isEmpty();
        assertThat(change.removed()).isEmpty();
        assertThat(as(years::years)).extracting(CalendarYear::year).doesNotContain(2027);
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).isTrue();
    }

    @Test
    void replacesTheWholeYear() {
        enter(YEAR_2027);
        String another = "2027-01-01,off,元旦节\n2027-10-01,off,国庆节\n2027-10-05,off,国庆节\n";

        YearChange change = only(preview(another));
        assertThat(change.known()).isTrue();
        assertThat(change.added()).extracting(CalendarDay::day).containsExactly(LocalDate.of(2027, 10, 5));
        assertThat(change.changed()).containsExactly(new CalendarDay(LocalDate.of(2027, 1, 1), Kind.OFF, "元旦节"));
        assertThat(change.removed())
                .extracting(CalendarDay::day)
                .containsExactly(LocalDate.of(2027, 9, 26), LocalDate.of(2027, 10, 2), LocalDate.of(2027, 10, 4));
        enter(another);

        assertThat(year(2027).days())
                .extracting(CalendarDay::day)
                .containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 10, 1), LocalDate.of(2027, 10, 5));
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 9, 26))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 4))).isTrue();
        assertThat(year(2026).days()).as("other years stay").hasSize(33 + 6);
    }

    @Test
    void givesBackAFileThatChangesNothing() {
        enter(YEAR_2027);

        byte[] file = as(() -> years.file(2027));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .startsWith("\uFEFFday,kind,occasion\r\n2027-01-01,OFF,元旦\r\n2027-09-26,WORKING,国庆节\r\n");
        assertThat(only(as(() -> years.preview(file))).nothing()).isTrue();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> as(() -> years.file(2031)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day,kind,occasion\n2027-10-01,OFF,国庆节",
                "日期,类别,节日\n2027/10/1,放假,国庆节",
                "2027年10月1日,放假,国庆节,,\r\n\r\n",
                "\uFEFFDay,Kind,Occasion\r\n 2027.10.1 , Off , 国庆节 \r\n"
            })
    void readsWhatOfficesWrite(String text) {
        assertThat(only(preview(text)).added())
                .containsExactly(new CalendarDay(LocalDate.of(2027, 10, 1), Kind.OFF, "国庆节"));
    }

    @Test
    void readsTheCharacterSetOfOfficeSuites() {
        byte[] file = YEAR_2027.getBytes(Charset.forName("GB18030"));

        assertThat(only(as(() -> years.preview(file))).added())
                .extracting(CalendarDay::occasion)
                .contains("元旦", "国庆节");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-02-30,放假,春节 | refusal.calendar.day",
                "春节,放假,春节 | refusal.calendar.day",
                "1927-10-01,放假,国庆节 | refusal.calendar.year",
                "2072-10-01,放假,国庆节 | refusal.calendar.year",
                "2027-10-01,休息,国庆节 | refusal.calendar.kind",
                "2027-10-01,上班,国庆节 | refusal.calendar.weekday",
                "2027-10-01,放假 | refusal.calendar.occasionMissing",
                "2027-10-01,放假,=1+1 | refusal.calendar.occasion",
                "2027-10-01 | refusal.calendar.columns",
                "2027-10-01,放假,国庆节,十月 | refusal.calendar.columns",
                "2027-01-01,放假,元旦 | refusal.calendar.twice"
            })
    void namesABadLineAndEntersNothing(String line, String why) {
        String text = "日期,类别,节日\n2027-01-01,放假,元旦\n" + line + "\n2027-01-02,放假,元旦";

        CalendarPreview preview = preview(text);

        assertThat(preview.enterable()).isFalse();
        assertThat(preview.bad())
                .extracting(BadLine::line, bad -> bad.why().messageKey())
                .containsExactly(tuple(3L, why));
        refused("refusal.calendar.badLines", () -> enter(text));
        assertThat(calendar.announced(2027)).isFalse();
    }

    @Test
    void refusesWhatIsNoList() {
        refused("refusal.calendar.empty", () -> preview(""));
        refused("refusal.calendar.empty", () -> preview("日期,类别,节日\n"));
        refused("refusal.calendar.unreadable", () -> preview("2027-10-01,放假,\"国庆节"));
        byte[] noText = {(byte) 0xff, (byte) 0xff, 0, 1};
        refused("refusal.calendar.unreadable", () -> as(() -> years.preview(noText)));
        refused("refusal.calendar.tooLarge", () -> as(() -> years.preview(new byte[CalendarYears.LARGEST + 1])));
    }

    @Test
    void wantsToKnowTheSource() {
        byte[] file = YEAR_2027.getBytes(StandardCharsets.UTF_8);
        long now = preview(YEAR_2027).basedOn();

        refused("refusal.calendar.sourceMissing", () -> as(() -> years.enter(file, "  ", now)));
        refused("refusal.textTooLong", () -> as(() -> years.enter(file, "号".repeat(201), now)));
        assertThat(calendar.announced(2027)).isFalse();
    }

    @Test
    void refusesWhatWasComparedWithAnotherCalendar() {
        byte[] file = "2027-01-01,放假,元旦".getBytes(StandardCharsets.UTF_8);
        long before = as(() -> years.preview(file)).basedOn();
        enter(YEAR_2027);

        refused("refusal.calendar.changed", () -> as(() -> years.enter(file, SOURCE, before)));
        assertThat(year(2027).days()).hasSize(5);
    }

    @Test
    void isTheSystemAdministratorsWork() {
        byte[] file = YEAR_2027.getBytes(StandardCharsets.UTF_8);
        long now = preview(YEAR_2027).basedOn();
        Fixture.Office office = fixture.office();

        for (Account other : List.of(office.staff(), office.head(), fixture.supervisor(), fixture.leader())) {
            for (Runnable action : List.<Runnable>of(
                    years::years,
                    () -> years.file(2026),
                    () -> years.preview(file),
                    () -> years.enter(file, SOURCE, now))) {
                assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> fixture.as(other, action));
            }
        }
        assertThat(calendar.announced(2027)).isFalse();
    }

    private CalendarPreview preview(String text) {
        return as(() -> years.preview(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void enter(String text) {
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        as(() -> years.enter(file, SOURCE, as(() -> years.preview(file)).basedOn()));
    }

    private CalendarYear year(int year) {
        return as(years::years).stream()
                .filter(each -> each.year() == year)
                .findFirst()
                .orElseThrow();
    }

    private static YearChange only(CalendarPreview preview) {
        assertThat(preview.bad()).isEmpty();
        assertThat(preview.years()).hasSize(1);
        return preview.years().getFirst();
    }

    private <T> T as(Supplier<T> action) {
        return fixture.as(admin, action);
    }

    private void as(Runnable action) {
        fixture.as(admin, action);
    }

    private static void refused(String messageKey, ThrowingCallable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action)
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }
}
