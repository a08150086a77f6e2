package org.duban.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.duban.rule.DecisionTable;
import org.duban.rule.DecisionTable.Column;

/** A row of a decision table with a field for every cell. */
class RuleLine {

    private final List<Column> columns;
    private final int inputs;
    private final List<RuleField> fields;
    private final TextField note;
    private final Span number = new Span();
    private final Button remove = new Button(VaadinIcon.TRASH.create());
    private final NativeTableRow shown;

    RuleLine(DecisionTable table, DecisionTable.Row row, RuleGrid grid, Runnable changed, Consumer<RuleLine> removed) {
        columns = table.columns();
        inputs = table.inputs().size();
        RuleTexts texts = new RuleTexts(table);
        fields = IntStream.range(0, columns.size())
                .mapToObj(at -> RuleField.of(texts, columns.get(at), row.cells().get(at), changed))
                .toList();
        note = RuleField.text(row.note(), changed);
        number.addClassName("rule-number");
        Div first = new Div(number, note);
        first.addClassName("rule-first");
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.addClickListener(click -> removed.accept(this));
        shown = grid.append(first, at -> fields.get(at).cell());
        shown.add(new NativeTableCell(remove));
    }

    NativeTableRow shown() {
        return shown;
    }

    DecisionTable.Row row() {
        List<String> cells = fields.stream().map(RuleField::written).toList();
        return new DecisionTable.Row(
                cells.subList(0, inputs),
                cells.subList(inputs, cells.size()),
                note.getValue().strip());
    }

    /** Its place, which is how a refusal names it, and for a reader of the screen where each field is. */
    void number(int place) {
        number.setText(String.valueOf(place));
        for (int at = 0; at < fields.size(); at++) {
            fields.get(at).name(text("rules.edit.cell", place, columns.get(at).title()));
        }
        note.setAriaLabel(text("rules.edit.cell", place, text("rules.note")));
        remove.setAriaLabel(text("rules.edit.removeRow", place));
    }

    /** Shows which cells are at fault. */
    void mark(List<Integer> faults) {
        shown.setClassName("rule-faulty", !faults.isEmpty());
        for (int at = 0; at < fields.size(); at++) {
            fields.get(at).mark(faults.contains(at));
        }
    }

    NativeTableCell cell(int column) {
        return fields.get(column).cell();
    }

    private String text(String key, Object... arguments) {
        return shown.getTranslation(key, arguments);
    }
}
