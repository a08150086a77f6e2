package org.duban.directive;

import java.math.BigDecimal;

/** Numbers of targets as the tables keep them: sixteen digits before the point, four behind it. */
final class Amounts {

    private static final int DIGITS = 16;
    private static final int DECIMALS = 4;

    private Amounts() {}

    static boolean fits(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() <= DECIMALS && plain.precision() - plain.scale() <= DIGITS;
    }
}
