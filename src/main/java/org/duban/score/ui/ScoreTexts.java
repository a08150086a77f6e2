package org.duban.score.ui;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import org.duban.score.DueBasis;
import org.duban.score.ScoreFact;
import org.duban.score.ScoreLine;
import org.duban.ui.Formats;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** The sentences in which a score is told, the same on every page. */
final class ScoreTexts {

    private ScoreTexts() {}

    /** What happened, and by how much it was late. */
    static String what(ScoreLine line, Formats formats) {
        ScoreFact fact = line.fact();
        String what =
                switch (fact.kind()) {
                    case SIGNED, REPORTED, AMENDED, CONTRIBUTED ->
                        text(
                                "scores.deed." + fact.kind() + (fact.workingDaysLate() > 0 ? ".late" : ""),
                                fact.workingDaysLate(),
                                formats.day(line.dueOn()));
                    case ESCALATED -> text("scores.deed.ESCALATED", text("escalation." + fact.level()));
                    case COMPLETED -> completed(line, formats);
                    case CONTRIBUTION_MISSED -> text("scores.deed.CONTRIBUTION_MISSED", formats.day(line.dueOn()));
                    case REPORT_MISSED ->
                        line.dueOn() == null
                                ? text("scores.deed.REPORT_MISSED")
                                : text("scores.deed.REPORT_MISSED.due", formats.day(line.dueOn()));
                    case REPORT_RETURNED, URGED, COMPLETION_RETURNED -> text("scores.deed." + fact.kind());
                };
        return line.counter() ? text("scores.counter", what) : what;
    }

    private static String completed(ScoreLine line, Formats formats) {
        ScoreFact fact = line.fact();
        String when = fact.workingDaysLate() > 0
                ? text("scores.completed.late", fact.workingDaysLate(), formats.day(line.dueOn()))
                : text("scores.completed.inTime", formats.day(line.dueOn()));
        String outcome = text("outcome." + fact.outcome());
        String role = text("dutyRole." + fact.role());
        return fact.dueBasis() == DueBasis.ORIGINAL
                ? text("scores.deed.COMPLETED", role, outcome, when)
                : text("scores.deed.COMPLETED.basis", role, outcome, when, text("dueBasis." + fact.dueBasis()));
    }

    /** By which rule, of which version, read when. */
    static String why(ScoreLine line, Formats formats) {
        String why = text("scores.why", line.ruleWords(), line.ruleVersion(), formats.moment(line.decidedAt()));
        return line.fact().ownPart() ? text("scores.ownPart", why) : why;
    }

    static StatusBadge points(int points) {
        Tone tone = points > 0 ? Tone.SUCCESS : points < 0 ? Tone.ERROR : Tone.NEUTRAL;
        return new StatusBadge(tone, text("scores.points", signed(points)));
    }

    /** With its sign; a true minus, as wide as the plus. */
    static String signed(int points) {
        return points > 0 ? "+" + points : points < 0 ? "−" + -points : "0";
    }

    static String signed(BigDecimal points) {
        return points == null
                ? "–"
                : points.signum() > 0 ? "+" + points : points.signum() < 0 ? "−" + points.negate() : points.toString();
    }

    /** A weight in hundredths of a duty. */
    static String weight(int weight) {
        return BigDecimal.valueOf(weight, 2).stripTrailingZeros().toPlainString();
    }

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
