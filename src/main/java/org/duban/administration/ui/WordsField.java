package org.duban.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import java.util.Set;
import java.util.function.Function;
import org.duban.rule.Choices;

/**
 * Some values out of a few, or any: told in a line of words, ticked in a list below it. A table has a hundred of them, so
 * the list is made when somebody opens it.
 */
class WordsField extends Button {

    private final transient Choices choices;
    private final transient Function<String, String> word;
    private final transient Function<String, String> told;
    private final transient Runnable changed;
    private String written;
    private String column = "";
    private Popover list;

    /**
     * @param word for one value
     * @param told for a whole cell
     */
    WordsField(
            Choices choices,
            String written,
            Function<String, String> word,
            Function<String, String> told,
            Runnable changed) {
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
                list = list();
                list.open();
            }
        });
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

    /** From then on it opens and closes by itself. */
    private Popover list() {
        CheckboxGroup<String> values = new CheckboxGroup<>(getTranslation("rules.edit.choose"));
        values.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        values.setItems(choices.all());
        values.setItemLabelGenerator(word::apply);
        values.setValue(Set.copyOf(choices.read(written).orElseThrow()));
        values.addValueChangeListener(change -> {
            hold(choices.write(change.getValue()));
            changed.run();
        });
        Popover popover = new Popover(values);
        popover.addClassName("words-list");
        popover.setAriaLabel(column);
        popover.setAutofocus(true);
        popover.setTarget(this);
        return popover;
    }
}
