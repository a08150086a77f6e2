package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import org.duban.task.KeyTaskDetails;

/** What is to be done, in full. */
@org.springframework.stereotype.Component
class TextSection implements TaskSection {

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String titleKey() {
        return "task.section.text";
    }

    /** Nothing where the title says it all. */
    @Override
    public Component content(KeyTaskDetails details, Runnable changed) {
        if (details.text() == null || details.text().equals(details.task().title())) {
            return null;
        }
        Paragraph text = new Paragraph(details.text());
        text.addClassName("task-text");
        return text;
    }
}
