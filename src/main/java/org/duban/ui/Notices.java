package org.duban.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.duban.base.Refusal;

/** Short messages at the edge of the page. */
public final class Notices {

    private Notices() {}

    public static void done(String messageKey, Object... arguments) {
        show(text(messageKey, arguments), NotificationVariant.LUMO_SUCCESS, 3_000);
    }

    /** Says why something was not done; stays long enough to be read. */
    public static void refused(Refusal refusal) {
        show(text(refusal.messageKey(), refusal.arguments()), NotificationVariant.LUMO_ERROR, 8_000);
    }

    /** Something went wrong that nobody foresaw; the log has it under the reference. */
    static void failed(String reference) {
        show(text("error.unexpected.notice", reference), NotificationVariant.LUMO_ERROR, 10_000);
    }

    /** Runs the action; a refusal is shown, and answered with {@code false}. */
    public static boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Refusal refusal) {
            refused(refusal);
            return false;
        }
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    private static void show(String text, NotificationVariant variant, int milliseconds) {
        Notification notice = Notification.show(text, milliseconds, Notification.Position.TOP_CENTER);
        notice.addThemeVariants(variant);
    }
}
