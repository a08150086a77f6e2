package org.duban.score.ui;

import static org.duban.score.ui.ScoreTexts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.duban.organisation.DepartmentId;
import org.duban.score.DepartmentScore;

/** The departments by what they have per weighted duty; those with too few duties apart, below. */
class RankingTable extends Div {

    private final boolean compared;
    private final Function<DepartmentId, String> address;

    /**
     * @param compared whether there is a difference to the running ledger to be shown
     * @param address of the lines of a department
     */
    RankingTable(
            List<DepartmentScore> ranking, int leastDuties, boolean compared, Function<DepartmentId, String> address) {
        this.compared = compared;
        this.address = address;
        addClassName("score-ranking");
        NativeTableBody body = new NativeTableBody();
        ranking.stream().filter(each -> each.rank() > 0).forEach(each -> body.add(row(each)));
        List<DepartmentScore> apart =
                ranking.stream().filter(each -> each.rank() == 0).toList();
        if (!apart.isEmpty()) {
            NativeTableRow heading = new NativeTableRow();
            NativeTableCell cell = new NativeTableCell(text("scores.apart", leastDuties));
            cell.getElement().setAttribute("colspan", compared ? "8" : "7");
            cell.addClassName("score-apart");
            heading.add(cell);
            body.add(heading);
            apart.forEach(each -> body.add(row(each)));
        }
        NativeTable table = new NativeTable();
        table.add(new NativeTableHeader(heading()), body);
        add(table);
    }

    private NativeTableRow heading() {
        NativeTableRow heading = new NativeTableRow();
        heading.add(column("rank", "score-number"), column("department", ""), column("perDuty", "score-number"));
        heading.add(column("points", "score-number"), column("plus", "score-number score-wide"));
        heading.add(column("minus", "score-number score-wide"), column("duties", "score-number score-wide"));
        if (compared) {
            heading.add(column("difference", "score-number"));
        }
        return heading;
    }

    private static NativeTableHeaderCell column(String name, String classes) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text("scores.column." + name));
        cell.setClassName(classes);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private NativeTableRow row(DepartmentScore score) {
        NativeTableRow row = new NativeTableRow();
        row.add(number(new Span(score.rank() == 0 ? "–" : String.valueOf(score.rank())), "score-rank"));
        row.add(new NativeTableCell(new Anchor(address.apply(score.department()), score.name())));
        Span perDuty = new Span(ScoreTexts.signed(score.perDuty()));
        row.add(number(perDuty, tone(score.points())));
        row.add(number(new Span(ScoreTexts.signed(score.points())), ""));
        row.add(number(new Span(ScoreTexts.signed(score.plus())), "score-wide"));
        row.add(number(new Span(ScoreTexts.signed(score.minus())), "score-wide"));
        row.add(number(
                new Span(text("scores.duties", score.duties(), ScoreTexts.weight(score.weight()))), "score-wide"));
        if (compared) {
            row.add(number(new Span(ScoreTexts.signed(score.difference())), tone(score.difference())));
        }
        return row;
    }

    private static NativeTableCell number(Component content, String classes) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.setClassName("score-number" + (classes.isEmpty() ? "" : " " + classes));
        return cell;
    }

    private static String tone(int points) {
        return points > 0 ? "score-good" : points < 0 ? "score-bad" : "";
    }
}
