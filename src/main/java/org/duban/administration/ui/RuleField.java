package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.duban.rule.Choices;
import org.duban.rule.DecisionTable;
import org.duban.rule.DecisionTable.Column;

/** The field for one cell. However it is shown, what it holds is the cell as the table writes it. */
final class RuleField {

    private static final int LONGEST_CELL = 200;

    private final NativeTableCell cell;
    private final Supplier<String> written;
    private final Consumer<String> named;

    private RuleField(Component shown, Supplier<String> written, Consumer<String> named) {
        this.cell = new NativeTableCell(shown);
        this.written = written;
        this.named = named;
    }

    /** @param changed called whenever the user changes what the field holds */
    static RuleField of(RuleTexts texts, Column column, String written, Runnable changed) {
        Optional<Choices> choices =
                Choices.of(column).filter(few -> few.read(written).isPresent());
        if (column instanceof DecisionTable.Input) {
            return choices.map(few -> words(few, texts, column, written, changed))
                    .orElseGet(() -> range(written, changed));
        }
        return choices.map(few -> choice(few, texts, column, written, changed))
                .orElseGet(() -> value(column, written, changed));
    }

    private static RuleField words(Choices few, RuleTexts texts, Column column, String written, Runnable changed) {
        return of(WordsField.some(
                few, written, value -> texts.word(column, value), cell -> texts.cell(column, cell), changed));
    }

    private static RuleField of(WordsField field) {
        return new RuleField(field, field::written, field::named);
    }

    private static RuleField range(String written, Runnable changed) {
        TextField field = text(RuleTexts.isAny(written) ? "" : written, changed);
        field.setPlaceholder(field.getTranslation("rules.any"));
        return new RuleField(
                field, () -> field.getValue().isBlank() ? "-" : field.getValue().strip(), field::setAriaLabel);
    }

    private static RuleField choice(Choices few, RuleTexts texts, Column column, String written, Runnable changed) {
        return of(WordsField.one(
                few,
                written,
                value -> texts.word(column, value),
                cell -> cell.isBlank() ? texts.unchosen() : texts.cell(column, cell),
                changed));
    }

    private static RuleField value(Column column, String written, Runnable changed) {
        if (column.type() != DecisionTable.Type.STRING) {
            TextField field = text(written, changed);
            return new RuleField(field, () -> field.getValue().strip(), field::setAriaLabel);
        }
        TextField field = text(written.replace("\"", ""), changed);
        return new RuleField(
                field,
                () -> field.getValue().isBlank() ? "" : '"' + field.getValue().strip() + '"',
                field::setAriaLabel);
    }

    static TextField text(String value, Runnable changed) {
        TextField field = new TextField();
        field.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        field.setMaxLength(LONGEST_CELL);
        field.setValue(value);
        field.getElement().setAttribute("title", value);
        field.addValueChangeListener(change -> {
            field.getElement().setAttribute("title", change.getValue());
            changed.run();
        });
        return field;
    }

    NativeTableCell cell() {
        return cell;
    }

    String written() {
        return written.get();
    }

    void name(String where) {
        named.accept(where);
    }

    /** Red, or no longer. */
    void mark(boolean fault) {
        cell.setClassName("rule-fault", fault);
    }
}
