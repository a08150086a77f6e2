package org.duban.administration.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import org.duban.base.Refusal;

/** Labels and plain fields of the forms. */
final class Fields {

    /** Between names; whichever of them the keyboard offers. */
    private static final String SEPARATORS = "[,，、;；\\n]";

    private Fields() {}

    /** The names in a list that somebody typed. */
    static List<String> names(String typed) {
        return Arrays.stream(typed.split(SEPARATORS))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * The field that holds the name of which a refusal says that it is taken: one of {@code fields}, else {@code aliases};
     * {@code null} for any other refusal.
     */
    static HasValidation ofTakenName(Refusal refusal, HasValidation aliases, TextField... fields) {
        if (!refusal.messageKey().equals("refusal.department.nameTaken")) {
            return null;
        }
        Object taken = refusal.arguments()[0];
        return Arrays.stream(fields)
                .filter(field -> field.getValue().strip().equals(taken))
                .map(HasValidation.class::cast)
                .findFirst()
                .orElse(aliases);
    }

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    /** A field of some lines, which may stay empty. */
    static TextArea lines(String labelKey, int longest) {
        TextArea field = new TextArea(text(labelKey));
        field.setWidthFull();
        field.setMaxLength(longest);
        field.setManualValidation(true);
        return field;
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
