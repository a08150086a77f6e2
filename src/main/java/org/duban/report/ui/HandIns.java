package org.duban.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import org.duban.directive.Target;
import org.duban.report.PreviousReport;
import org.duban.report.ReportDetails;
import org.duban.report.Submission;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.StatusBadge;

/** What was handed in, round by round, with the decisions; the newest stands open. */
class HandIns extends Div {

    private final Formats formats;
    private final List<Target> targets;
    private final Optional<Submission> before;

    /** @param previous what was accepted for the period before; shown below, and beside the figures */
    HandIns(ReportDetails details, Optional<PreviousReport> previous, Formats formats) {
        this.formats = formats;
        this.targets = details.targets();
        this.before = previous.map(PreviousReport::submission);
        addClassName("hand-ins");
        if (details.submissions().isEmpty()) {
            add(new EmptyState(VaadinIcon.FILE_O, getTranslation("report.nothingYet")));
        }
        for (Submission submission : details.submissions()) {
            Details round = new Details(heading(submission), round(submission));
            round.setOpened(submission == details.submissions().getFirst());
            round.addClassName("hand-in");
            add(round);
        }
        if (!details.attachments().isEmpty() && !details.writable()) {
            Div evidence = part("report.evidence", new AttachmentList(details.attachments()));
            evidence.addClassName("hand-in");
            add(evidence);
        }
        if (!details.submissions().isEmpty()) {
            previous.map(PreviousPeriod::new).ifPresent(period -> {
                period.addClassName("hand-in");
                period.setOpened(details.reviewable());
                add(period);
            });
        }
    }

    private Div heading(Submission submission) {
        Span round = new Span(getTranslation("report.round", String.valueOf(submission.round())));
        round.addClassName("hand-in-round");
        Span who = new Span(submission.submittedBy() + "  " + formats.moment(submission.submittedAt()));
        who.addClassName("hand-in-who");
        Div heading = new Div(round, who);
        heading.addClassName("hand-in-heading");
        if (submission.late()) {
            heading.add(ReportTexts.late());
        }
        if (submission.approval() != null) {
            Span approval = new Span(
                    submission.approval() == Submission.Approval.GIVEN
                            ? getTranslation(
                                    "approval.by", formats.actor(submission.approvedBy(), submission.approvedFor()))
                            : getTranslation("approval.nobody"));
            approval.addClassName("hand-in-who");
            heading.add(approval);
        }
        if (submission.decision() != null) {
            heading.add(new StatusBadge(
                    submission.decision() == Submission.Decision.ACCEPTED
                            ? StatusBadge.Tone.SUCCESS
                            : StatusBadge.Tone.WARNING,
                    getTranslation("decision." + submission.decision())));
        }
        return heading;
    }

    private Div round(Submission submission) {
        Div content = new Div();
        content.addClassName("hand-in-content");
        decision(submission, content);
        Div percent = new Div(new Span(ReportTexts.percent(submission.percent())));
        percent.addClassName("hand-in-percent");
        before.ifPresent(last -> percent.add(change(submission.percent() - last.percent())));
        content.add(part("report.percent", percent), part("report.body", written(submission.body())));
        if (!targets.isEmpty()) {
            content.add(part("report.targets", figures(submission)));
        }
        if (submission.problems() != null) {
            content.add(part("report.problems", written(submission.problems())));
        }
        return content;
    }

    private Span change(int points) {
        Span change = new Span(
                points == 0
                        ? getTranslation("report.change.none")
                        : getTranslation(points > 0 ? "report.change.up" : "report.change.down", Math.abs(points)));
        change.addClassName("hand-in-change");
        change.setClassName("down", points < 0);
        return change;
    }

    private void decision(Submission submission, Div content) {
        if (submission.decision() == null) {
            return;
        }
        boolean accepted = submission.decision() == Submission.Decision.ACCEPTED;
        Paragraph who = new Paragraph(getTranslation(
                accepted ? "decision.accepted.by" : "decision.returned.by",
                formats.actor(submission.reviewedBy(), submission.reviewedFor()),
                formats.moment(submission.reviewedAt()),
                formats.day(submission.newDueOn())));
        who.addClassName("decision-who");
        Div decision = new Div(who);
        if (submission.decision() == Submission.Decision.RECALLED) {
            Paragraph before = new Paragraph(getTranslation(
                    "decision.accepted.before",
                    formats.actor(submission.acceptedBy(), submission.acceptedFor()),
                    formats.moment(submission.acceptedAt())));
            before.addClassName("decision-who");
            decision.addComponentAsFirst(before);
        }
        if (submission.reason() != null) {
            decision.add(written(submission.reason()));
        }
        decision.addClassName("decision");
        decision.getElement().getThemeList().add(accepted ? "success" : "warning");
        content.add(decision);
    }

    private NativeTable figures(Submission submission) {
        NativeTableBody rows = new NativeTableBody();
        for (Target target : targets) {
            NativeTableCell what = new NativeTableCell(target.what());
            what.setTitle(target.wording());
            NativeTableCell reported =
                    new NativeTableCell(ReportTexts.amount(submission.actuals().get(target.id()), target.unit()));
            reported.addClassName("figure");
            NativeTableRow row = new NativeTableRow(what, new NativeTableCell(ReportTexts.promise(target)));
            before.ifPresent(last -> row.add(
                    new NativeTableCell(ReportTexts.amount(last.actuals().get(target.id()), target.unit()))));
            row.add(reported);
            rows.add(row);
        }
        NativeTableRow header = new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("report.targets.what")),
                new NativeTableHeaderCell(getTranslation("report.targets.promise")));
        before.ifPresent(last -> header.add(new NativeTableHeaderCell(getTranslation("report.targets.previous"))));
        header.add(new NativeTableHeaderCell(getTranslation("report.targets.actual")));
        NativeTable table = new NativeTable(new NativeTableHeader(header), rows);
        table.addClassName("figures");
        return table;
    }

    private Div part(String label, Component content) {
        Span name = new Span(getTranslation(label));
        name.addClassName("field-label");
        Div part = new Div(name, content);
        part.addClassName("hand-in-part");
        return part;
    }

    private static Paragraph written(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("written-text");
        return paragraph;
    }
}
