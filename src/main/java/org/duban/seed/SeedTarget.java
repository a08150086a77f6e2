package org.duban.seed;

import java.math.BigDecimal;

/**
 * A number that a directive promises.
 *
 * @param text verbatim, damage included
 * @param normalized readable form where the source lost a decimal point, else null; the figures follow this form
 * @param what the thing counted or measured, understandable without the surrounding text
 * @param value in {@code unit}; 万 and 亿 belong to the unit
 * @param by year, or null when the directive names none
 */
public record SeedTarget(
        String text, String normalized, String what, Comparator comparator, BigDecimal value, String unit, Integer by) {

    /** How an actual figure is held against {@link SeedTarget#value}. */
    public enum Comparator {
        /** 达到, 以上, 不低于, and plain counts such as 攻克500项. */
        AT_LEAST,
        /** 超过, 突破, 百余. */
        MORE_THAN,
        /** 不超过, 以下, 控制在…以内. */
        AT_MOST,
        /** 低于. */
        LESS_THAN,
        /** Exactly so many, where the directive lists them. */
        EQUAL,
        /** 左右. */
        ABOUT
    }
}
