package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.duban.rule.Choices;

/**
 * Values out of a few: told in words, which may take more than a line, and chosen from a list below them. A table has a
 * hundred of these fields, so the list is made when somebody opens it.
 */
class WordsField extends Button {

    private final transient Choices choices;
    private final transient Function<String, String> word;
    private final transient Function<String, String> told;
    private final transient Runnable changed;
    private String written;
    private String column = "";
    private Popover list;

    private WordsField(
            Choices choices,
            String written,
            Function<String, String> word,
            Function<String, String> told,
            Runnable changed,
            Function<WordsField, Component> values) {
        this.choices = choices;
        this.word = word;
        this.told = told;
        this.changed = changed;
        addClassName("words-field");
        addThemeVariants(ButtonVariant.LUMO_SMALL);
        setIcon(VaadinIcon.CHEVRON_DOWN_SMALL.create());
        setIconAfterText(true);
        hold(written);
        addClickListener(click -> {
            if (list == null) {
                list = list(values.apply(this));
                list.open();
            }
        });
    }

    /**
     * Some of the values, or any.
     *
     * @param word for one value
     * @param told for a whole cell
     */
    static WordsField some(
            Choices choices,
            String written,
            Function<String, String> word,
            Function<String, String> told,
            Runnable changed) {
        return new WordsField(choices, written, word, told, changed, WordsField::boxes);
    }

    /** Like {@link #some}, but exactly one of them. */
    static WordsField one(
            Choices choices,
            String written,
            Function<String, String> word,
            Function<String, String> told,
            Runnable changed) {
        return new WordsField(choices, written, word, told, changed, WordsField::buttons);
    }

    String written() {
        return written;
    }

    /** Says to a reader of the screen where the field is; what it holds is read as well. */
    void named(String column) {
        this.column = column;
        setAriaLabel(getTranslation("rules.edit.holds", column, getText()));
    }

    private void hold(String cell) {
        written = cell;
        setText(told.apply(cell));
        getElement().setAttribute("title", cell);
        named(column);
    }

    private void choose(Collection<String> chosen) {
        hold(choices.write(chosen));
        changed.run();
    }

    private Component boxes() {
        CheckboxGroup<String> boxes = new CheckboxGroup<>(getTranslation("rules.edit.choose"));
        boxes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        boxes.setItems(choices.all());
        boxes.setItemLabelGenerator(word::apply);
        boxes.setValue(Set.copyOf(held()));
        boxes.addValueChangeListener(change -> choose(change.getValue()));
        return boxes;
    }

    private Component buttons() {
        RadioButtonGroup<String> buttons = new RadioButtonGroup<>();
        buttons.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        buttons.setItems(choices.all());
        buttons.setItemLabelGenerator(word::apply);
        held().stream().findFirst().ifPresent(buttons::setValue);
        buttons.addValueChangeListener(change -> choose(List.of(change.getValue())));
        return buttons;
    }

    private List<String> held() {
        return choices.read(written).orElseThrow();
    }

    /** From then on it opens and closes by itself. */
    private Popover list(Component values) {
        Popover popover = new Popover(values);
        popover.addClassName("words-list");
        popover.setAriaLabel(column);
        popover.setAutofocus(true);
        popover.setTarget(this);
        return popover;
    }
}
