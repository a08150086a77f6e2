package org.duban.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.duban.calendar.BadLine;

/** Why nothing of a file can be entered, line by line. */
final class BadLines extends Div {

    /** More than these say nothing new. */
    private static final int SHOWN = 20;

    BadLines(List<BadLine> bad) {
        addClassName("bad-lines");
        getElement().setAttribute("role", "alert");
        UnorderedList list = new UnorderedList();
        bad.stream()
                .limit(SHOWN)
                .forEach(line -> list.add(new ListItem(getTranslation(
                        "calendar.badLine",
                        String.valueOf(line.line()),
                        getTranslation(line.why().messageKey(), line.why().arguments())))));
        add(new Paragraph(getTranslation("refusal.calendar.badLines", bad.size())), list);
        if (bad.size() > SHOWN) {
            add(new Paragraph(getTranslation("calendar.badLine.more", bad.size() - SHOWN)));
        }
    }
}
