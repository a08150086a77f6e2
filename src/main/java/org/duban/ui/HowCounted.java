package org.duban.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import java.time.LocalDate;
import org.duban.base.CountedDays;

/**
 * A small button beside a due day, for mouse, finger and keyboard: it says how the day was counted. What it says is made
 * when somebody asks, since lists have many of it.
 */
public class HowCounted extends Button {

    private Popover answer;

    /** @param dueOn the day as it was counted, which holds even if the calendar has changed since */
    public HowCounted(CountedDays counted, LocalDate dueOn) {
        super(VaadinIcon.INFO_CIRCLE_O.create());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        addClassNames("how-counted", "not-printed");
        setAriaLabel(getTranslation("counted.title"));
        addClickListener(click -> {
            if (answer == null) {
                answer = answer(CalendarTexts.sentence(counted, dueOn));
                answer.open();
            }
        });
    }

    /** From then on the popover opens and closes by itself. */
    private Popover answer(String sentence) {
        Popover popover = new Popover(new Paragraph(sentence));
        popover.addClassName("how-counted-answer");
        popover.setAriaLabel(getTranslation("counted.title"));
        popover.setTarget(this);
        return popover;
    }
}
