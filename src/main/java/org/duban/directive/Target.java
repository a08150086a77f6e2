package org.duban.directive;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number promised in the text.
 *
 * @param wording the promise in the document's words
 * @param what what is counted
 * @param amount the number, or {@code null} where the promise is none
 * @param unit unit of the number, or {@code null}
 * @param byYear the last year in which it is to be reached, or {@code null}
 */
public record Target(
        long id, String wording, String what, Comparator comparator, BigDecimal amount, String unit, Integer byYear) {

    public enum Comparator {
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN,
        EQUAL,
        ABOUT
    }

    /** Most digits of a figure behind its decimal point. */
    public static final int FRACTION_DIGITS = 4;

    private static final int INTEGER_DIGITS = 16;

    /** Whether the ledger can keep a figure reached without rounding it. */
    public static boolean storable(BigDecimal figure) {
        BigDecimal plain = figure.stripTrailingZeros();
        return plain.scale() <= FRACTION_DIGITS && plain.precision() - plain.scale() <= INTEGER_DIGITS;
    }

    /**
     * Whether the figure reached keeps the promise; empty where there is no number to compare, or only about one was
     * promised, which a person judges.
     */
    public Optional<Boolean> keptBy(BigDecimal reached) {
        if (reached == null || amount == null) {
            return Optional.empty();
        }
        int difference = reached.compareTo(amount);
        return switch (comparator) {
            case AT_LEAST -> Optional.of(difference >= 0);
            case MORE_THAN -> Optional.of(difference > 0);
            case AT_MOST -> Optional.of(difference <= 0);
            case LESS_THAN -> Optional.of(difference < 0);
            case EQUAL -> Optional.of(difference == 0);
            case ABOUT -> Optional.empty();
        };
    }
}
