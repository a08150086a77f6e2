package org.duban.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BinderValidationStatus;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.report.Attachment;
import org.duban.report.Attachments;
import org.duban.report.PreviousReport;
import org.duban.report.ProgressReport;
import org.duban.report.ReportContent;
import org.duban.report.ReportDetails;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.report.Submission;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.duban.ui.Questions;
import org.duban.ui.StatusBadge.Tone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The form in which a department writes its report. Whatever is typed is saved as a draft after a short pause; a draft
 * that can't be saved stays in the form, and the form says so.
 */
class ReportForm extends Div {

    /** How long a pause in typing is before the draft is saved. */
    static final int PAUSE_MILLISECONDS = 800;

    /** The binder checks what is typed; the draft keeps it, sound or not. */
    private static final BiConsumer<ReportContent, Object> CHECKED_ONLY = (content, value) -> {};

    private static final Logger LOG = LoggerFactory.getLogger(ReportForm.class);

    private final Reports reports;
    private final ReportId id;
    private final Runnable readAgain;
    private final Integer previousPercent;
    private final PercentField percent;
    private final TextArea body;
    private final TextArea problems;
    private final TargetFields targets;
    private final EvidenceField evidence;
    private final Binder<ReportContent> binder = new Binder<>();
    private final SaveStatus status;
    private final Div conflict = new Div();
    private final Div footer = new Div();
    private int revision;
    private ProgressReport.Draft lastSaved;
    private boolean filling;

    /** @param readAgain shows the report as it is now, after it was handed in or changed by others */
    ReportForm(
            ReportDetails details,
            Optional<PreviousReport> previous,
            Reports reports,
            Attachments attachments,
            Formats formats,
            Runnable readAgain) {
        this.reports = reports;
        this.id = details.report().id();
        this.readAgain = readAgain;
        addClassName("report-form");
        previousPercent = details.previousPercent();
        percent = new PercentField(previousPercent);
        body = text("report.body", ReportContent.LONGEST_BODY, 6);
        problems = text("report.problems", ReportContent.LONGEST_PROBLEMS, 2);
        targets = new TargetFields(
                details.targets(),
                previous.map(before -> before.submission().actuals()).orElse(Map.of()),
                this::typed);
        status = new SaveStatus(formats, this::save);
        evidence = new EvidenceField(id, attachments, () -> reports.details(id).attachments());
        add(conflict);
        previous.map(before -> previousPeriod(before, details.report().draft())).ifPresent(this::add);
        add(percent, body, targets, problems, evidence, footer);
        footer.addClassName("report-footer");
        if (details.signed()) {
            offerSubmit();
        } else {
            footer.add(status, new Span(getTranslation("report.submit.signFirst")));
        }
        bind();
        fill(details.report().draft());
        percent.addValueChangeListener(change -> typed());
        body.addValueChangeListener(change -> typed());
        problems.addValueChangeListener(change -> typed());
        if (details.report().draft().savedAt() != null) {
            savedBefore(details.report().draft());
        }
        binder.addStatusChangeListener(change -> sayWhetherSaved());
    }

    private Div previousPeriod(PreviousReport previous, ProgressReport.Draft draft) {
        Div row = new Div(new PreviousPeriod(previous));
        row.addClassName("report-previous");
        if (draft.body() == null || draft.body().isBlank()) {
            Button reuse = new Button(getTranslation("report.reuse"));
            reuse.addThemeVariants(ButtonVariant.LUMO_SMALL);
            reuse.addClickListener(click -> {
                row.remove(reuse);
                goOnFrom(previous.submission());
            });
            row.add(reuse);
        }
        return row;
    }

    /** What a cooperating department contributed goes behind what is written. */
    void take(String contribution) {
        body.setValue(body.isEmpty() ? contribution : body.getValue() + "\n" + contribution);
        body.focus();
    }

    /** Fills what is empty with what was reported last; what is typed already stays. */
    private void goOnFrom(Submission last) {
        filling = true;
        if (percent.isEmpty()) {
            percent.setValue(last.percent());
        }
        if (body.isEmpty()) {
            body.setValue(last.body());
        }
        if (problems.isEmpty() && last.problems() != null) {
            problems.setValue(last.problems());
        }
        targets.fillEmpty(last.actuals());
        filling = false;
        typed();
        body.focus();
    }

    /** Somebody else handed the report in, or it is void: what stands here is saved no more, but stays to be read. */
    void tellHandled() {
        Button latest = new Button(getTranslation("report.handled.show"), click -> readAgain.run());
        latest.addThemeVariants(ButtonVariant.LUMO_SMALL);
        conflict.removeAll();
        conflict.add(new Banner(Tone.WARNING, VaadinIcon.WARNING, getTranslation("report.handled"), latest));
        footer.setVisible(false);
    }

    /** A colleague may have added evidence, or removed some. */
    void showEvidence(List<Attachment> now) {
        evidence.show(now);
    }

    /** The duty is signed now. */
    void offerSubmit() {
        footer.removeAll();
        footer.add(status, submitButton());
    }

    private boolean blocked() {
        return conflict.getChildren().findAny().isPresent();
    }

    private void bind() {
        binder.forField(percent)
                .asRequired(getTranslation("refusal.report.percent"))
                .bind(ReportContent::percent, CHECKED_ONLY::accept);
        binder.forField(body)
                .asRequired(getTranslation("refusal.report.bodyMissing"))
                .withValidator(
                        value -> value.length() <= ReportContent.LONGEST_BODY,
                        getTranslation("refusal.textTooLong", ReportContent.LONGEST_BODY))
                .bind(ReportContent::body, CHECKED_ONLY::accept);
        binder.forField(problems)
                .withValidator(
                        value -> value.length() <= ReportContent.LONGEST_PROBLEMS,
                        getTranslation("refusal.textTooLong", ReportContent.LONGEST_PROBLEMS))
                .bind(ReportContent::problems, CHECKED_ONLY::accept);
        targets.fields().forEach((target, field) -> binder.forField(field)
                .withValidator(
                        value -> value == null || ReportContent.storable(value),
                        getTranslation("refusal.report.actual"))
                .bind(content -> content.actuals().get(target), CHECKED_ONLY::accept));
    }

    private TextArea text(String label, int longest, int rows) {
        TextArea area = new TextArea(getTranslation(label));
        area.setPlaceholder(getTranslation(label + ".hint"));
        area.setWidthFull();
        area.setMinRows(rows);
        area.setMaxRows(18);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(PAUSE_MILLISECONDS);
        area.addValueChangeListener(change -> area.setHelperText(
                getTranslation("text.counter", change.getValue().length(), longest)));
        area.setHelperText(getTranslation("text.counter", 0, longest));
        return area;
    }

    private Button submitButton() {
        Button submit = new Button(getTranslation("report.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // a second click while the first is under way would hand in nothing, but would be refused
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> {
            submit();
            submit.setEnabled(true);
        });
        return submit;
    }

    private void fill(ProgressReport.Draft draft) {
        filling = true;
        percent.setValue(draft.percent());
        body.setValue(draft.body() == null ? "" : draft.body());
        problems.setValue(draft.problems() == null ? "" : draft.problems());
        targets.fill(draft.actuals());
        revision = draft.revision();
        filling = false;
    }

    private void typed() {
        if (!filling && !blocked()) {
            save();
        }
    }

    private ReportContent content() {
        return new ReportContent(percent.getValue(), body.getValue(), problems.getValue(), targets.actuals());
    }

    /** Whether the draft is saved now. */
    private boolean save() {
        lastSaved = null;
        try {
            ProgressReport.Draft saved = reports.saveDraft(id, content(), revision);
            revision = saved.revision();
            lastSaved = saved;
            sayWhetherSaved();
            return true;
        } catch (Refusal refusal) {
            status.failed(ReportTexts.reason(refusal));
            showWhatOthersDid();
        } catch (RuntimeException failure) {
            LOG.error("A draft could not be saved", failure);
            status.failed(getTranslation("report.save.failed"));
        }
        return false;
    }

    private void savedBefore(ProgressReport.Draft draft) {
        status.savedBefore(draft.savedAt(), draft.savedBy());
    }

    /** Not before the first try in this form; a try that failed has said so itself. */
    private void sayWhetherSaved() {
        if (fields().anyMatch(ReportForm::unreadable)) {
            status.unreadable();
        } else if (lastSaved != null) {
            if (fields().anyMatch(field -> ((HasValidationProperties) field).isInvalid())) {
                status.savedUnfit(lastSaved.savedAt());
            } else {
                status.saved(lastSaved.savedAt());
            }
        }
    }

    private Stream<HasValue<?, ?>> fields() {
        return binder.getFields();
    }

    /** No field finds fault with being empty by itself, so one that does holds something that it can't read. */
    private static boolean unreadable(HasValue<?, ?> field) {
        return field.isEmpty()
                && field instanceof HasValidator<?> checked
                && checked.getDefaultValidator()
                        .apply(null, new ValueContext(new Binder<>(), (Component) field))
                        .isError();
    }

    private void showWhatOthersDid() {
        ProgressReport report = reports.details(id).report();
        if (!report.writable()) {
            tellHandled();
        } else if (report.draft().revision() != revision) {
            conflict.removeAll();
            conflict.add(new NewerDraft(
                    report.draft(),
                    () -> {
                        revision = report.draft().revision();
                        conflict.removeAll();
                        save();
                    },
                    () -> {
                        conflict.removeAll();
                        fill(report.draft());
                        savedBefore(report.draft());
                    }));
        }
    }

    private void submit() {
        BinderValidationStatus<ReportContent> checked = binder.validate();
        if (!checked.isOk()) {
            status.incomplete();
            if (checked.getFieldValidationErrors().getFirst().getField() instanceof Focusable<?> first) {
                first.focus();
            }
            return;
        }
        if (blocked() || !save()) {
            return;
        }
        if (previousPercent != null && percent.getValue() < previousPercent) {
            askWhetherLower();
        } else {
            handIn();
        }
    }

    /** Mostly a slip; and once it is handed in, nobody can call it back. */
    private void askWhetherLower() {
        ConfirmDialog question = Questions.ask(
                getTranslation("report.lower.title"), getTranslation("report.lower.confirm"), this::handIn);
        question.setText(getTranslation(
                "report.lower.explanation", previousPercent, percent.getValue(), previousPercent - percent.getValue()));
        question.open();
    }

    private void handIn() {
        try {
            reports.submit(id, content(), revision);
        } catch (Refusal refusal) {
            status.failed(ReportTexts.reason(refusal));
            showWhatOthersDid();
            return;
        }
        Notices.done(
                reports.details(id).report().state() == ProgressReport.State.WITH_HEAD
                        ? "report.submitted.toHead"
                        : "report.submitted");
        readAgain.run();
    }
}
