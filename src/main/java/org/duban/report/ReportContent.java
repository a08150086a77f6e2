package org.duban.report;

import java.math.BigDecimal;
import java.util.Map;
import org.duban.directive.Target;

/**
 * What a department writes.
 *
 * @param percent 0 to 100; {@code null} in an unfinished draft
 * @param problems what stands in the way, or {@code null}
 * @param actuals figures reached so far, by target
 */
public record ReportContent(Integer percent, String body, String problems, Map<Long, BigDecimal> actuals) {

    /** Longest text, in characters. */
    public static final int LONGEST_BODY = 4000;

    /** Longest description of problems, in characters. */
    public static final int LONGEST_PROBLEMS = 2000;

    /** Most digits of a figure behind its decimal point. */
    public static final int FRACTION_DIGITS = Target.FRACTION_DIGITS;

    /** Whether the ledger can keep the figure without rounding it. */
    public static boolean storable(BigDecimal amount) {
        return Target.storable(amount);
    }
}
