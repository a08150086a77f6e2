package org.duban.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.base.DueKey;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.duban.report.Attachments;
import org.duban.report.HeadApprovals;
import org.duban.report.JointReturns;
import org.duban.report.PreviousReport;
import org.duban.report.ProgressReport;
import org.duban.report.ReportDetails;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.report.ReviewRow;
import org.duban.report.Reviews;
import org.duban.report.Submission;
import org.duban.task.Acknowledgements;
import org.duban.ui.Formats;
import org.duban.ui.LiveUpdates;
import org.duban.ui.Notices;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;
import org.duban.ui.StatusBadge.Tone;

/** A report: written here by its department, reviewed here by its supervisor, read here by those concerned. */
@Route(Routes.REPORT)
@RolesAllowed({"STAFF", "HEAD", "SUPERVISOR", "LEADER"})
class ReportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Reports reports;
    private final Reviews reviews;
    private final JointReturns joint;
    private final HeadApprovals approvals;
    private final Attachments attachments;
    private final Acknowledgements acknowledgements;
    private final Formats formats;
    private ReportDetails shown;
    private ReportForm form;
    private ContributionList contributions;
    private Optional<Banner> signFirst = Optional.empty();
    private boolean reviewedHere;

    ReportView(
            Reports reports,
            Reviews reviews,
            JointReturns joint,
            HeadApprovals approvals,
            Attachments attachments,
            Acknowledgements acknowledgements,
            Formats formats,
            LiveUpdates updates) {
        this.reports = reports;
        this.reviews = reviews;
        this.joint = joint;
        this.approvals = approvals;
        this.attachments = attachments;
        this.acknowledgements = acknowledgements;
        this.formats = formats;
        addClassNames("page", "report-page");
        updates.refreshOn(this, this::concerns, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reviewedHere = false;
        show(reports.details(
                new ReportId(Ids.parse(event.getRouteParameters().get("id").orElse("")))));
    }

    private boolean concerns(WorkChanged change) {
        return change.keyTaskId() != null
                && change.keyTaskId() == shown.report().taskId().value();
    }

    /** Never takes a form away from somebody who may be typing in it; it says what others did to the report. */
    private void refresh() {
        ReportDetails now;
        try {
            now = reports.details(shown.report().id());
        } catch (Refusal gone) {
            leave(gone);
            return;
        }
        if (form == null) {
            if (!now.equals(shown)) {
                show(now);
            }
        } else if (!now.writable()
                || now.report().timesReturned() != shown.report().timesReturned()) {
            form.tellHandled();
        } else {
            form.showEvidence(now.attachments());
            showContributions(now);
            if (now.signed() && signFirst.isPresent()) {
                remove(signFirst.get());
                signFirst = Optional.empty();
                form.offerSubmit();
            }
        }
    }

    /** The key task went out of the reader's sight. */
    private void leave(Refusal gone) {
        if (form != null) {
            form.tellHandled();
        } else {
            Notices.refused(gone);
            UI.getCurrent().navigate(Routes.INBOX);
        }
    }

    private void readAgain() {
        show(reports.details(shown.report().id()));
    }

    private void show(ReportDetails details) {
        shown = details;
        form = null;
        ProgressReport report = details.report();
        PageHeader header = new PageHeader(getPageTitle());
        header.backTo(
                Routes.task(report.taskId().value()),
                getTranslation("report.task", details.taskNo(), details.taskTitle()));
        List<Component> marks = new ArrayList<>(List.of(ReportTexts.state(report.state())));
        if (details.late()) {
            marks.add(ReportTexts.late(report));
        }
        header.setMarks(marks.toArray(Component[]::new));
        removeAll();
        add(header, new ReportFacts(details, formats));
        if (details.suspended()) {
            add(new Banner(Tone.CONTRAST, VaadinIcon.PAUSE, getTranslation("report.suspended")));
        }
        if (details.writable()) {
            showWriting(details);
        } else {
            showReading(details);
        }
    }

    private void showWriting(ReportDetails details) {
        if (details.report().state() == ProgressReport.State.RETURNED) {
            add(returned(details.submissions().getFirst()));
        }
        if (details.report().heldBack() != null) {
            add(heldBack(details.report().heldBack()));
        }
        signFirst = details.signed() ? Optional.empty() : Optional.of(signFirst(details));
        signFirst.ifPresent(this::add);
        Optional<PreviousReport> previous = reports.previous(details.report().id());
        form = new ReportForm(details, previous, reports, attachments, formats, this::readAgain);
        add(form);
        contributions = null;
        showContributions(details);
        if (!details.submissions().isEmpty()) {
            add(new HandIns(details, previous, formats));
        }
    }

    /** They come while the report is written. */
    private void showContributions(ReportDetails details) {
        ContributionList now = new ContributionList(details.contributions(), formats, form::take);
        if (contributions == null) {
            addComponentAtIndex(indexOf(form), now);
        } else {
            replace(contributions, now);
        }
        contributions = now;
    }

    private void showReading(ReportDetails details) {
        ProgressReport.State state = details.report().state();
        if (state == ProgressReport.State.MISSED) {
            add(new Banner(Tone.ERROR, VaadinIcon.WARNING, getTranslation("report.missed")));
        }
        if (details.approvable()) {
            add(new HeadActions(details.report().id(), approvals, this::readAgain));
        } else if (state == ProgressReport.State.WITH_HEAD) {
            add(new Banner(Tone.CONTRAST, VaadinIcon.CLOCK, getTranslation("report.withHead")));
        }
        if (details.report().draft().body() != null && state == ProgressReport.State.WITH_HEAD) {
            add(new DraftReading(details));
        }
        if (details.reviewable()) {
            add(new ReviewActions(details, reviews, joint, () -> {
                reviewedHere = true;
                readAgain();
            }));
        } else if (reviewedHere) {
            add(next());
        }
        if (state != ProgressReport.State.WITH_HEAD || !details.submissions().isEmpty()) {
            add(new HandIns(details, reports.previous(details.report().id()), formats));
        }
        add(new ContributionList(details.contributions(), formats));
    }

    private Banner heldBack(ProgressReport.HeldBack words) {
        Paragraph reason = new Paragraph(words.reason());
        reason.addClassName("written-text");
        Paragraph who = new Paragraph(getTranslation("report.heldBack.by", words.by(), formats.moment(words.at())));
        who.addClassName("decision-who");
        return new Banner(Tone.ERROR, VaadinIcon.ARROW_BACKWARD, getTranslation("report.heldBack"), reason, who);
    }

    private Banner returned(Submission submission) {
        Paragraph reason = new Paragraph(submission.reason());
        reason.addClassName("written-text");
        Paragraph who = new Paragraph(getTranslation(
                "report.returned.by",
                formats.actor(submission.reviewedBy(), submission.reviewedFor()),
                formats.moment(submission.reviewedAt()),
                formats.day(submission.newDueOn())));
        who.addClassName("decision-who");
        return new Banner(Tone.ERROR, VaadinIcon.ARROW_BACKWARD, getTranslation("report.returned"), reason, who);
    }

    private Banner signFirst(ReportDetails details) {
        Button sign = new Button(getTranslation("report.sign"), click -> {
            if (Notices.attempt(
                    () -> acknowledgements.acknowledge(details.report().dutyId()))) {
                Notices.done("report.signed");
                refresh();
            }
        });
        sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        return new Banner(
                Tone.WARNING,
                VaadinIcon.PENCIL,
                getTranslation("report.signFirst"),
                new Paragraph(getTranslation("report.signFirst.hint")),
                sign);
    }

    private Banner next() {
        List<ReviewRow> waiting = reviews.queue(DueKey.START, 1).rows();
        if (waiting.isEmpty()) {
            return new Banner(
                    Tone.SUCCESS,
                    VaadinIcon.CHECK,
                    getTranslation("review.allDone"),
                    new Anchor(Routes.REVIEWS, getTranslation("review.toQueue")));
        }
        ReviewRow row = waiting.getFirst();
        return new Banner(
                Tone.CONTRAST,
                VaadinIcon.ARROW_FORWARD,
                getTranslation("review.next"),
                new Anchor(
                        Routes.report(row.reportId().value()),
                        getTranslation(
                                "review.next.report",
                                row.item().aboutDepartment(),
                                row.item().taskTitle())),
                new Anchor(Routes.REVIEWS, getTranslation("review.toQueue")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation(
                shown.report().finalReport() ? "report.finalTitle" : "report.title",
                shown.report().departmentName(),
                ReportTexts.period(shown.report().period()));
    }
}
