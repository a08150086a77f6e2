package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableFaults;

/** A decision table with a field for every cell. What is refused stays as it was typed, and is shown where it stands. */
class RuleEditor extends Div {

    private final DecisionTable table;
    private final List<DecisionTable.Row> before;
    private final List<RuleLine> lines = new ArrayList<>();
    private final RuleGrid grid;
    private final Paragraph refused = new Paragraph();

    /**
     * @param done gets the changed table; a {@link Refusal} from it is shown here
     * @param cancelled to leave everything as it was
     */
    RuleEditor(DecisionTable table, Consumer<DecisionTable> done, Runnable cancelled) {
        this.table = table;
        grid = new RuleGrid(table);
        grid.addColumn();
        addClassName("rule-editor");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        table.rows().forEach(this::append);
        renumber();
        before = rows();
        Button check = new Button(getTranslation("rules.edit.check"), click -> hand(done));
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div actions = new Div(
                new Button(getTranslation("rules.edit.addRow"), VaadinIcon.PLUS.create(), click -> addRow()),
                new Button(getTranslation("rules.edit.cancel"), click -> cancelled.run()),
                check);
        actions.addClassName("rule-actions");
        Div foot = new Div(refused, actions);
        foot.addClassName("rule-foot");
        add(grid, legend(), foot);
        askBeforeTheWindowCloses();
    }

    /** Whether anything would be lost. */
    boolean changed() {
        return !rows().equals(before);
    }

    private List<DecisionTable.Row> rows() {
        return lines.stream().map(RuleLine::row).toList();
    }

    private void hand(Consumer<DecisionTable> done) {
        DecisionTable typed = table.with(rows());
        refused.setVisible(false);
        lines.forEach(line -> line.mark(List.of()));
        grid.fold(typed.rows());
        try {
            done.accept(typed);
        } catch (Refusal refusal) {
            refused.setText(new RuleTexts(typed).refusal(refusal));
            refused.setVisible(true);
            show(TableFaults.of(typed, refusal));
        }
    }

    private void show(List<TableFaults.Cell> faults) {
        for (int at = 0; at < lines.size(); at++) {
            int row = at;
            lines.get(at)
                    .mark(faults.stream()
                            .filter(fault -> fault.row() == row)
                            .map(TableFaults.Cell::column)
                            .toList());
        }
        faults.stream()
                .findFirst()
                .map(fault -> lines.get(fault.row()).cell(fault.column()))
                .ifPresent(RuleEditor::bringIntoSight);
    }

    private static void bringIntoSight(Component cell) {
        cell.getElement().executeJs("this.scrollIntoView({block: 'center', inline: 'center'})");
    }

    private void addRow() {
        RuleLine line = append(new DecisionTable.Row(
                Collections.nCopies(table.inputs().size(), "-"),
                Collections.nCopies(table.outputs().size(), ""),
                ""));
        renumber();
        typed();
        line.shown().getElement().executeJs("this.scrollIntoView({block: 'center'})");
    }

    private RuleLine append(DecisionTable.Row row) {
        RuleLine line = new RuleLine(table, row, grid, this::typed, this::remove);
        lines.add(line);
        return line;
    }

    private void remove(RuleLine line) {
        lines.remove(line);
        grid.remove(line.shown());
        renumber();
        typed();
    }

    private void renumber() {
        for (int at = 0; at < lines.size(); at++) {
            lines.get(at).number(at + 1);
        }
        grid.fold(rows());
    }

    private Component legend() {
        UnorderedList legend = new UnorderedList();
        Stream.of("number", "interval", "list", "any", "rows")
                .map(part -> new ListItem(getTranslation("rules.legend." + part)))
                .forEach(legend::add);
        legend.addClassNames("field-hint", "rule-legend");
        return legend;
    }

    private void typed() {
        getElement().executeJs("this.typed = true");
    }

    /** Reloading and closing happen without the server. */
    private void askBeforeTheWindowCloses() {
        getElement()
                .executeJs(
                        """
                        this.addEventListener('input', () => this.typed = true);
                        const ask = leaving => {
                            if (!this.isConnected) {
                                window.removeEventListener('beforeunload', ask);
                            } else if (this.typed) {
                                leaving.preventDefault();
                            }
                        };
                        window.addEventListener('beforeunload', ask);
                        """);
    }
}
