package org.duban.directive;

import java.math.BigDecimal;

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
}
