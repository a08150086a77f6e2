package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import org.duban.ui.Formats;

/** Says quietly when the draft was saved, and clearly what of it was not, and why. */
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

    /** Just now, by the one who is typing. */
    void saved(Instant at) {
        show(VaadinIcon.CHECK, false, getTranslation("report.saved", formats.brief(at)));
    }

    /** Some time ago, by whoever that was. */
    void savedBefore(Instant at, String by) {
        show(VaadinIcon.CHECK, false, getTranslation("report.saved.by", formats.brief(at), by));
    }

    /** All is saved, but something of it is not fit to be handed in. */
    void savedUnfit(Instant at) {
        show(VaadinIcon.WARNING, true, getTranslation("report.saved.unfit", formats.brief(at)));
    }

    /** A field holds what can't be read, such as letters for a number; that is not in the draft. */
    void unreadable() {
        show(VaadinIcon.WARNING, true, getTranslation("report.unreadable"));
    }

    /** It can't be handed in yet. */
    void incomplete() {
        show(VaadinIcon.WARNING, true, getTranslation("report.incomplete"));
    }

    void failed(String reason) {
        show(VaadinIcon.WARNING, true, getTranslation("report.unsaved", reason));
        Button retry = new Button(getTranslation("report.save.again"), click -> again.run());
        retry.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        add(retry);
    }

    private void show(VaadinIcon icon, boolean failed, String text) {
        removeAll();
        setClassName("failed", failed);
        add(icon.create(), new Span(text));
    }
}
