package org.duban.administration.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.CalendarDay;
import org.duban.base.CountedDays.Holiday;
import org.duban.calendar.CalendarYear;
import org.duban.calendar.CalendarYears;
import org.duban.ui.CalendarTexts;
import org.duban.ui.Formats;

/** A year by occasion, where it comes from, and the file of it. */
final class CalendarYearPanel extends Div {

    CalendarYearPanel(CalendarYears calendars, CalendarYear year, Formats formats) {
        String from = year.enteredAt() == null
                ? getTranslation("calendar.builtIn", year.source())
                : getTranslation("calendar.entered", year.source(), year.enteredBy(), formats.moment(year.enteredAt()));
        Span count = new Span(getTranslation("calendar.workingDays", year.workingDays()));
        count.addClassName("calendar-count");
        Span source = new Span(from);
        source.addClassName("soft");
        Div facts = new Div(count, source, download(calendars, year.year()));
        facts.addClassName("calendar-facts");
        add(facts, occasions(year));
    }

    private Anchor download(CalendarYears calendars, int year) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(download -> {
                    byte[] file = calendars.file(year);
                    return new DownloadResponse(
                            new ByteArrayInputStream(file), "working-days-" + year + ".csv", "text/csv", file.length);
                }),
                getTranslation("calendar.download"));
        link.getElement().setAttribute("aria-label", getTranslation("calendar.download.of", String.valueOf(year)));
        return link;
    }

    private UnorderedList occasions(CalendarYear year) {
        UnorderedList list = new UnorderedList();
        list.addClassName("calendar-occasions");
        Map<String, List<LocalDate>> madeUp = madeUp(year);
        holidays(year).forEach((occasion, holidays) -> {
            ListItem item = new ListItem(
                    named(CalendarTexts.occasion(occasion)),
                    new Span(holidays.stream()
                            .map(holiday -> getTranslation("calendar.off", CalendarTexts.range(holiday), days(holiday)))
                            .reduce((one, next) -> one + getTranslation("list.separator") + next)
                            .orElseThrow()));
            addMadeUp(item, madeUp.remove(occasion));
            list.add(item);
        });
        madeUp.forEach((occasion, days) -> {
            ListItem item = new ListItem(named(
                    occasion.isEmpty() ? getTranslation("calendar.noOccasion") : CalendarTexts.occasion(occasion)));
            addMadeUp(item, days);
            list.add(item);
        });
        return list;
    }

    private static Span named(String occasion) {
        Span name = new Span(occasion);
        name.addClassName("entry-title");
        return name;
    }

    private void addMadeUp(ListItem item, List<LocalDate> days) {
        if (days != null) {
            Span work = new Span(getTranslation("calendar.madeUp", CalendarTexts.days(days)));
            work.addClassName("calendar-made-up");
            item.add(work);
        }
    }

    private static long days(Holiday holiday) {
        return holiday.last().toEpochDay() - holiday.first().toEpochDay() + 1;
    }

    private static Map<String, List<Holiday>> holidays(CalendarYear year) {
        Map<String, List<Holiday>> holidays = new LinkedHashMap<>();
        Holiday.of(year.days().stream()
                        .filter(day -> day.kind() == CalendarDay.Kind.OFF)
                        .toList())
                .forEach(holiday -> holidays.computeIfAbsent(holiday.occasion(), key -> new ArrayList<>())
                        .add(holiday));
        return holidays;
    }

    private static Map<String, List<LocalDate>> madeUp(CalendarYear year) {
        Map<String, List<LocalDate>> madeUp = new LinkedHashMap<>();
        year.days().stream()
                .filter(day -> day.kind() == CalendarDay.Kind.WORKING)
                .forEach(day -> madeUp.computeIfAbsent(
                                day.occasion() == null ? "" : day.occasion(), key -> new ArrayList<>())
                        .add(day.day()));
        return madeUp;
    }
}
