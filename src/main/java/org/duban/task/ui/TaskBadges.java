package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import org.duban.directive.DutyRole;
import org.duban.task.Closing;
import org.duban.task.Completion;
import org.duban.task.Countersignature;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.Light;
import org.duban.task.LightInputs;
import org.duban.task.LightReading;
import org.duban.task.SiteCheck;
import org.duban.task.Verdict;
import org.duban.ui.Messages;
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

    /** The rule that gave the light, with its inputs; in general words where an administrator made the rule. */
    static String explanation(LightReading reading) {
        LightInputs inputs = reading.inputs();
        Object[] facts = {
            text("light." + reading.light()),
            inputs.elapsedPercent(),
            inputs.percent(),
            inputs.pointsBehind(),
            reading.threshold(),
            inputs.daysToDue(),
            inputs.missedReports(),
            inputs.escalationLevel(),
            text("verdict." + inputs.verdict()),
            reading.rule(),
            inputs.subTask().light() == null
                    ? ""
                    : text("light." + inputs.subTask().light()),
            inputs.subTask().no()
        };
        String key = "light.rule." + reading.rule();
        String sentence = text(key, facts);
        return Messages.isMissing(key, sentence) ? text("light.rule", facts) : sentence;
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
        if (task.suspended()) {
            return new StatusBadge(Tone.NEUTRAL, text("taskState.SUSPENDED"));
        }
        return switch (task.state()) {
            case RUNNING -> new StatusBadge(Tone.NEUTRAL, text("taskState.RUNNING"));
            case COUNTERSIGNING, COMPLETION_APPLIED, ON_SITE_CHECK ->
                new StatusBadge(Tone.CONTRAST, text("taskState." + task.state()));
            case CLOSED -> new StatusBadge(Tone.SUCCESS, text("outcome." + task.outcome()));
            case WITHDRAWN -> new StatusBadge(Tone.NEUTRAL, text("taskState.WITHDRAWN"));
        };
    }

    static StatusBadge closing(Closing closing) {
        return closing.outcome() == null
                ? new StatusBadge(Tone.NEUTRAL, text("taskState.WITHDRAWN"))
                : new StatusBadge(Tone.SUCCESS, text("outcome." + closing.outcome()));
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

    static StatusBadge verdict(Verdict verdict) {
        Tone tone =
                switch (verdict) {
                    case NONE -> Tone.NEUTRAL;
                    case ON_COURSE -> Tone.SUCCESS;
                    case BEHIND -> Tone.WARNING;
                    case FAR_BEHIND -> Tone.ERROR;
                };
        return new StatusBadge(tone, text("verdict." + verdict));
    }

    static StatusBadge completion(Completion completion) {
        return switch (completion.state()) {
            case COUNTERSIGNING, VERIFYING, ON_SITE_CHECK ->
                new StatusBadge(Tone.CONTRAST, text("completionState." + completion.state()));
            case SENT_BACK, RETURNED -> new StatusBadge(Tone.WARNING, text("completionState." + completion.state()));
            case TAKEN_BACK, VOID -> new StatusBadge(Tone.NEUTRAL, text("completionState." + completion.state()));
            case CLOSED -> new StatusBadge(Tone.SUCCESS, text("outcome." + completion.outcome()));
        };
    }

    static StatusBadge countersignature(Countersignature.State state) {
        Tone tone =
                switch (state) {
                    case OPEN -> Tone.CONTRAST;
                    case AGREED -> Tone.SUCCESS;
                    case RETURNED -> Tone.WARNING;
                    case WAIVED, VOID -> Tone.NEUTRAL;
                };
        return new StatusBadge(tone, text("countersignature." + state));
    }

    static StatusBadge siteCheck(SiteCheck.State state) {
        Tone tone =
                switch (state) {
                    case ORDERED -> Tone.CONTRAST;
                    case CONFIRMED -> Tone.SUCCESS;
                    case NOT_CONFIRMED -> Tone.ERROR;
                    case VOID -> Tone.NEUTRAL;
                };
        return new StatusBadge(tone, text("siteCheck." + state));
    }

    /** Of what was drawn by lot. */
    static StatusBadge drawn() {
        return new StatusBadge(Tone.CONTRAST, text("sample.badge"));
    }

    /** Whether a target was reached; in doubt the supervisor judges. */
    static StatusBadge met(Boolean met) {
        if (met == null) {
            return new StatusBadge(Tone.NEUTRAL, text("completion.target.judged"));
        }
        return met
                ? new StatusBadge(Tone.SUCCESS, text("completion.target.met"))
                : new StatusBadge(Tone.WARNING, text("completion.target.missed"));
    }

    /** Of what was split off another key task. */
    static Component subTask() {
        Span label = new Span(text("split.mark"));
        label.addClassNames("duty-role", "sub-task-mark");
        return label;
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

    /** How late it is, or was when it ended. */
    static String late(KeyTask task, int daysLate) {
        return switch (task.state()) {
            case CLOSED -> text("task.late.closed", daysLate);
            case WITHDRAWN -> text("task.late.withdrawn", daysLate);
            default -> text("task.late", daysLate);
        };
    }

    static String escalation(int level) {
        return text("escalation." + level);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
