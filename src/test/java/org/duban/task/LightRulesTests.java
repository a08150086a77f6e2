package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key task of 100 days, so that a day is a point of elapsed time. */
class LightRulesTests {

    private static final LocalDate LAUNCHED = LocalDate.of(2026, 1, 1);
    private static final LocalDate DUE = LAUNCHED.plusDays(100);

    @ParameterizedTest
    @CsvSource({"9, ON_COURSE, GREEN", "10, BEHIND, YELLOW", "29, BEHIND, YELLOW", "30, FAR_BEHIND, RED"})
    void measuresThePointsBehind(int points, LightReading.Rule rule, Light light) {
        LightReading reading = open(true, 50 - points, LAUNCHED.plusDays(50));
        assertThat(reading.rule()).isEqualTo(rule);
        assertThat(reading.light()).isEqualTo(light);
        assertThat(reading.elapsedPercent() - reading.percent()).isEqualTo(points);
    }

    @Test
    void isNotOverdueOnTheDueDay() {
        assertThat(open(true, 95, DUE).rule()).isEqualTo(LightReading.Rule.DUE_SOON);
    }

    @Test
    void isOverdueOnTheDayAfter() {
        LightReading reading = open(true, 100, DUE.plusDays(1));
        assertThat(reading.rule()).isEqualTo(LightReading.Rule.OVERDUE);
        assertThat(reading.light()).isEqualTo(Light.RED);
        assertThat(reading.daysToDue()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"11, ON_COURSE", "10, DUE_SOON"})
    void warnsTenDaysBeforeTheDueDay(int daysBefore, LightReading.Rule rule) {
        assertThat(open(true, 95, DUE.minusDays(daysBefore)).rule()).isEqualTo(rule);
    }

    @Test
    void doesNotWarnOfWorkThatIsReportedAsComplete() {
        assertThat(open(true, 100, DUE).rule()).isEqualTo(LightReading.Rule.ON_COURSE);
    }

    @Test
    void isGreyUntilADepartmentSigned() {
        assertThat(open(false, 0, LAUNCHED.plusDays(50)).light()).isEqualTo(Light.GREY);
    }

    @Test
    void isRedOnceOverdueThoughNobodySigned() {
        assertThat(open(false, 0, DUE.plusDays(1)).light()).isEqualTo(Light.RED);
    }

    @Test
    void keepsThatItWasClosedLate() {
        assertThat(closed(DUE).rule()).isEqualTo(LightReading.Rule.CLOSED_IN_TIME);
        assertThat(closed(DUE.plusDays(1)).rule()).isEqualTo(LightReading.Rule.CLOSED_LATE);
        assertThat(closed(DUE.plusDays(1)).light()).isEqualTo(Light.YELLOW);
    }

    @Test
    void readsATaskThatIsDueOnTheDayOfItsLaunch() {
        LightReading reading = LightRules.read(LAUNCHED, LAUNCHED, null, true, 0, LAUNCHED, Instant.EPOCH);
        assertThat(reading.elapsedPercent()).isZero();
        assertThat(reading.rule()).isEqualTo(LightReading.Rule.DUE_SOON);
    }

    private static LightReading open(boolean started, int percent, LocalDate today) {
        return LightRules.read(LAUNCHED, DUE, null, started, percent, today, Instant.EPOCH);
    }

    private static LightReading closed(LocalDate closedOn) {
        return LightRules.read(LAUNCHED, DUE, closedOn, true, 100, closedOn.plusDays(30), Instant.EPOCH);
    }
}
