package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.duban.rule.Decision;
import org.duban.rule.DecisionTables;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What {@code escalation.dmn} and {@code reminder.dmn} say, each rule at both of its ends. */
@OnEveryDatabase
class LadderTableTests {

    @Autowired
    DecisionTables tables;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    kind            | days | prior. | returned | extended | rule               | level | addressee
                    TASK            |    1 | NORMAL |        0 |        1 | TASK_1             |     1 | DEPARTMENT
                    TASK            |    5 | NORMAL |        0 |        1 | TASK_1             |     1 | DEPARTMENT
                    TASK            |    6 | NORMAL |        0 |        1 | TASK_2             |     2 | HEAD
                    TASK            |   10 | NORMAL |        0 |        1 | TASK_2             |     2 | HEAD
                    TASK            |   11 | NORMAL |        0 |        1 | TASK_3             |     3 | LEADERS_AND_HEAD
                    TASK            |   20 | NORMAL |        0 |        1 | TASK_3             |     3 | LEADERS_AND_HEAD
                    TASK            |   21 | NORMAL |        0 |        1 | TASK_4             |     4 | LEADERS
                    TASK            |  999 | NORMAL |        0 |        1 | TASK_4             |     4 | LEADERS
                    TASK            |    1 | HIGH   |        5 |        5 | TASK_HIGH_1        |     1 | DEPARTMENT
                    TASK            |    2 | HIGH   |        5 |        5 | TASK_HIGH_1        |     1 | DEPARTMENT
                    TASK            |    3 | HIGH   |        5 |        5 | TASK_HIGH_2        |     2 | HEAD
                    TASK            |    5 | HIGH   |        5 |        5 | TASK_HIGH_2        |     2 | HEAD
                    TASK            |    6 | HIGH   |        5 |        5 | TASK_HIGH_3        |     3 | LEADERS_AND_HEAD
                    TASK            |   10 | HIGH   |        5 |        5 | TASK_HIGH_3        |     3 | LEADERS_AND_HEAD
                    TASK            |   11 | HIGH   |        5 |        5 | TASK_HIGH_4        |     4 | LEADERS
                    TASK            |  999 | HIGH   |        5 |        5 | TASK_HIGH_4        |     4 | LEADERS
                    TASK            |    1 | NORMAL |        2 |        0 | TASK_RETURNED_1    |     1 | DEPARTMENT
                    TASK            |    2 | NORMAL |        2 |        0 | TASK_RETURNED_1    |     1 | DEPARTMENT
                    TASK            |    3 | NORMAL |        2 |        0 | TASK_RETURNED_2    |     2 | HEAD
                    TASK            |    5 | NORMAL |        2 |        0 | TASK_RETURNED_2    |     2 | HEAD
                    TASK            |    6 | NORMAL |        2 |        0 | TASK_RETURNED_3    |     3 | LEADERS_AND_HEAD
                    TASK            |   10 | NORMAL |        2 |        0 | TASK_RETURNED_3    |     3 | LEADERS_AND_HEAD
                    TASK            |   11 | NORMAL |        2 |        0 | TASK_RETURNED_4    |     4 | LEADERS
                    TASK            |  999 | NORMAL |        2 |        0 | TASK_RETURNED_4    |     4 | LEADERS
                    TASK            |    1 | NORMAL |        1 |        2 | TASK_EXTENDED_1    |     1 | DEPARTMENT
                    TASK            |    2 | NORMAL |        1 |        2 | TASK_EXTENDED_1    |     1 | DEPARTMENT
                    TASK            |    3 | NORMAL |        1 |        2 | TASK_EXTENDED_2    |     2 | HEAD
                    TASK            |    5 | NORMAL |        1 |        2 | TASK_EXTENDED_2    |     2 | HEAD
                    TASK            |    6 | NORMAL |        1 |        2 | TASK_EXTENDED_3    |     3 | LEADERS_AND_HEAD
                    TASK            |   10 | NORMAL |        1 |        2 | TASK_EXTENDED_3    |     3 | LEADERS_AND_HEAD
                    TASK            |   11 | NORMAL |        1 |        2 | TASK_EXTENDED_4    |     4 | LEADERS
                    TASK            |  999 | NORMAL |        1 |        2 | TASK_EXTENDED_4    |     4 | LEADERS
                    REPORT          |    1 | HIGH   |        1 |        0 | REPORT_1           |     1 | DEPARTMENT
                    REPORT          |    3 | HIGH   |        1 |        0 | REPORT_1           |     1 | DEPARTMENT
                    REPORT          |    4 | HIGH   |        1 |        0 | REPORT_2           |     2 | HEAD
                    REPORT          |    7 | HIGH   |        1 |        0 | REPORT_2           |     2 | HEAD
                    REPORT          |    8 | HIGH   |        1 |        0 | REPORT_3           |     3 | LEADERS_AND_HEAD
                    REPORT          |  999 | HIGH   |        1 |        0 | REPORT_3           |     3 | LEADERS_AND_HEAD
                    REPORT          |    1 | NORMAL |        2 |        0 | REPORT_RETURNED_1  |     1 | DEPARTMENT
                    REPORT          |    2 | NORMAL |        2 |        0 | REPORT_RETURNED_1  |     1 | DEPARTMENT
                    REPORT          |    3 | NORMAL |        2 |        0 | REPORT_RETURNED_2  |     2 | HEAD
                    REPORT          |    5 | NORMAL |        2 |        0 | REPORT_RETURNED_2  |     2 | HEAD
                    REPORT          |    6 | NORMAL |        2 |        0 | REPORT_RETURNED_3  |     3 | LEADERS_AND_HEAD
                    REPORT          |  999 | NORMAL |        2 |        0 | REPORT_RETURNED_3  |     3 | LEADERS_AND_HEAD
                    CONTRIBUTION    |    1 | HIGH   |        0 |        0 | CONTRIBUTION_1     |     1 | DEPARTMENT
                    CONTRIBUTION    |    3 | HIGH   |        0 |        0 | CONTRIBUTION_1     |     1 | DEPARTMENT
                    CONTRIBUTION    |    4 | HIGH   |        0 |        0 | CONTRIBUTION_2     |     2 | HEAD
                    CONTRIBUTION    |  999 | HIGH   |        0 |        0 | CONTRIBUTION_2     |     2 | HEAD
                    ACKNOWLEDGEMENT |    1 | NORMAL |        0 |        0 | ACKNOWLEDGEMENT_1  |     1 | DEPARTMENT
                    ACKNOWLEDGEMENT |    2 | NORMAL |        0 |        0 | ACKNOWLEDGEMENT_1  |     1 | DEPARTMENT
                    ACKNOWLEDGEMENT |    3 | NORMAL |        0 |        0 | ACKNOWLEDGEMENT_2  |     2 | HEAD
                    ACKNOWLEDGEMENT |    5 | NORMAL |        0 |        0 | ACKNOWLEDGEMENT_2  |     2 | HEAD
                    ACKNOWLEDGEMENT |    6 | NORMAL |        0 |        0 | ACKNOWLEDGEMENT_3  |     3 | LEADERS_AND_HEAD
                    ACKNOWLEDGEMENT |  999 | NORMAL |        0 |        0 | ACKNOWLEDGEMENT_3  |     3 | LEADERS_AND_HEAD
                    INSTRUCTION     |    1 | NORMAL |        0 |        0 | INSTRUCTION_1      |     1 | DEPARTMENT
                    INSTRUCTION     |    2 | NORMAL |        0 |        0 | INSTRUCTION_1      |     1 | DEPARTMENT
                    INSTRUCTION     |    3 | NORMAL |        0 |        0 | INSTRUCTION_2      |     2 | HEAD
                    INSTRUCTION     |    5 | NORMAL |        0 |        0 | INSTRUCTION_2      |     2 | HEAD
                    INSTRUCTION     |    6 | NORMAL |        0 |        0 | INSTRUCTION_3      |     3 | LEADERS_AND_HEAD
                    INSTRUCTION     |   10 | NORMAL |        0 |        0 | INSTRUCTION_3      |     3 | LEADERS_AND_HEAD
                    INSTRUCTION     |   11 | NORMAL |        0 |        0 | INSTRUCTION_4      |     4 | LEADERS
                    INSTRUCTION     |  999 | NORMAL |        0 |        0 | INSTRUCTION_4      |     4 | LEADERS
                    """)
    void climbs(
            String kind,
            int days,
            String priority,
            int returned,
            int extended,
            String rule,
            int level,
            String addressee) {
        Decision decision = tables.decide("escalation", inputs(kind, days, priority, returned, extended));

        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision.number("level")).isEqualTo(level);
        assertThat(decision.text("addressee")).isEqualTo(addressee);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    kind            | left | prior. | rule             | remind | lead
                    TASK            |    0 | NORMAL | TASK_1           | true   | 1
                    TASK            |    1 | NORMAL | TASK_1           | true   | 1
                    TASK            |    2 | NORMAL | TASK_3           | true   | 3
                    TASK            |    3 | NORMAL | TASK_3           | true   | 3
                    TASK            |    4 | NORMAL | TASK_5           | true   | 5
                    TASK            |    5 | NORMAL | TASK_5           | true   | 5
                    TASK            |   10 | NORMAL | TASK_10          | true   | 10
                    TASK            |    6 | NORMAL | TASK_10          | true   | 10
                    TASK            |   11 | NORMAL | TASK_EARLY       | false  | 0
                    TASK            |  500 | NORMAL | TASK_EARLY       | false  | 0
                    TASK            |    0 | HIGH   | TASK_HIGH_1      | true   | 1
                    TASK            |    1 | HIGH   | TASK_HIGH_1      | true   | 1
                    TASK            |    2 | HIGH   | TASK_HIGH_3      | true   | 3
                    TASK            |    3 | HIGH   | TASK_HIGH_3      | true   | 3
                    TASK            |    4 | HIGH   | TASK_HIGH_5      | true   | 5
                    TASK            |    5 | HIGH   | TASK_HIGH_5      | true   | 5
                    TASK            |   10 | HIGH   | TASK_HIGH_10     | true   | 10
                    TASK            |    6 | HIGH   | TASK_HIGH_10     | true   | 10
                    TASK            |   11 | HIGH   | TASK_HIGH_20     | true   | 20
                    TASK            |   20 | HIGH   | TASK_HIGH_20     | true   | 20
                    TASK            |   21 | HIGH   | TASK_HIGH_EARLY  | false  | 0
                    TASK            |  500 | HIGH   | TASK_HIGH_EARLY  | false  | 0
                    REPORT          |    0 | NORMAL | REPORT_1         | true   | 1
                    REPORT          |    1 | NORMAL | REPORT_1         | true   | 1
                    REPORT          |    2 | NORMAL | REPORT_3         | true   | 3
                    REPORT          |    3 | NORMAL | REPORT_3         | true   | 3
                    REPORT          |    4 | NORMAL | REPORT_EARLY     | false  | 0
                    REPORT          |  500 | NORMAL | REPORT_EARLY     | false  | 0
                    INSTRUCTION     |    0 | HIGH   | INSTRUCTION_1    | true   | 1
                    INSTRUCTION     |    1 | HIGH   | INSTRUCTION_1    | true   | 1
                    INSTRUCTION     |    2 | HIGH   | INSTRUCTION_3    | true   | 3
                    INSTRUCTION     |    3 | HIGH   | INSTRUCTION_3    | true   | 3
                    INSTRUCTION     |    4 | HIGH   | INSTRUCTION_EARLY | false  | 0
                    INSTRUCTION     |  500 | HIGH   | INSTRUCTION_EARLY | false  | 0
                    ACKNOWLEDGEMENT |    0 | NORMAL | SHORT_1          | true   | 1
                    ACKNOWLEDGEMENT |    1 | NORMAL | SHORT_1          | true   | 1
                    ACKNOWLEDGEMENT |    2 | NORMAL | SHORT_EARLY      | false  | 0
                    ACKNOWLEDGEMENT |  500 | NORMAL | SHORT_EARLY      | false  | 0
                    CONTRIBUTION    |    0 | HIGH   | SHORT_1          | true   | 1
                    CONTRIBUTION    |    1 | HIGH   | SHORT_1          | true   | 1
                    CONTRIBUTION    |    2 | HIGH   | SHORT_EARLY      | false  | 0
                    CONTRIBUTION    |  500 | HIGH   | SHORT_EARLY      | false  | 0
                    """)
    void reminds(String kind, int left, String priority, String rule, boolean remind, int lead) {
        Decision decision =
                tables.decide("reminder", Map.of("kind", kind, "workingDaysLeft", left, "priority", priority));

        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision.flag("remind")).isEqualTo(remind);
        assertThat(decision.number("lead")).isEqualTo(lead);
    }

    @Test
    void saysNothingOfWhatIsInTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tables.decide("escalation", inputs("TASK", 0, "NORMAL", 0, 0)));
    }

    private static Map<String, Object> inputs(String kind, int days, String priority, int returned, int extended) {
        return Map.of(
                "kind",
                kind,
                "workingDaysLate",
                days,
                "priority",
                priority,
                "timesReturned",
                returned,
                "timesExtended",
                extended);
    }
}
