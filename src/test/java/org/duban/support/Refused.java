package org.duban.support;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duban.base.Refusal;

/** That an action is refused, and why. */
public final class Refused {

    private Refused() {}

    public static void assertRefused(String messageKey, ThrowingCallable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action)
                .extracting(Refusal::messageKey)
                .isEqualTo(messageKey);
    }
}
