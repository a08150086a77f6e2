package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.duban.report.ProgressReport;
import org.duban.ui.Formats;

/** Says quietly when the draft was saved, and clearly why it was not. */
class SaveStatus extends Div {

    private final Formats formats;
    private final Runnable again;

    SaveStatus(Formats formats, Runnable again) {
        this.formats = formats;
        this.again = again;
        addClassName("save-status");
        getElement().setAttribute("role", "status");
        add(new Span(getTranslation("report.save.hint")));
    }

    void saved(ProgressReport.Draft draft) {
        removeAll();
        removeClassName("failed");
        add(
                VaadinIcon.CHECK.create(),
                new Span(getTranslation("report.saved", formats.brief(draft.savedAt()), draft.savedBy())));
    }

    /** The draft is saved, but not fit to be handed in. */
    void incomplete() {
        removeAll();
        addClassName("failed");
        add(VaadinIcon.WARNING.create(), new Span(getTranslation("report.incomplete")));
    }

    void failed(String reason) {
        removeAll();
        addClassName("failed");
        Button retry = new Button(getTranslation("report.save.again"), click -> again.run());
        retry.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        add(VaadinIcon.WARNING.create(), new Span(reason), retry);
    }
}
