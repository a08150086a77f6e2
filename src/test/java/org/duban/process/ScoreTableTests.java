package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.duban.rule.Decision;
import org.duban.rule.DecisionTables;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What {@code score.dmn} says, each rule at both of its ends. */
@OnEveryDatabase
class ScoreTableTests {

    @Autowired
    DecisionTables tables;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    kind                | role        | late | level | outcome    | due      | rule                | points
                    SIGNED              | LEAD        |    0 |     0 | NONE       | ORIGINAL | SIGNED_IN_TIME      |  1
                    SIGNED              | COOPERATING |    1 |     0 | NONE       | ORIGINAL | SIGNED_LATE         | -1
                    SIGNED              | JOINT       |    3 |     0 | NONE       | ORIGINAL | SIGNED_LATE         | -1
                    SIGNED              | LEAD        |    4 |     0 | NONE       | ORIGINAL | SIGNED_VERY_LATE    | -2
                    SIGNED              | LEAD        |  999 |     0 | NONE       | ORIGINAL | SIGNED_VERY_LATE    | -2
                    REPORTED            | LEAD        |    0 |     0 | NONE       | ORIGINAL | REPORTED_IN_TIME    |  2
                    REPORTED            | JOINT       |    1 |     0 | NONE       | ORIGINAL | REPORTED_LATE       | -1
                    REPORTED            | JOINT       |    3 |     0 | NONE       | ORIGINAL | REPORTED_LATE       | -1
                    REPORTED            | LEAD        |    4 |     0 | NONE       | ORIGINAL | REPORTED_VERY_LATE  | -3
                    AMENDED             | LEAD        |    0 |     0 | NONE       | ORIGINAL | AMENDED_IN_TIME     |  0
                    AMENDED             | LEAD        |    1 |     0 | NONE       | ORIGINAL | AMENDED_LATE        | -1
                    REPORT_MISSED       | LEAD        |    0 |     0 | NONE       | ORIGINAL | REPORT_MISSED       | -5
                    REPORT_RETURNED     | LEAD        |    0 |     0 | NONE       | ORIGINAL | REPORT_RETURNED     | -1
                    CONTRIBUTED         | COOPERATING |    0 |     0 | NONE       | ORIGINAL | CONTRIBUTED_IN_TIME |  1
                    CONTRIBUTED         | COOPERATING |    1 |     0 | NONE       | ORIGINAL | CONTRIBUTED_LATE    | -1
                    CONTRIBUTION_MISSED | COOPERATING |    2 |     0 | NONE       | ORIGINAL | CONTRIBUTION_MISSED | -2
                    URGED               | LEAD        |    0 |     0 | NONE       | ORIGINAL | URGED               | -1
                    ESCALATED           | LEAD        |    6 |     2 | NONE       | ORIGINAL | ESCALATED_2         | -2
                    ESCALATED           | LEAD        |   11 |     3 | NONE       | ORIGINAL | ESCALATED_3         | -4
                    ESCALATED           | LEAD        |   21 |     4 | NONE       | ORIGINAL | ESCALATED_4         | -8
                    COMPLETION_RETURNED | LEAD        |    0 |     0 | NONE       | ORIGINAL | COMPLETION_RETURNED | -2
                    COMPLETED           | LEAD        |    0 |     0 | DONE       | ORIGINAL | DONE_IN_TIME        | 10
                    COMPLETED           | JOINT       |    0 |     0 | DONE       | EXTENDED | DONE_EXTENDED       |  8
                    COMPLETED           | LEAD        |    1 |     0 | DONE       | EXTENDED | DONE_LATE           |  4
                    COMPLETED           | LEAD        |   10 |     0 | DONE       | ORIGINAL | DONE_LATE           |  4
                    COMPLETED           | LEAD        |   11 |     0 | DONE       | ORIGINAL | DONE_VERY_LATE      |  0
                    COMPLETED           | COOPERATING |    0 |     0 | DONE       | EXTENDED | HELPED_IN_TIME      |  3
                    COMPLETED           | COOPERATING |    1 |     0 | DONE       | ORIGINAL | HELPED_LATE         |  1
                    COMPLETED           | LEAD        |    0 |     0 | PARTLY     | ORIGINAL | PARTLY              |  2
                    COMPLETED           | COOPERATING |    1 |     0 | PARTLY     | EXTENDED | PARTLY_LATE         | -2
                    COMPLETED           | LEAD        |    9 |     0 | ONGOING    | ORIGINAL | ONGOING             |  2
                    COMPLETED           | LEAD        |    9 |     0 | TERMINATED | ORIGINAL | TERMINATED          |  0
                    COMPLETED           | LEAD        |    0 |     0 | DONE       | REOPENED | COMPLETED_AGAIN     |  0
                    """)
    void counts(String kind, String role, int late, int level, String outcome, String due, String rule, int points) {
        Decision decision = tables.decide("score", inputs(kind, role, late, level, outcome, due));

        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision.number("points")).isEqualTo(points);
    }

    @Test
    void doesNotAnswerWhatCanNotBe() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> tables.decide("score", inputs("SIGNED", "LEAD", -1, 0, "NONE", "ORIGINAL")));
    }

    private static Map<String, Object> inputs(
            String kind, String role, int late, int level, String outcome, String due) {
        return Map.of(
                "kind",
                kind,
                "role",
                role,
                "workingDaysLate",
                late,
                "level",
                level,
                "outcome",
                outcome,
                "dueBasis",
                due);
    }
}
