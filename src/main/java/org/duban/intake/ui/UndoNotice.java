package org.duban.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.function.SerializableRunnable;

/** Says what was done, and offers for a while to take it back. */
final class UndoNotice {

    private static final int MILLISECONDS = 8_000;

    private UndoNotice() {}

    static Notification show(String sentence, SerializableRunnable undo) {
        Notification notice = new Notification();
        Button button = new Button(IntakeTexts.text("intake.undo"), click -> {
            notice.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        HorizontalLayout line = new HorizontalLayout(new Span(sentence), button);
        line.addClassName("undo-notice");
        notice.add(line);
        notice.setDuration(MILLISECONDS);
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.open();
        return notice;
    }
}
