package org.duban.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.duban.organisation.DepartmentId;

/**
 * What a department has in a ledger.
 *
 * @param rank 1 for the highest score per duty, the same for equal ones; 0 where it is not ranked
 * @param plus points for; without what was cancelled after an appeal
 * @param minus points against, negative; the same
 * @param lines how many events were counted
 * @param duties that it had in the time
 * @param weight of these duties, in hundredths of a duty
 * @param difference to the running ledger over the same events; {@code null} where this is the running one
 */
public record DepartmentScore(
        DepartmentId department,
        String name,
        int rank,
        int plus,
        int minus,
        int lines,
        int duties,
        int weight,
        Integer difference) {

    public int points() {
        return plus + minus;
    }

    /** Points per weighted duty, to two places; {@code null} where it has none. */
    public BigDecimal perDuty() {
        return weight == 0
                ? null
                : BigDecimal.valueOf(points() * 100L).divide(BigDecimal.valueOf(weight), 2, RoundingMode.HALF_UP);
    }

    DepartmentScore ranked(int place) {
        return new DepartmentScore(department, name, place, plus, minus, lines, duties, weight, difference);
    }
}
