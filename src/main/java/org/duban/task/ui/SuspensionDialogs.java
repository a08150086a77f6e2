package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import org.duban.base.WorkingCalendar;
import org.duban.task.Acknowledgements;
import org.duban.task.KeyTask;
import org.duban.task.Suspensions;
import org.duban.ui.ComponentTexts;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** What is asked before a key task stands still, and before it goes on. A refusal leaves the questions open as they are. */
@Component
class SuspensionDialogs {

    private final Suspensions suspensions;
    private final WorkingCalendar calendar;
    private final Formats formats;

    SuspensionDialogs(Suspensions suspensions, WorkingCalendar calendar, Formats formats) {
        this.suspensions = suspensions;
        this.calendar = calendar;
        this.formats = formats;
    }

    void suspend(KeyTask task, Runnable changed) {
        DatePicker reviewOn = reviewOn();
        withDay(
                dialog(
                        "suspension",
                        text("suspension.hint"),
                        changed,
                        words -> suspensions.suspend(task.id(), reviewOn.getValue(), words)),
                reviewOn);
    }

    void reviewLater(KeyTask task, Runnable changed) {
        DatePicker reviewOn = reviewOn();
        withDay(
                dialog(
                        "laterReview",
                        text("laterReview.hint"),
                        changed,
                        words -> suspensions.reviewLater(task.id(), reviewOn.getValue(), words)),
                reviewOn);
    }

    void resume(KeyTask task, Runnable changed) {
        Suspensions.Move[] move = new Suspensions.Move[1];
        if (!Notices.attempt(() -> move[0] = suspensions.moveAsOfToday(task.id()))) {
            changed.run();
            return;
        }
        dialog(
                        "resumption",
                        text(
                                "resumption.hint",
                                move[0].workingDays(),
                                formats.day(task.dueOn()),
                                formats.day(move[0].newDueOn())),
                        changed,
                        words -> suspensions.resume(task.id(), words))
                .open();
    }

    private static ReasonDialog dialog(String key, String hint, Runnable changed, SerializableConsumer<String> action) {
        return ReasonDialog.of(text(key + ".title"), key + ".reason", key + ".action", key + ".done", changed, action)
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(hint);
    }

    private static void withDay(ReasonDialog dialog, DatePicker day) {
        dialog.with(day, () -> day.getValue() != null && !day.isInvalid())
                .refusedAt(day, "refusal.suspension.reviewOn")
                .open();
    }

    private DatePicker reviewOn() {
        LocalDate tomorrow = calendar.today().plusDays(1);
        DatePicker day = new DatePicker(text("suspension.reviewOn"));
        ComponentTexts.apply(day);
        day.setMin(tomorrow);
        day.setRequiredIndicatorVisible(true);
        return day;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
