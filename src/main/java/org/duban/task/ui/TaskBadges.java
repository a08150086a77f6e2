package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import org.duban.directive.DutyRole;
import org.duban.task.Completion;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.Light;
import org.duban.task.LightReading;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** States of key tasks and duties as badges, the same on every page. */
final class TaskBadges {

    /** 挂牌督办. */
    private static final int LISTED = 4;

    private TaskBadges() {}

    static StatusBadge light(LightReading reading) {
        StatusBadge badge = new StatusBadge(tone(reading.light()), text("light." + reading.light()));
        badge.addClassName("light-badge");
        badge.getElement().setAttribute("title", explanation(reading));
        return badge;
    }

    private static Tone tone(Light light) {
        return switch (light) {
            case GREEN -> Tone.SUCCESS;
            case YELLOW -> Tone.WARNING;
            case RED -> Tone.ERROR;
            case GREY -> Tone.NEUTRAL;
        };
    }

    /** The rule that gave the light, with its inputs. */
    static String explanation(LightReading reading) {
        return text(
                "light.rule." + reading.rule(),
                text("light." + reading.light()),
                reading.elapsedPercent(),
                reading.percent(),
                reading.pointsBehind(),
                reading.rule().threshold(),
                reading.daysToDue());
    }

    /** What stands beside its title: light and state; and for everybody to see, that it is on the list of the worst. */
    static Component[] marks(KeyTask task) {
        return task.open() && task.escalationLevel() == LISTED
                ? new Component[] {
                    light(task.lightReading()), state(task), new StatusBadge(Tone.ERROR, escalation(LISTED))
                }
                : new Component[] {light(task.lightReading()), state(task)};
    }

    /** The outcome, once there is one. */
    static StatusBadge state(KeyTask task) {
        return switch (task.state()) {
            case RUNNING -> new StatusBadge(Tone.NEUTRAL, text("taskState.RUNNING"));
            case COMPLETION_APPLIED -> new StatusBadge(Tone.CONTRAST, text("taskState.COMPLETION_APPLIED"));
            case CLOSED -> new StatusBadge(Tone.SUCCESS, text("outcome." + task.outcome()));
        };
    }

    static StatusBadge dutyState(Duty.State state) {
        Tone tone =
                switch (state) {
                    case AWAITING -> Tone.WARNING;
                    case DISPUTED -> Tone.ERROR;
                    case ACKNOWLEDGED -> Tone.SUCCESS;
                    case WITHDRAWN -> Tone.NEUTRAL;
                };
        return new StatusBadge(tone, text("dutyState." + state));
    }

    static StatusBadge completion(Completion completion) {
        if (completion.decidedAt() == null) {
            return new StatusBadge(Tone.CONTRAST, text("task.completion.undecided"));
        }
        return completion.outcome() == null
                ? new StatusBadge(Tone.WARNING, text("task.completion.sentBack"))
                : new StatusBadge(Tone.SUCCESS, text("outcome." + completion.outcome()));
    }

    static Component role(DutyRole role) {
        Span label = new Span(text("dutyRole." + role));
        label.addClassNames("duty-role", "duty-role-" + role.name().toLowerCase());
        return label;
    }

    /** Style of the words that say how late it is: late stays late, but burns only while it is open. */
    static String lateness(KeyTask task, int daysLate) {
        if (daysLate == 0) {
            return "soft";
        }
        return task.open() ? "late" : "late-past";
    }

    static String escalation(int level) {
        return text("escalation." + level);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
