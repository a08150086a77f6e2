package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableDifference;
import org.duban.rule.TableDifference.Kind;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** A decision table to be read, with marks at what differs from the version before, the first of which is in sight. */
class RuleTable extends RuleGrid {

    private final transient RuleTexts texts;
    private boolean differs;

    RuleTable(DecisionTable table, List<TableDifference.Line> lines) {
        super(table);
        texts = new RuleTexts(table);
        int number = 0;
        for (TableDifference.Line line : lines) {
            number++;
            add(line, line.kind() == Kind.REMOVED ? "" : String.valueOf(number));
        }
        fold(lines.stream().map(TableDifference.Line::row).toList());
    }

    private void add(TableDifference.Line line, String number) {
        Span place = new Span(number);
        place.addClassName("rule-number");
        Div first = new Div(place, new Span(texts.name(line.row())));
        first.addClassName("rule-first");
        if (line.kind() != Kind.SAME) {
            first.add(mark(line.kind()));
        }
        NativeTableRow row = append(first, at -> cell(line, at));
        row.addClassName("rule-" + line.kind().name().toLowerCase(Locale.ROOT));
        if (line.kind() != Kind.SAME && !differs) {
            differs = true;
            row.getElement().executeJs("this.scrollIntoView({block: 'nearest', inline: 'nearest'})");
        }
    }

    private NativeTableCell cell(TableDifference.Line line, int at) {
        String written = line.row().cells().get(at);
        NativeTableCell cell = new NativeTableCell(texts.cell(at, written));
        cell.getElement().setAttribute("title", written);
        if (line.cells().contains(at)) {
            cell.addClassName("rule-differs");
            cell.setText(getTranslation(
                    "rules.becomes", texts.cell(at, line.before().cells().get(at)), texts.cell(at, written)));
        }
        return cell;
    }

    static Component mark(Kind kind) {
        Tone tone =
                switch (kind) {
                    case ADDED -> Tone.SUCCESS;
                    case REMOVED -> Tone.ERROR;
                    case CHANGED, SAME -> Tone.WARNING;
                };
        Span told = new Span();
        return new StatusBadge(tone, told.getTranslation("rules.mark." + kind));
    }
}
