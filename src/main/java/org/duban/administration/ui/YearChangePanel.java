package org.duban.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.duban.base.CalendarDay;
import org.duban.calendar.YearChange;
import org.duban.ui.CalendarTexts;

/** What would be new, otherwise and gone in a year. */
final class YearChangePanel extends Div {

    YearChangePanel(YearChange change) {
        addClassName("year-change");
        String year = String.valueOf(change.year());
        add(new H4(getTranslation(change.known() ? "calendar.change.replaced" : "calendar.change.new", year)));
        if (change.nothing()) {
            add(new Paragraph(getTranslation("calendar.change.nothing")));
        }
        list("calendar.change.added", change.added());
        list("calendar.change.changed", change.changed());
        list("calendar.change.removed", change.removed());
    }

    private void list(String titleKey, List<CalendarDay> days) {
        if (days.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        days.forEach(day -> list.add(new ListItem(getTranslation(
                day.occasion() == null ? "calendar.day.plain" : "calendar.day",
                CalendarTexts.days(List.of(day.day())),
                getTranslation("calendar.kind." + day.kind()),
                day.occasion() == null ? "" : CalendarTexts.occasion(day.occasion())))));
        Paragraph title = new Paragraph(getTranslation(titleKey, days.size()));
        title.addClassName("entry-title");
        add(title, list);
    }
}
