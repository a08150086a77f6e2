package org.duban.score;

import java.util.Map;
import org.duban.directive.DutyRole;
import org.duban.rule.Decision;
import org.duban.task.Deed;
import org.duban.task.Outcome;

/**
 * From what a line is decided.
 *
 * @param workingDaysLate 0 in time; at least 1 from the day after the due day, also where only days off have passed
 * @param level of the ladder, 0 to 4
 * @param outcome of a completion, else {@code null}
 * @param ownPart about a sub-task that the department has split off for itself
 */
public record ScoreFact(
        Deed.Kind kind,
        DutyRole role,
        int workingDaysLate,
        int level,
        Outcome outcome,
        DueBasis dueBasis,
        boolean ownPart) {

    static final String NO_OUTCOME = "NONE";

    String outcomeName() {
        return outcome == null ? NO_OUTCOME : outcome.name();
    }

    /**
     * What it counts. Whatever an office makes of its rules, nobody earns points by tasks that it has made for itself; its
     * failures there count like all others.
     */
    int points(Decision decision) {
        int points = decision.number(ScoreRules.POINTS);
        return ownPart ? Math.min(points, 0) : points;
    }

    /** By the names of {@code score.dmn}. */
    Map<String, Object> byName() {
        return Map.of(
                "kind", kind.name(),
                "role", role.name(),
                "workingDaysLate", workingDaysLate,
                "level", level,
                "outcome", outcomeName(),
                "dueBasis", dueBasis.name());
    }

    /** As it is kept in the line, in the order of the table's columns. */
    String text() {
        return "kind=%s role=%s workingDaysLate=%d level=%d outcome=%s dueBasis=%s"
                        .formatted(kind, role, workingDaysLate, level, outcomeName(), dueBasis)
                + (ownPart ? " ownPart=true" : "");
    }
}
