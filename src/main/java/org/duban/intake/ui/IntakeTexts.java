package org.duban.intake.ui;

import com.vaadin.flow.component.UI;

/** Texts for parts that are no components themselves. */
final class IntakeTexts {

    private IntakeTexts() {}

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
