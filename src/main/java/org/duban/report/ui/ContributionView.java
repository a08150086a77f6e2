package org.duban.report.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.duban.report.Contribution;
import org.duban.report.ContributionDetails;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.ui.Formats;
import org.duban.ui.LiveUpdates;
import org.duban.ui.Notices;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;
import org.duban.ui.StatusBadge.Tone;

/** What a cooperating department is asked to add to the lead's report: one text, and done. */
@Route(Routes.CONTRIBUTION)
@RolesAllowed({"STAFF", "HEAD", "SUPERVISOR", "LEADER"})
class ContributionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Contributions contributions;
    private final Formats formats;
    private ContributionForm form;
    private ContributionDetails shown;

    ContributionView(Contributions contributions, Formats formats, LiveUpdates updates) {
        this.contributions = contributions;
        this.formats = formats;
        addClassNames("page", "report-page", "contribution-page");
        updates.refreshOn(this, this::concerns, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form = null;
        show(contributions.details(new ContributionId(
                Ids.parse(event.getRouteParameters().get("id").orElse("")))));
    }

    private boolean concerns(WorkChanged change) {
        return change.keyTaskId() != null
                && change.keyTaskId() == shown.contribution().task().value();
    }

    /** What is typed stays while it can be handed in, and stays to be read where it can't any more. */
    private void refresh() {
        try {
            ContributionDetails now = contributions.details(shown.contribution().id());
            if (!now.equals(shown)) {
                show(now);
            }
        } catch (Refusal gone) {
            Notices.refused(gone);
            UI.getCurrent().navigate(Routes.INBOX);
        }
    }

    private void show(ContributionDetails details) {
        shown = details;
        Contribution contribution = details.contribution();
        PageHeader header = new PageHeader(getPageTitle());
        header.backTo(
                Routes.task(contribution.task().value()),
                getTranslation("report.task", details.taskNo(), details.taskTitle()));
        header.setMarks(ContributionList.state(contribution));
        removeAll();
        add(header, about(details), facts(details));
        if (details.suspended()) {
            add(new Banner(Tone.CONTRAST, VaadinIcon.PAUSE, getTranslation("report.suspended")));
        }
        if (details.writable()) {
            if (form == null) {
                form = new ContributionForm(contribution.id(), contributions, formats, this::refresh);
            }
            form.setWritable(true);
            add(form);
            return;
        }
        add(new ContributionList(List.of(contribution), formats));
        if (form != null && form.hasText() && contribution.state() != Contribution.State.SUBMITTED) {
            form.setWritable(false);
            add(form);
        }
    }

    /** What it is about, so that nobody has to open another page to know. */
    private Div about(ContributionDetails details) {
        Anchor task = new Anchor(
                Routes.task(details.contribution().task().value()),
                getTranslation("report.task", details.taskNo(), details.taskTitle()));
        Span directive = new Span(details.directiveLabel());
        directive.addClassName("soft");
        Div about = new Div(new Div(task, directive));
        if (details.taskText() != null) {
            Paragraph text = new Paragraph(details.taskText());
            text.addClassName("written-text");
            about.add(text);
        }
        about.addClassName("contribution-task");
        return about;
    }

    private Div facts(ContributionDetails details) {
        Anchor report = new Anchor(
                Routes.report(details.report().id().value()),
                getTranslation(
                        "report.title",
                        details.report().departmentName(),
                        ReportTexts.period(details.report().period())));
        Div asked = new Div(
                new Paragraph(
                        getTranslation("contribution.asked", details.report().departmentName())),
                report);
        Span due = new Span(getTranslation(
                "contribution.due", formats.day(details.contribution().dueOn())));
        Div facts = new Div(asked, due);
        if (details.writable()) {
            facts.add(formats.dueBadge(details.contribution().dueOn()));
        }
        facts.addClassName("contribution-facts");
        return facts;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(
                "contribution.title",
                shown.contribution().departmentName(),
                ReportTexts.period(shown.report().period()));
    }
}
