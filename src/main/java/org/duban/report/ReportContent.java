package org.duban.report;

import java.math.BigDecimal;
import java.util.Map;

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
}
