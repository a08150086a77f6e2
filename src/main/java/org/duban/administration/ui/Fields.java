package org.duban.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;

/** Labels and plain fields of the forms. */
final class Fields {

    private Fields() {}

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    /** A field that must be filled; the service says so, if it is not. */
    static TextField required(String labelKey, int longest) {
        TextField field = new TextField(text(labelKey));
        field.setWidthFull();
        field.setMaxLength(longest);
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(true);
        return field;
    }
}
