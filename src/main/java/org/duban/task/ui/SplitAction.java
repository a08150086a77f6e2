package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.WorkingCalendar;
import org.duban.task.Acknowledgements;
import org.duban.task.Decompositions;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.ui.DepartmentPicker;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;

/** A department splits its duty; the supervisor does not wait for what was split off, or does again. */
@org.springframework.stereotype.Component
class SplitAction implements TaskAction {

    private final Decompositions decompositions;
    private final DepartmentPicker departments;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final Formats formats;

    SplitAction(
            Decompositions decompositions,
            DepartmentPicker departments,
            WorkingCalendar calendar,
            CurrentCaller caller,
            Formats formats) {
        this.decompositions = decompositions;
        this.departments = departments;
        this.calendar = calendar;
        this.caller = caller;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 37;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        if (!concerned(details)) {
            return List.of();
        }
        boolean revocable = details.supervised() && details.task().state() == KeyTask.State.RUNNING;
        return decompositions.waiver(details.task().id()).stream()
                .map(waiver -> Choices.choice(
                        page.getTranslation("split.waived"),
                        Choices.quote(page, waiver.reason(), waiver.by(), formats.moment(waiver.at())),
                        revocable ? new Component[] {revocation(page, details, changed)} : new Component[0]))
                .toList();
    }

    private Button revocation(Component page, KeyTaskDetails details, Runnable changed) {
        return new Button(page.getTranslation("split.revoke.action"), click -> {
            if (Notices.attempt(() -> decompositions.revokeWaiver(details.task().id()))) {
                Notices.done("split.revoke.done");
            }
            changed.run();
        });
    }

    @Override
    public List<Offer> offers(KeyTaskDetails details, Runnable changed) {
        List<Offer> offers = new ArrayList<>();
        if (!concerned(details)) {
            return offers;
        }
        Duty own = details.actsForDuty();
        if (own != null && own.reports() && own.state() == Duty.State.ACKNOWLEDGED && splittable(details)) {
            offers.add(new Offer("split.action", () -> split(details.task(), own, changed)));
        }
        if (details.supervised()) {
            List<String> open = decompositions.openBelow(details.task().id());
            if (!open.isEmpty() && decompositions.waiver(details.task().id()).isEmpty()) {
                offers.add(new Offer("split.waive.action", () -> waive(details.task(), open, changed)));
            }
        }
        return offers;
    }

    private static boolean concerned(KeyTaskDetails details) {
        return details.task().open() && (details.supervised() || details.actsForDuty() != null);
    }

    private boolean splittable(KeyTaskDetails details) {
        boolean deepest = details.parent() != null && details.parent().level() + 2 >= Decompositions.LEVELS;
        return caller.get().is(Role.HEAD)
                && details.task().state() == KeyTask.State.RUNNING
                && !details.task().dueOn().isBefore(calendar.today())
                && !deepest;
    }

    private void split(KeyTask task, Duty own, Runnable changed) {
        new SplitDialog(decompositions, departments, task, own, calendar.today(), changed).open();
    }

    private void waive(KeyTask task, List<String> open, Runnable changed) {
        new ReasonDialog(text("split.waive.title"), text("split.waive.reason"), text("split.waive.action"), words -> {
                    decompositions.waive(task.id(), words);
                    Notices.done("split.waive.done");
                    changed.run();
                })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("split.waive.hint", String.join(text("list.separator"), open)))
                .open();
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
