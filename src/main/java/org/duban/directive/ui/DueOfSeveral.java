package org.duban.directive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import org.duban.base.Refusal;
import org.duban.ui.ComponentTexts;

/** Sets or clears the due date of all rows that are selected; shown while some are. */
final class DueOfSeveral extends Div {

    private final Span count = new Span();
    private final DatePicker day = new DatePicker();
    private final SerializableConsumer<LocalDate> save;

    DueOfSeveral(SerializableConsumer<LocalDate> save, SerializableRunnable deselect) {
        this.save = save;
        addClassName("due-of-several");
        setVisible(false);
        ComponentTexts.apply(day);
        day.setAutoOpen(false);
        day.setAriaLabel(getTranslation("directive.row.due"));
        day.setPlaceholder(getTranslation("directive.row.due"));
        Button set = new Button(getTranslation("directive.due.setSeveral"), click -> set());
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button clear = new Button(getTranslation("directive.due.clearSeveral"), click -> attempt(null));
        Button cancel = new Button(getTranslation("directive.due.deselect"), click -> deselect.run());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(count, day, set, clear, cancel);
    }

    void show(int selected) {
        count.setText(getTranslation("directive.due.selected", selected));
        setVisible(selected > 0);
    }

    private void set() {
        if (day.isEmpty()) {
            refuse(getTranslation("datePicker.required"));
        } else {
            attempt(day.getValue());
        }
    }

    private void attempt(LocalDate value) {
        try {
            save.accept(value);
            day.clear();
            day.setInvalid(false);
        } catch (Refusal refusal) {
            refuse(getTranslation(refusal.messageKey(), refusal.arguments()));
        }
    }

    private void refuse(String reason) {
        day.setErrorMessage(reason);
        day.setInvalid(true);
    }
}
