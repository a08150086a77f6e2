package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.duban.base.Refusal;
import org.duban.report.Contribution;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One text, saved as a draft after a short pause like a report, and handed in. */
class ContributionForm extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(ContributionForm.class);

    private final ContributionId id;
    private final Contributions contributions;
    private final Runnable readAgain;
    private final TextArea text = new TextArea();
    private final SaveStatus status;
    private final Div conflict = new Div();
    private final Div footer;
    private int revision;
    private boolean filling;

    /** @param readAgain shows the contribution as it is now */
    ContributionForm(ContributionId id, Contributions contributions, Formats formats, Runnable readAgain) {
        this.id = id;
        this.contributions = contributions;
        this.readAgain = readAgain;
        addClassName("report-form");
        text.setLabel(getTranslation("contribution.text"));
        text.setPlaceholder(getTranslation("contribution.text.hint"));
        text.setWidthFull();
        text.setMinRows(5);
        text.setMaxRows(18);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(ReportForm.PAUSE_MILLISECONDS);
        status = new SaveStatus(formats, this::save);
        Button submit = new Button(getTranslation("contribution.submit"), click -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        footer = new Div(status, submit);
        footer.addClassName("report-footer");
        add(conflict, text, footer);
        fill(contributions.draft(id));
        text.addValueChangeListener(change -> {
            count();
            if (!filling && !blocked()) {
                save();
            }
        });
    }

    private void fill(Contribution.Draft draft) {
        filling = true;
        text.setValue(draft.body());
        revision = draft.revision();
        filling = false;
        count();
        if (draft.savedAt() != null) {
            status.savedBefore(draft.savedAt(), draft.savedBy());
        }
    }

    private void count() {
        text.setHelperText(getTranslation("text.counter", text.getValue().length(), Contribution.LONGEST));
    }

    private boolean blocked() {
        return conflict.getChildren().findAny().isPresent();
    }

    /** Whether something was typed that is worth keeping before the writer's eyes. */
    boolean hasText() {
        return !text.getValue().isBlank();
    }

    /** While it can't be handed in, or can't any more, what was typed stays to be read. */
    void setWritable(boolean writable) {
        text.setReadOnly(!writable);
        footer.setVisible(writable);
    }

    private void save() {
        try {
            Contribution.Draft saved = contributions.saveDraft(id, text.getValue(), revision);
            revision = saved.revision();
            status.saved(saved.savedAt());
        } catch (Refusal refusal) {
            status.failed(ReportTexts.reason(refusal));
            if (refusal.messageKey().equals("refusal.report.newerDraft")) {
                showWhatAColleagueSaved();
            }
        } catch (RuntimeException failure) {
            LOG.error("A draft could not be saved", failure);
            status.failed(getTranslation("report.save.failed"));
        }
    }

    private void showWhatAColleagueSaved() {
        Contribution.Draft theirs = contributions.draft(id);
        conflict.removeAll();
        conflict.add(new NewerDraft(
                theirs,
                () -> {
                    revision = theirs.revision();
                    conflict.removeAll();
                    save();
                },
                () -> {
                    conflict.removeAll();
                    fill(theirs);
                }));
    }

    /** What can't be saved, such as a text that is too long, is refused once more, and said in a notice. */
    private void submit() {
        if (blocked()) {
            return;
        }
        save();
        if (blocked()) {
            return;
        }
        if (Notices.attempt(() -> contributions.submit(id, text.getValue()))) {
            Notices.done("contribution.submitted");
        }
        readAgain.run();
    }
}
