package org.duban.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;

/** A decision table with a field for every cell. What is refused stays as it was typed. */
class RuleEditor extends Div {

    private static final int LONGEST_CELL = 200;

    /** The fields of one row: conditions, outputs, and the note. */
    private record Line(List<TextField> conditions, List<TextField> outputs, TextField note, NativeTableRow shown) {

        DecisionTable.Row row() {
            return new DecisionTable.Row(
                    values(conditions), values(outputs), note.getValue().strip());
        }

        private static List<String> values(List<TextField> fields) {
            return fields.stream().map(field -> field.getValue().strip()).toList();
        }
    }

    private final DecisionTable table;
    private final List<Line> lines = new ArrayList<>();
    private final NativeTableBody body = new NativeTableBody();
    private final Paragraph refused = new Paragraph();

    /**
     * @param done gets the changed table; a {@link Refusal} from it is shown here
     * @param cancelled to leave everything as it was
     */
    RuleEditor(DecisionTable table, Consumer<DecisionTable> done, Runnable cancelled) {
        this.table = table;
        addClassNames("rule-table", "rule-editor");
        Paragraph hint = new Paragraph(getTranslation("rules.edit.hint"));
        hint.addClassName("field-hint");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        NativeTableRow heading = RuleTable.heading(table);
        heading.add(new NativeTableCell());
        NativeTable grid = new NativeTable();
        grid.add(new NativeTableHeader(heading), body);
        table.rows().forEach(this::append);
        Div scrolled = new Div(grid);
        scrolled.addClassName("rule-scroll");
        Button check = new Button(getTranslation("rules.edit.check"), click -> hand(done));
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div foot = new Div(
                new Button(getTranslation("rules.edit.addRow"), VaadinIcon.PLUS.create(), click -> append(empty())),
                new Button(getTranslation("rules.edit.cancel"), click -> cancelled.run()),
                check);
        foot.addClassName("rule-actions");
        add(hint, scrolled, refused, foot);
    }

    private void hand(Consumer<DecisionTable> done) {
        refused.setVisible(false);
        try {
            done.accept(table.with(lines.stream().map(Line::row).toList()));
        } catch (Refusal refusal) {
            refused.setText(getTranslation(refusal.messageKey(), refusal.arguments()));
            refused.setVisible(true);
        }
    }

    private DecisionTable.Row empty() {
        return new DecisionTable.Row(
                Collections.nCopies(table.inputs().size(), "-"),
                Collections.nCopies(table.outputs().size(), ""),
                "");
    }

    private void append(DecisionTable.Row row) {
        NativeTableRow shown = new NativeTableRow();
        List<TextField> conditions =
                row.conditions().stream().map(RuleEditor::field).toList();
        List<TextField> outputs = row.outputs().stream().map(RuleEditor::field).toList();
        Line line = new Line(conditions, outputs, field(row.note()), shown);
        lines.add(line);
        shown.add(new NativeTableCell());
        conditions.forEach(field -> shown.add(new NativeTableCell(field)));
        outputs.forEach(field -> shown.add(new NativeTableCell(field)));
        shown.add(new NativeTableCell(line.note()));
        Button remove = new Button(VaadinIcon.TRASH.create(), click -> remove(line));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        shown.add(new NativeTableCell(remove));
        body.add(shown);
        number();
    }

    private void remove(Line line) {
        lines.remove(line);
        body.remove(line.shown());
        number();
    }

    /** Numbers the rows, which is how a refusal names them, and says to a reader of the screen where each field is. */
    private void number() {
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            int number = at + 1;
            ((NativeTableCell) line.shown().getComponentAt(0)).setText(String.valueOf(number));
            for (int column = 0; column < line.conditions().size(); column++) {
                name(
                        line.conditions().get(column),
                        number,
                        table.inputs().get(column).label());
            }
            for (int column = 0; column < line.outputs().size(); column++) {
                name(
                        line.outputs().get(column),
                        number,
                        table.outputs().get(column).label());
            }
            name(line.note(), number, getTranslation("rules.note"));
            NativeTableCell last =
                    (NativeTableCell) line.shown().getComponentAt(line.shown().getComponentCount() - 1);
            last.getComponentAt(0)
                    .getElement()
                    .setAttribute("aria-label", getTranslation("rules.edit.removeRow", number));
        }
    }

    private void name(TextField field, int row, String column) {
        field.setAriaLabel(getTranslation("rules.edit.cell", row, column));
    }

    private static TextField field(String value) {
        TextField field = new TextField();
        field.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        field.setMaxLength(LONGEST_CELL);
        field.setValue(value);
        field.setMinWidth(Math.clamp(value.length() + 3, 8, 32) + "ch");
        return field;
    }
}
