package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.duban.report.Contribution;
import org.duban.report.ProgressReport;
import org.duban.ui.StatusBadge.Tone;

/** Two people write one report: shows the other's draft to whoever comes second, who then decides which one stays. */
class NewerDraft extends Banner {

    NewerDraft(ProgressReport.Draft theirs, Runnable keepMine, Runnable takeTheirs) {
        this(theirs.savedBy(), content(theirs), keepMine, takeTheirs);
    }

    NewerDraft(Contribution.Draft theirs, Runnable keepMine, Runnable takeTheirs) {
        this(theirs.savedBy(), written(new Paragraph(theirs.body())), keepMine, takeTheirs);
    }

    private NewerDraft(String savedBy, Div theirs, Runnable keepMine, Runnable takeTheirs) {
        super(
                Tone.WARNING,
                VaadinIcon.WARNING,
                ReportTexts.text("report.conflict", savedBy),
                new Details(ReportTexts.text("report.conflict.show"), theirs),
                buttons(keepMine, takeTheirs));
    }

    private static Div content(ProgressReport.Draft theirs) {
        return written(
                new Paragraph(ReportTexts.text("report.percent") + " " + ReportTexts.percent(theirs.percent())),
                new Paragraph(theirs.body() == null ? "" : theirs.body()),
                new Paragraph(theirs.problems() == null ? "" : theirs.problems()));
    }

    private static Div written(Paragraph... paragraphs) {
        Div content = new Div(paragraphs);
        content.addClassName("written-text");
        return content;
    }

    private static Div buttons(Runnable keepMine, Runnable takeTheirs) {
        Button mine = new Button(ReportTexts.text("report.conflict.mine"), click -> keepMine.run());
        Button other = new Button(ReportTexts.text("report.conflict.theirs"), click -> takeTheirs.run());
        mine.addThemeVariants(ButtonVariant.LUMO_SMALL);
        other.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div buttons = new Div(mine, other);
        buttons.addClassName("report-banner-actions");
        return buttons;
    }
}
