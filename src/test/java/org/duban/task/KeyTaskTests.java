package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KeyTaskTests {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    @Test
    void isNotLateOnItsDueDay() {
        assertThat(KeyTask.daysLate(DUE, null, DUE)).isZero();
    }

    @Test
    void isOneDayLateOnTheDayAfter() {
        assertThat(KeyTask.daysLate(DUE, null, DUE.plusDays(1))).isEqualTo(1);
    }

    @Test
    void staysAsLateAsItWasClosed() {
        assertThat(KeyTask.daysLate(DUE, DUE.plusDays(5), DUE.plusDays(90))).isEqualTo(5);
    }

    @Test
    void isNeverLateOnceClosedInTime() {
        assertThat(KeyTask.daysLate(DUE, DUE, DUE.plusDays(90))).isZero();
    }
}
