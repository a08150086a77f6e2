package org.duban.score;

import java.util.Map;
import org.duban.directive.DutyRole;
import org.duban.task.Deed;
import org.duban.task.Outcome;

/**
 * From what a line is decided.
 *
 * @param workingDaysLate 0 in time; at least 1 from the day after the due day, also where only days off have passed
 * @param level of the ladder, 0 to 4
 * @param outcome of a completion, else {@code null}
 */
public record ScoreFact(
        Deed.Kind kind, DutyRole role, int workingDaysLate, int level, Outcome outcome, DueBasis dueBasis) {

    static final String NO_OUTCOME = "NONE";

    String outcomeName() {
        return outcome == null ? NO_OUTCOME : outcome.name();
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
                .formatted(kind, role, workingDaysLate, level, outcomeName(), dueBasis);
    }
}
