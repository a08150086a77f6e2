package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.task.LightInputs.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key task of 100 days, so that a day is a point of elapsed time. */
class LightInputsTests {

    private static final LocalDate LAUNCHED = LocalDate.of(2026, 1, 1);
    private static final LocalDate DUE = LAUNCHED.plusDays(100);

    @ParameterizedTest
    @CsvSource({"0, 0, 100", "50, 50, 50", "100, 100, 0", "101, 100, -1", "-3, 0, 103"})
    void measureTheTimeInDaysAndInShares(int days, int elapsed, int daysToDue) {
        LightInputs inputs = at(LAUNCHED.plusDays(days), DUE, 20);

        assertThat(inputs.elapsedPercent()).isEqualTo(elapsed);
        assertThat(inputs.daysToDue()).isEqualTo(daysToDue);
        assertThat(inputs.pointsBehind()).isEqualTo(elapsed - 20);
        assertThat(inputs.byName())
                .containsEntry("pointsBehind", elapsed - 20)
                .containsEntry("elapsedShare", elapsed)
                .containsEntry("reportedPercent", 20);
    }

    @Test
    void measureATaskThatIsDueOnTheDayOfItsLaunch() {
        LightInputs inputs = at(LAUNCHED, LAUNCHED, 0);

        assertThat(inputs.elapsedPercent()).isZero();
        assertThat(inputs.daysToDue()).isZero();
    }

    @Test
    void keepThatItWasClosedLate() {
        assertThat(State.of(DUE, DUE, true, false)).isEqualTo(State.CLOSED_IN_TIME);
        assertThat(State.of(DUE, DUE.plusDays(1), true, false)).isEqualTo(State.CLOSED_LATE);
        assertThat(State.of(DUE, DUE.plusDays(1), true, true)).isEqualTo(State.CLOSED_LATE);
    }

    @Test
    void tellWorkThatStandsStillFromWorkThatHasNotBegun() {
        assertThat(State.of(DUE, null, false, false)).isEqualTo(State.NOT_STARTED);
        assertThat(State.of(DUE, null, true, false)).isEqualTo(State.RUNNING);
        assertThat(State.of(DUE, null, true, true)).isEqualTo(State.SUSPENDED);
        assertThat(State.of(DUE, null, false, true)).isEqualTo(State.SUSPENDED);
    }

    private static LightInputs at(LocalDate today, LocalDate dueOn, int percent) {
        return LightInputs.at(today, LAUNCHED, dueOn, State.RUNNING, 0, 0, Verdict.NONE, percent, SubTaskLight.NONE);
    }
}
