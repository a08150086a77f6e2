package org.duban.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duban.base.WorkingCalendar;
import org.duban.calendar.CalendarYear;
import org.duban.calendar.CalendarYears;
import org.duban.ui.Formats;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/** 工作日历: the days off and the make-up days of each year, and where later years come in. */
@Route(Routes.CALENDAR)
@RolesAllowed("SYSADMIN")
@Menu(order = 92, icon = "vaadin:calendar", title = "nav.calendar")
class CalendarView extends Div implements HasDynamicTitle {

    private final transient CalendarYears calendars;
    private final transient WorkingCalendar calendar;
    private final transient Formats formats;
    private final Div missing = new Div();
    private final Tabs tabs = new Tabs();
    private final Map<Tab, CalendarYear> years = new HashMap<>();
    private final Div shown = new Div();

    CalendarView(CalendarYears calendars, WorkingCalendar calendar, Formats formats) {
        this.calendars = calendars;
        this.calendar = calendar;
        this.formats = formats;
        addClassNames("page", "calendar-view");
        missing.addClassName("calendar-missing");
        tabs.getElement().setAttribute("aria-label", getTranslation("calendar.years"));
        tabs.addSelectedChangeListener(change -> showSelected());
        shown.addClassName("calendar-year");
        add(
                new PageHeader(getTranslation("nav.calendar"), getTranslation("calendar.subtitle")),
                missing,
                tabs,
                shown,
                new CalendarImport(calendars, this::refresh));
        refresh(calendar.today().getYear());
    }

    /** @param chosen the year that is shown first */
    private void refresh(int chosen) {
        missing.removeAll();
        int thisYear = calendar.today().getYear();
        Stream.of(thisYear, thisYear + 1)
                .filter(year -> !calendar.announced(year))
                .map(year -> new Paragraph(getTranslation("calendar.unannounced", String.valueOf(year))))
                .forEach(missing::add);
        missing.setVisible(missing.getComponentCount() > 0);
        List<CalendarYear> known = calendars.years();
        tabs.removeAll();
        years.clear();
        known.forEach(year -> {
            Tab tab = new Tab(String.valueOf(year.year()));
            years.put(tab, year);
            tabs.add(tab);
            if (year.year() == chosen) {
                tabs.setSelectedTab(tab);
            }
        });
        showSelected();
    }

    private void showSelected() {
        shown.removeAll();
        CalendarYear year = years.get(tabs.getSelectedTab());
        if (year != null) {
            shown.add(new CalendarYearPanel(calendars, year, formats));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.calendar");
    }
}
