package org.duban.directive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.ExtractedTarget;
import org.duban.extraction.ExtractedTask;
import org.duban.extraction.Range;
import org.duban.extraction.Responsibility;
import org.duban.extraction.Warning;

/**
 * What was found in a text, as rows of a table: all names still unresolved, all ranges counting in the document's own part
 * of the text. What is longer than its place is shortened; its whole wording stays in the quote.
 *
 * @param text the document's own part
 */
record ExtractedRows(String text, List<RowDraft> rows) {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_DETAIL = 1000;
    private static final int LATEST_YEAR = 2200;

    static ExtractedRows of(ExtractedDocument document, String text) {
        Range part = part(document, text);
        List<RowDraft> rows = new ArrayList<>();
        for (ExtractedTask task : document.tasks()) {
            rows.add(row(task, part, rows.size()));
        }
        return new ExtractedRows(part.of(text), rows);
    }

    /** Around everything that the document's rows point at. */
    private static Range part(ExtractedDocument document, String text) {
        List<Range> ranges = new ArrayList<>(List.of(document.range()));
        for (ExtractedTask task : document.tasks()) {
            ranges.add(task.quote());
            task.responsibilities().forEach(each -> ranges.add(each.range()));
            task.warnings().forEach(each -> ranges.add(each.range()));
        }
        ranges.removeIf(range -> range == null || range.end() > text.length());
        return RowParting.hullOf(ranges);
    }

    private static RowDraft row(ExtractedTask task, Range part, int position) {
        RowDraft row = new RowDraft();
        row.position = position;
        row.no = task.no() == null || task.no().isBlank()
                ? String.valueOf(position + 1)
                : task.no().strip();
        row.title = shortened(task.title(), RowEdits.LONGEST_TITLE);
        row.text = task.text() == null || task.text().isBlank() ? null : task.text();
        row.quote = within(task.quote(), part);
        if (task.deadline() != null) {
            row.deadlinePhrase = shortened(task.deadline().phrase(), RowEdits.LONGEST_PHRASE);
            row.dueOn = possible(task.deadline().dueOn());
        }
        for (Responsibility each : task.responsibilities()) {
            row.names.add(new DivisionRow.Name(
                    0,
                    shortened(each.name(), LONGEST_NAME),
                    DutyRole.valueOf(each.role().name()),
                    each.group(),
                    within(each.range(), part),
                    row.nextPlace()));
        }
        task.targets().forEach(each -> row.targets.add(target(each)));
        for (Warning each : task.warnings()) {
            row.warnings.add(new DivisionRow.RowWarning(
                    0,
                    each.kind(),
                    each.blocking(),
                    shortened(each.detail(), LONGEST_DETAIL),
                    within(each.range(), part),
                    null,
                    null,
                    null));
        }
        return row;
    }

    /** A number that has no place in the table is left to its wording. */
    private static NewDirective.NewTarget target(ExtractedTarget target) {
        BigDecimal amount = target.amount();
        return new NewDirective.NewTarget(
                shortened(target.wording(), 500),
                shortened(target.what(), 300),
                Target.Comparator.valueOf(target.comparator().name()),
                amount != null && Amounts.fits(amount) ? amount : null,
                shortened(target.unit(), 60),
                target.byYear());
    }

    private static LocalDate possible(LocalDate day) {
        return day == null || day.getYear() > LATEST_YEAR || day.getYear() < 1900 ? null : day;
    }

    private static Range within(Range range, Range part) {
        return range == null || !part.contains(range)
                ? null
                : new Range(range.start() - part.start(), range.end() - part.start());
    }

    private static String shortened(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
