package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import org.duban.rule.Decision;
import org.duban.rule.DecisionTables;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@code light.dmn} says, as it comes with the application. */
@OnEveryDatabase
class LightTableTests {

    @Autowired
    DecisionTables tables;

    @Autowired
    TransactionTemplate transactions;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    state          | days | level | missed | verdict    | elapsed | percent | worst  | rule              | light  | threshold
                    CLOSED_LATE    | -9   | 1     | 0      | NONE       | 100     | 100     | NONE   | CLOSED_LATE       | YELLOW | 0
                    CLOSED_LATE    | -9   | 1     | 0      | ON_COURSE  | 100     | 100     | NONE   | CLOSED_LATE       | YELLOW | 0
                    CLOSED_IN_TIME | -9   | 0     | 0      | NONE       | 100     | 100     | NONE   | CLOSED_IN_TIME    | GREEN  | 0
                    CLOSED_IN_TIME | 9    | 3     | 2      | FAR_BEHIND | 50      | 0       | NONE   | CLOSED_IN_TIME    | GREEN  | 0
                    SUSPENDED      | -9   | 4     | 2      | FAR_BEHIND | 100     | 0       | NONE   | SUSPENDED         | GREY   | 0
                    RUNNING        | -1   | 0     | 0      | ON_COURSE  | 100     | 100     | NONE   | OVERDUE           | RED    | 0
                    NOT_STARTED    | -1   | 0     | 0      | NONE       | 100     | 0       | NONE   | OVERDUE           | RED    | 0
                    NOT_STARTED    | 50   | 0     | 0      | NONE       | 50      | 0       | NONE   | NOT_STARTED       | GREY   | 0
                    NOT_STARTED    | 0    | 1     | 0      | FAR_BEHIND | 100     | 0       | NONE   | NOT_STARTED       | GREY   | 0
                    RUNNING        | 50   | 1     | 0      | NONE       | 50      | 50      | NONE   | ON_COURSE         | GREEN  | 0
                    RUNNING        | 50   | 0     | 2      | ON_COURSE  | 50      | 50      | NONE   | REPORTS_MISSED    | RED    | 2
                    RUNNING        | 50   | 0     | 1      | NONE       | 50      | 50      | NONE   | REPORT_MISSED     | YELLOW | 1
                    RUNNING        | 50   | 0     | 1      | NONE       | 50      | 20      | NONE   | FAR_BEHIND        | RED    | 30
                    RUNNING        | 50   | 0     | 0      | FAR_BEHIND | 50      | 100     | NONE   | JUDGED_FAR_BEHIND | RED    | 0
                    RUNNING        | 50   | 0     | 0      | BEHIND     | 50      | 100     | NONE   | JUDGED_BEHIND     | YELLOW | 0
                    RUNNING        | 50   | 0     | 0      | ON_COURSE  | 50      | 0       | NONE   | JUDGED_ON_COURSE  | GREEN  | 0
                    RUNNING        | 50   | 0     | 0      | NONE       | 50      | 41      | NONE   | ON_COURSE         | GREEN  | 0
                    RUNNING        | 50   | 0     | 0      | NONE       | 50      | 41      | GREEN  | ON_COURSE         | GREEN  | 0
                    RUNNING        | 50   | 0     | 0      | NONE       | 50      | 41      | YELLOW | SUB_TASK_BEHIND   | YELLOW | 0
                    RUNNING        | 50   | 0     | 0      | NONE       | 50      | 41      | RED    | SUB_TASK_BEHIND   | YELLOW | 0
                    RUNNING        | 0    | 0     | 0      | NONE       | 100     | 100     | RED    | SUB_TASK_BEHIND   | YELLOW | 0
                    RUNNING        | 5    | 0     | 0      | NONE       | 95      | 90      | YELLOW | SUB_TASK_BEHIND   | YELLOW | 0
                    RUNNING        | 50   | 0     | 0      | NONE       | 50      | 40      | RED    | BEHIND            | YELLOW | 10
                    RUNNING        | 50   | 0     | 0      | ON_COURSE  | 50      | 0       | RED    | JUDGED_ON_COURSE  | GREEN  | 0
                    NOT_STARTED    | 50   | 0     | 0      | NONE       | 50      | 0       | RED    | NOT_STARTED       | GREY   | 0
                    RUNNING        | -1   | 0     | 0      | NONE       | 100     | 100     | RED    | OVERDUE           | RED    | 0
                    RUNNING        | 50   | 0     | 0      | NONE       | 50      | 40      | NONE   | BEHIND            | YELLOW | 10
                    RUNNING        | 50   | 0     | 0      | NONE       | 50      | 21      | NONE   | BEHIND            | YELLOW | 10
                    RUNNING        | 50   | 0     | 0      | NONE       | 50      | 20      | NONE   | FAR_BEHIND        | RED    | 30
                    RUNNING        | 11   | 0     | 0      | NONE       | 89      | 95      | NONE   | ON_COURSE         | GREEN  | 0
                    RUNNING        | 10   | 0     | 0      | NONE       | 90      | 95      | NONE   | DUE_SOON          | YELLOW | 10
                    RUNNING        | 0    | 0     | 0      | NONE       | 100     | 95      | NONE   | DUE_SOON          | YELLOW | 10
                    RUNNING        | 0    | 0     | 0      | NONE       | 100     | 100     | NONE   | REPORTED_COMPLETE | GREEN  | 0
                    """,
            useHeadersInDisplayName = true)
    void answers(
            String state,
            int days,
            int level,
            int missed,
            String verdict,
            int elapsed,
            int percent,
            String worst,
            String rule,
            String light,
            int threshold) {
        Decision decision =
                tables.decide("light", inputs(state, days, level, missed, verdict, elapsed, percent, worst));

        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision.text("light")).isEqualTo(light);
        assertThat(decision.number("threshold")).isEqualTo(threshold);
        assertThat(decision.version()).isPositive();
    }

    @Test
    void hasNoAnswerOutsideOfWhatItAllows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tables.decide("light", inputs("LOST", 50, 0, 0, "NONE", 50, 50, "NONE")))
                .withMessageContaining("light")
                .withMessageContaining("LOST");
        assertThatIllegalArgumentException().isThrownBy(() -> tables.decide("nothing", Map.of()));
    }

    /** The night reads a hundred thousand lights in pages of one transaction each. Of the processor, since others use the machine, too. */
    @Test
    void answersFarFasterThanAMillisecond() {
        Map<String, Object> inputs = inputs("RUNNING", 50, 0, 0, "NONE", 50, 50, "NONE");
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        int times = 500;
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 10; run++) {
            long begun = processor.getCurrentThreadCpuTime();
            transactions.executeWithoutResult(status -> {
                for (int at = 0; at < times; at++) {
                    tables.decide("light", inputs);
                }
            });
            best = Math.min(best, (processor.getCurrentThreadCpuTime() - begun) / times);
        }
        System.out.printf("One light by the table: %d microseconds%n", best / 1000);
        assertThat(best).isLessThan(500_000);
    }

    private static Map<String, Object> inputs(
            String state, int days, int level, int missed, String verdict, int elapsed, int percent, String worst) {
        return new HashMap<>(Map.of(
                "state", state,
                "daysToDue", days,
                "escalationLevel", level,
                "missedReports", missed,
                "verdict", verdict,
                "pointsBehind", elapsed - percent,
                "elapsedShare", elapsed,
                "reportedPercent", percent,
                "worstSubTask", worst));
    }
}
