package org.duban.directive.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePickerVariant;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import org.duban.base.Refusal;
import org.duban.ui.ComponentTexts;

/** The due date of one row, saved as soon as it is changed. What is refused stays in the field, with the reason. */
final class DueField extends DatePicker {

    DueField(String rowNo, LocalDate day, SerializableConsumer<LocalDate> save) {
        addClassName("due-field");
        addThemeVariants(DatePickerVariant.LUMO_SMALL);
        ComponentTexts.apply(this);
        setAriaLabel(getTranslation("directive.due.of", rowNo));
        setPlaceholder(getTranslation("directive.due.none"));
        setClearButtonVisible(true);
        // typing a date needs no calendar over the table; the icon and the arrow keys open it
        setAutoOpen(false);
        setWidthFull();
        setValue(day);
        addValueChangeListener(change -> {
            try {
                save.accept(change.getValue());
                setInvalid(false);
            } catch (Refusal refusal) {
                setErrorMessage(getTranslation(refusal.messageKey(), refusal.arguments()));
                setInvalid(true);
            }
        });
    }
}
