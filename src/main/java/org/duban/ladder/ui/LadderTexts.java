package org.duban.ladder.ui;

import com.vaadin.flow.component.UI;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.SentReminder;
import org.duban.ui.Formats;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** The sentences in which the ladder is told, the same on every page. */
final class LadderTexts {

    private static final int LEADERS = 3;

    private LadderTexts() {}

    static StatusBadge level(int level) {
        Tone tone = level >= LEADERS ? Tone.ERROR : level > 1 ? Tone.WARNING : Tone.NEUTRAL;
        return new StatusBadge(tone, text("escalation." + level));
    }

    /** What is late, and whose it is. */
    static String subject(EscalationStep step) {
        return step.departmentName() == null
                ? text("ladder.subject." + step.kind())
                : text("ladder.subject.of", step.departmentName(), text("ladder.subject." + step.kind()));
    }

    /** The rule that gave the step, with its inputs. */
    static String why(EscalationStep step, Formats formats) {
        return step.tableVersion() == 0
                ? text("ladder.why.before", formats.day(step.dueOn()))
                : text(
                        "ladder.why",
                        formats.day(step.dueOn()),
                        step.workingDaysLate(),
                        text("priority." + step.priority()),
                        step.timesReturned(),
                        step.timesExtended(),
                        step.rule(),
                        step.tableVersion());
    }

    static String reminder(SentReminder reminder, Formats formats) {
        String what = text("ladder.reminded." + reminder.kind());
        return text(
                "ladder.reminded",
                formats.moment(reminder.sentAt()),
                reminder.departmentName() == null ? what : text("ladder.subject.of", reminder.departmentName(), what),
                reminder.workingDaysLeft(),
                formats.day(reminder.dueOn()));
    }

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
