package org.duban.extraction;

import java.math.BigDecimal;

/**
 * A number that a task promises.
 *
 * @param wording in the words of the source
 * @param what what is counted, never empty
 * @param amount for 翻一番 and the like the factor; decimal points that the source shows as a private-use character are
 *     points here
 * @param unit such as {@code %}, {@code 亿元} or {@code 家}; {@code null} for a bare number
 * @param byYear the year in which it is to be reached: the one stated with it, else the last of the document's period,
 *     else {@code null}
 * @param range the wording's place in the source
 */
public record ExtractedTarget(
        String wording,
        String what,
        Comparator comparator,
        BigDecimal amount,
        String unit,
        Integer byYear,
        Range range) {

    public enum Comparator {
        /** 以上, 不低于, 达到…以上. */
        AT_LEAST,
        /** 超过, 突破. */
        MORE_THAN,
        /** 以内, 不超过, 控制在. */
        AT_MOST,
        /** 低于, 小于. */
        LESS_THAN,
        /** 达到, or the bare number. */
        EQUAL,
        /** 左右, 约. */
        ABOUT
    }
}
