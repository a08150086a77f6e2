package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.WorkingCalendar;
import org.duban.task.Acknowledgements;
import org.duban.task.Duty;
import org.duban.task.KeyTaskDetails;
import org.duban.ui.Formats;
import org.duban.ui.Notices;

/** The department signs for its duty, or disputes it and waits. */
@org.springframework.stereotype.Component
class SigningAction implements TaskAction {

    private final Acknowledgements acknowledgements;
    private final TaskDialogs dialogs;
    private final CurrentCaller caller;
    private final WorkingCalendar calendar;
    private final Formats formats;

    SigningAction(
            Acknowledgements acknowledgements,
            TaskDialogs dialogs,
            CurrentCaller caller,
            WorkingCalendar calendar,
            Formats formats) {
        this.acknowledgements = acknowledgements;
        this.dialogs = dialogs;
        this.caller = caller;
        this.calendar = calendar;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        Duty duty = details.actsForDuty();
        if (duty == null || !details.task().open()) {
            return List.of();
        }
        return switch (duty.state()) {
            case AWAITING -> List.of(toSign(page, details, changed));
            case DISPUTED -> List.of(Choices.choice(page.getTranslation(disputed(details, duty)), null));
            case ACKNOWLEDGED, WITHDRAWN -> List.of();
        };
    }

    private static String disputed(KeyTaskDetails details, Duty duty) {
        return details.disputes().stream().anyMatch(dispute -> dispute.duty().equals(duty.id()) && dispute.takenUp())
                ? "task.now.takenUp"
                : "task.now.disputed";
    }

    private Component toSign(Component page, KeyTaskDetails details, Runnable changed) {
        Duty duty = details.actsForDuty();
        var by = calendar.dayOf(duty.acknowledgeBy());
        Button sign = Choices.primary(page.getTranslation("task.action.acknowledge"), () -> {
            boolean done = Notices.attempt(() -> acknowledgements.acknowledge(duty.id()));
            if (done) {
                Notices.done("task.done.acknowledged", details.task().title());
            }
            changed.run();
        });
        List<Component> buttons = new ArrayList<>(List.of(sign));
        if (caller.get().is(Role.HEAD)) {
            buttons.add(
                    new Button(page.getTranslation("task.action.dispute"), click -> dialogs.dispute(duty, changed)));
        }
        return Choices.choice(
                page.getTranslation(
                        "task.now.sign",
                        page.getTranslation("dutyRole." + duty.role()),
                        formats.day(by),
                        formats.remaining(by)),
                null,
                buttons.toArray(Component[]::new));
    }
}
