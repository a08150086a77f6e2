package org.duban.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Locale;

/** Changes to the other language. It is labelled in that language, for those who can't read this one. */
public class LanguageSwitch extends Button {

    public LanguageSwitch() {
        Locale other = other();
        setText(UI.getCurrent().getTranslation(other, "language.name"));
        getElement().setAttribute("lang", other.toLanguageTag());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        addClickListener(click -> change());
    }

    static Locale other() {
        return Messages.ENGLISH.equals(UI.getCurrent().getLocale()) ? Messages.CHINESE : Messages.ENGLISH;
    }

    static void change() {
        Languages.choose(other());
        UI.getCurrent().getPage().reload();
    }
}
