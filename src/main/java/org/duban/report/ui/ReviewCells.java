package org.duban.report.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.duban.inbox.OpenItem;
import org.duban.report.ReviewRow;
import org.duban.ui.Formats;
import org.duban.ui.HowCounted;

/** A report in the queue: whose, about what, how far, since when. */
class ReviewCells {

    private static final int FIRST_CHARACTERS = 90;

    private final Formats formats;

    ReviewCells(Formats formats) {
        this.formats = formats;
    }

    Div report(ReviewRow row) {
        Div first = new Div(
                styled("queue-department", row.item().aboutDepartment()),
                styled("queue-period", ReportTexts.period(row.period())));
        first.addClassName("queue-line");
        if (row.submission().round() > 1) {
            first.add(styled(
                    "queue-round",
                    ReportTexts.text(
                            "report.round", String.valueOf(row.submission().round()))));
        }
        if (row.submission().late()) {
            first.add(ReportTexts.late());
        }
        Span task = styled(
                "queue-task",
                ReportTexts.text("report.task", row.item().taskNo(), row.item().taskTitle()));
        Span text = styled("queue-text", firstOf(row.submission().body()));
        Div left = new Div(first, task, text);
        left.addClassName("queue-left");

        Div right = new Div(
                styled("queue-percent", ReportTexts.percent(row.submission().percent())),
                styled(
                        "queue-previous",
                        row.previousPercent() == null
                                ? ReportTexts.text("review.first")
                                : ReportTexts.text("review.from", String.valueOf(row.previousPercent()))),
                due(row.item()));
        right.addClassName("queue-right");
        Span since = styled(
                "queue-since",
                ReportTexts.text("review.since", formats.brief(row.item().openedAt())));
        left.add(since);
        Div cell = new Div(left, right);
        cell.addClassName("queue-cell");
        return cell;
    }

    private Div due(OpenItem item) {
        Div due = new Div(formats.dueBadge(item.dueOn()));
        due.addClassName("queue-due");
        if (item.counted() != null) {
            due.add(new HowCounted(item.counted(), item.dueOn()));
        }
        return due;
    }

    private static String firstOf(String body) {
        String line = body.replaceAll("\\s+", " ");
        return line.length() <= FIRST_CHARACTERS ? line : line.substring(0, FIRST_CHARACTERS) + "…";
    }

    private static Span styled(String className, String text) {
        Span span = new Span(text);
        span.addClassName(className);
        return span;
    }
}
