package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.duban.base.CountedDays;
import org.duban.base.WorkingCalendar;
import org.duban.support.BuiltInCalendar;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a day was counted, as one sentence in both languages. */
class CalendarTextsTests extends ViewTest {

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    BuiltInCalendar builtIn;

    @BeforeEach
    void openAWindow() {
        builtIn.restore();
        openAsStranger();
    }

    @Test
    void namesHolidaysAndDaysThatWereMadeUpFor() {
        says(
                LocalDate.of(2025, 9, 28),
                5,
                "自9月28日次日起 5 个工作日：10月1日至8日国庆节、中秋节放假，10月11日调休上班",
                "5 working days from the day after 28 September: 1–8 October off (National Day, Mid-Autumn Festival);"
                        + " 11 October worked instead");
    }

    @Test
    void namesAHolidayOverTwoMonthsAndSeveralMadeUpDays() {
        says(
                LocalDate.of(2025, 1, 25),
                9,
                "自1月25日次日起 9 个工作日：1月28日至2月4日春节放假，1月26日、2月8日调休上班",
                "9 working days from the day after 25 January: 28 January–4 February off (Spring Festival);"
                        + " 26 January, 8 February worked instead");
    }

    @Test
    void saysThatWeekendsDoNotCount() {
        says(
                LocalDate.of(2026, 3, 6),
                2,
                "自3月6日次日起 2 个工作日：周末不计",
                "2 working days from the day after 6 March: weekends do not count");
        says(LocalDate.of(2026, 3, 2), 1, "自3月2日次日起 1 个工作日", "1 working day from the day after 2 March");
    }

    @Test
    void saysThatAYearIsNotAnnouncedYet() {
        says(
                LocalDate.of(2026, 12, 30),
                3,
                "自2026年12月30日次日起 3 个工作日：周末不计，2027 年放假安排尚未公布，暂按周一至周五计算",
                "3 working days from the day after 30 December 2026: weekends do not count;"
                        + " the holidays of 2027 have not been announced yet, so Monday to Friday count");
    }

    @Test
    void saysThatTheCalendarWasAnotherOne() {
        CountedDays counted = calendar.count(LocalDate.of(2026, 9, 30), 2);
        LocalDate then = LocalDate.of(2026, 10, 2);

        assertThat(CalendarTexts.sentence(counted, then)).isEqualTo("自9月30日次日起 2 个工作日：按当时的工作日历算定，此后日历有调整，期限不变");
        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(CalendarTexts.sentence(counted, then))
                .isEqualTo("2 working days from the day after 30 September:"
                        + " counted with the calendar of that time, which has changed since; the date holds");
    }

    @Test
    void leavesNamesAsAnnouncedThatHaveNoOther() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(CalendarTexts.occasion("抗战胜利纪念日")).isEqualTo("抗战胜利纪念日");
        assertThat(CalendarTexts.days(List.of(LocalDate.of(2026, 9, 20)))).isEqualTo("20 September");
    }

    @Test
    void opensWhenAskedAndOnce() {
        HowCounted button = new HowCounted(calendar.count(LocalDate.of(2026, 3, 6), 2), LocalDate.of(2026, 3, 10));
        UI.getCurrent().add(button);
        assertThat(button.getAriaLabel()).contains(text("counted.title"));
        assertThat(find(Popover.class).all()).isEmpty();

        test(button).click();
        assertThat(find(Paragraph.class)
                        .from(find(Popover.class).single())
                        .single()
                        .getText())
                .isEqualTo("自3月6日次日起 2 个工作日：周末不计");
        test(button).click();
        assertThat(find(Popover.class).all()).hasSize(1);
    }

    private void says(LocalDate from, int days, String chinese, String english) {
        CountedDays counted = calendar.count(from, days);
        UI.getCurrent().setLocale(Messages.CHINESE);
        assertThat(CalendarTexts.sentence(counted, counted.to())).isEqualTo(chinese);
        UI.getCurrent().setLocale(Locale.ENGLISH);
        assertThat(CalendarTexts.sentence(counted, counted.to())).isEqualTo(english);
    }
}
