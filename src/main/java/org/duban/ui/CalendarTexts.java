package org.duban.ui;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.base.CountedDays;
import org.duban.base.CountedDays.Holiday;

/** Days off and how days were counted, in words. */
public final class CalendarTexts {

    private CalendarTexts() {}

    /**
     * One sentence that says how a due day was counted.
     *
     * @param counted in the calendar of today
     * @param dueOn the day as it was counted then, which holds
     */
    public static String sentence(CountedDays counted, LocalDate dueOn) {
        boolean years = counted.from().getYear() != counted.to().getYear();
        String basis = text("counted.basis", day(counted.from(), years), counted.days());
        List<String> parts = counted.to().equals(dueOn) ? parts(counted, years) : List.of(text("counted.calendarThen"));
        return parts.isEmpty() ? basis : text("counted.how", basis, String.join(text("counted.separator"), parts));
    }

    private static List<String> parts(CountedDays counted, boolean years) {
        List<String> parts = new ArrayList<>();
        counted.holidays()
                .forEach(holiday -> parts.add(text(
                        "counted.off",
                        range(holiday.first(), holiday.last(), years),
                        Occasions.name(holiday.occasion()))));
        if (!counted.madeUp().isEmpty()) {
            parts.add(text("counted.madeUp", days(counted.madeUp(), years)));
        }
        if (parts.isEmpty() && counted.weekends()) {
            parts.add(text("counted.weekends"));
        }
        counted.unannounced().forEach(year -> parts.add(text("counted.unannounced", String.valueOf(year))));
        return parts;
    }

    /** {@code 1–8 October}; within a year that is known without it. */
    public static String range(Holiday holiday) {
        return range(holiday.first(), holiday.last(), false);
    }

    /** {@code 28 September, 11 October}; within a year that is known without it. */
    public static String days(List<LocalDate> days) {
        return days(days, false);
    }

    public static String occasion(String announced) {
        return Occasions.name(announced);
    }

    private static String range(LocalDate first, LocalDate last, boolean years) {
        if (first.equals(last)) {
            return day(first, years);
        }
        if (!years && first.getMonth() == last.getMonth()) {
            return text(
                    "calendar.range",
                    formatted(first, "calendar.pattern.first"),
                    formatted(last, "calendar.pattern.last"));
        }
        return text("calendar.range", day(first, years), day(last, years));
    }

    private static String days(List<LocalDate> days, boolean years) {
        return days.stream().map(day -> day(day, years)).collect(Collectors.joining(text("list.separator")));
    }

    private static String day(LocalDate day, boolean years) {
        return formatted(day, years ? "calendar.pattern.year" : "calendar.pattern.day");
    }

    private static String formatted(LocalDate day, String patternKey) {
        return DateTimeFormatter.ofPattern(text(patternKey), UI.getCurrent().getLocale())
                .format(day);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
