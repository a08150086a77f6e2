package org.duban.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.IntStream;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableDifference;
import org.duban.rule.TableDifference.Kind;
import org.duban.rule.TableVersion;

/** What a new version of a table would change, row by row, and nothing else of it. */
class RuleChanges extends Div {

    private final DecisionTable before;
    private final DecisionTable now;
    private final transient RuleTexts texts;

    RuleChanges(TableVersion newest, DecisionTable now) {
        before = newest.table();
        this.now = now;
        texts = new RuleTexts(now);
        addClassName("rule-changes");
        List<TableDifference.Line> lines = TableDifference.between(before, now);
        lines.stream().filter(line -> line.kind() != Kind.SAME).forEach(this::tell);
        long same = lines.stream().filter(line -> line.kind() == Kind.SAME).count();
        Paragraph rest = new Paragraph(getTranslation("rules.preview.same", same));
        rest.addClassName("soft");
        add(rest);
    }

    private void tell(TableDifference.Line line) {
        Span name = new Span(
                line.kind() == Kind.REMOVED
                        ? getTranslation("rules.preview.row.before", number(before, line.row()), texts.name(line.row()))
                        : getTranslation("rules.preview.row", number(now, line.row()), texts.name(line.row())));
        name.addClassName("rule-changed-name");
        Div heading = new Div(RuleTable.mark(line.kind()), name);
        heading.addClassName("rule-changed-row");
        UnorderedList cells = new UnorderedList();
        IntStream.range(0, now.columns().size())
                .filter(at -> line.kind() == Kind.CHANGED
                        ? line.cells().contains(at)
                        : !RuleTexts.isAny(line.row().cells().get(at)))
                .forEach(at -> cells.add(cell(line, at)));
        if (!line.row().note().equals(line.before().note())) {
            cells.add(item(
                    getTranslation("rules.note"),
                    getTranslation(
                            "rules.becomes", line.before().note(), line.row().note())));
        }
        add(heading, cells);
    }

    private ListItem cell(TableDifference.Line line, int at) {
        String value = texts.cell(at, line.row().cells().get(at));
        return item(
                now.columns().get(at).title(),
                line.kind() == Kind.CHANGED
                        ? getTranslation(
                                "rules.becomes",
                                texts.cell(at, line.before().cells().get(at)),
                                value)
                        : value);
    }

    private ListItem item(String column, String value) {
        Span label = new Span(getTranslation("rules.preview.column", column));
        label.addClassName("soft");
        return new ListItem(label, new Span(value));
    }

    private static int number(DecisionTable table, DecisionTable.Row row) {
        return table.rows().indexOf(row) + 1;
    }
}
