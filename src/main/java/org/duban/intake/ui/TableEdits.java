package org.duban.intake.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.duban.base.Refusal;
import org.duban.directive.DivisionTables;
import org.duban.directive.Undo;
import org.duban.ui.Notices;

/** What was changed on the page, with the way back, the last change first. */
final class TableEdits {

    private final DivisionTables tables;
    private final SerializableRunnable changed;
    private final Deque<Undo> done = new ArrayDeque<>();
    private Notification notice;

    /** @param changed reads the table again */
    TableEdits(DivisionTables tables, SerializableRunnable changed) {
        this.tables = tables;
        this.changed = changed;
    }

    /** Does it, says so, and offers to take it back. A refusal is shown, and the table read again. */
    boolean attempt(Supplier<Undo> edit, String messageKey, Object... arguments) {
        try {
            run(edit, messageKey, arguments);
            return true;
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            changed.run();
            return false;
        }
    }

    /** As {@link #attempt}. @throws Refusal as the edit does */
    void run(Supplier<Undo> edit, String messageKey, Object... arguments) {
        done.push(edit.get());
        closeNotice();
        notice = UndoNotice.show(IntakeTexts.text(messageKey, arguments), this::undo);
        changed.run();
    }

    /** As {@link #run}, but says nothing. */
    void runSilently(Supplier<Undo> edit) {
        done.push(edit.get());
        changed.run();
    }

    /** Takes the last change back that was not yet. */
    void undo() {
        closeNotice();
        if (!done.isEmpty() && Notices.attempt(() -> takeBack(done.pop()))) {
            Notices.done("intake.undone");
        }
        changed.run();
    }

    private void takeBack(Undo last) {
        Undo redone = tables.undo(last);
        List<Undo> earlier =
                done.stream().map(each -> each.following(last, redone)).toList();
        done.clear();
        done.addAll(earlier);
    }

    private void closeNotice() {
        if (notice != null) {
            notice.close();
        }
    }
}
