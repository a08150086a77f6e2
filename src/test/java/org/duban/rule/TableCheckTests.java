package org.duban.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable.Input;
import org.duban.rule.DecisionTable.Output;
import org.duban.rule.DecisionTable.Row;
import org.duban.rule.DecisionTable.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs: days (all whole numbers), kind ("A", "B" or "C"), and whether it is urgent. */
class TableCheckTests {

    private static final List<Input> INPUTS = List.of(
            new Input("days", "", Type.INTEGER, null),
            new Input("kind", "种类", Type.STRING, "\"A\", \"B\",\"C\""),
            new Input("urgent", "", Type.BOOLEAN, null));
    private static final List<Output> OUTPUTS =
            List.of(new Output("rule", "", Type.STRING, null), new Output("level", "级别", Type.INTEGER, "[1..4]"));

    @Test
    void acceptsWhatHasOneAnswerForEveryCase() {
        assertThatCode(() -> TableCheck.check(table(
                        row("LATE", "< 0", "-", "-"),
                        row("TODAY", "0", "\"A\",\"B\"", "-"),
                        row("TODAY_C", "0", "\"C\"", "true"),
                        row("TODAY_C_CALM", "0", "\"C\"", "false"),
                        row("SOON", "[1..3]", "", "true,false"),
                        row("MIDDLE", "]3..10[", "-", "-"),
                        row("MIDDLE_TOO", "(9..12)", "-", "-"),
                        row("LIST", "12, 13,14", "-", "-"),
                        row("FAR", ">=15", "-", "-"))))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsOneRowForEverything() {
        assertThatCode(() -> TableCheck.check(table(row("ALL", "-", "-", "-")))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <= 0       | >= 0        | days = 0
                    < 5        | >= 0        | days = 0
                    [0..9]     | [9..20]     | days = 9
                    [-9..9]    | 3           | days = 3
                    -          | < -7        | days = -8
                    1,2,3      | ]2..9]      | days = 3
                    """)
    void namesRowsThatOverlap(String one, String other, String example) {
        refused("refusal.table.overlap", table(row("ONE", one, "\"B\"", "true"), row("OTHER", other, "-", "true")))
                .satisfies(refusal -> {
                    assertThat(arguments(refusal)).startsWith(1, "ONE", 2, "OTHER");
                    assertThat(arguments(refusal).getLast().toString())
                            .startsWith(example)
                            .contains("种类 = B");
                });
    }

    @Test
    void namesTheSecondAndTheFourthRowWhereThoseOverlap() {
        refused(
                        "refusal.table.overlap",
                        table(
                                row("A", "< 0", "-", "-"),
                                row("B", "[0..5]", "\"A\",\"B\"", "-"),
                                row("C", "[0..5]", "\"C\"", "-"),
                                row("D", ">= 5", "\"B\",\"C\"", "true")))
                .satisfies(refusal -> assertThat(arguments(refusal))
                        .containsExactly(2, "B", 4, "D", "days = 5, 种类 = B, urgent = true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    < 0        | > 0         | days = 0
                    <= -5      | > 3         | days = -4
                    >= 0       | [-9..-1]    | days = -10
                    < 0        | [0..99]     | days = 100
                    < 3,4      | > 4         | days = 3
                    """)
    void tellsACaseThatNoRowCovers(String one, String other, String example) {
        refused("refusal.table.gap", table(row("ONE", one, "-", "-"), row("OTHER", other, "-", "-")))
                .satisfies(refusal -> assertThat(arguments(refusal)).containsExactly(example));
    }

    @Test
    void tellsAGapInACorner() {
        refused(
                        "refusal.table.gap",
                        table(
                                row("A", "< 0", "-", "-"),
                                row("B", ">= 0", "\"A\",\"B\"", "-"),
                                row("C", "[0..7]", "\"C\"", "-"),
                                row("D", "> 7", "\"C\"", "false")))
                .satisfies(
                        refusal -> assertThat(arguments(refusal)).containsExactly("days = 8, 种类 = C, urgent = true"));
    }

    @Test
    void knowsNoGapOutsideOfWhatAnInputCanBe() {
        List<Input> inputs = List.of(new Input("share", "", Type.INTEGER, "[0..100]"));
        List<Output> outputs = List.of(new Output("rule", "", Type.STRING, null));

        assertThatCode(() -> TableCheck.check(new DecisionTable(
                        "t",
                        "",
                        inputs,
                        outputs,
                        List.of(
                                new Row(List.of("< 50"), List.of("\"LOW\""), ""),
                                new Row(List.of("[50..100]"), List.of("\"HIGH\""), "")))))
                .doesNotThrowAnyException();
    }

    /** 3 to the power of 15 boxes: nobody could look into each. */
    @Test
    void checksManyInputsWithoutLookingIntoEachCase() {
        List<Input> inputs = IntStream.range(0, 15)
                .mapToObj(at -> new Input("input" + at, "", Type.INTEGER, null))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < inputs.size(); at++) {
            List<String> cells = new ArrayList<>(Collections.nCopies(inputs.size(), "-"));
            for (int before = 0; before < at; before++) {
                cells.set(before, "[0..9]");
            }
            cells.set(at, "< 0, > 9");
            rows.add(new Row(List.copyOf(cells), List.of("\"OUT" + at + "\""), ""));
        }
        DecisionTable open =
                new DecisionTable("t", "", inputs, List.of(new Output("rule", "", Type.STRING, null)), rows);

        refused("refusal.table.gap", open)
                .satisfies(refusal ->
                        assertThat(arguments(refusal).getFirst().toString()).startsWith("input0 = 0, input1 = 0"));
        rows.add(new Row(Collections.nCopies(inputs.size(), "[0..9]"), List.of("\"IN\""), ""));
        assertThatCode(() -> TableCheck.check(open.with(rows))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "days",
                "< x",
                "${days}",
                "#{1}",
                "1.5",
                "1e3",
                "=> 3",
                "< 1 > 2",
                "[1..2",
                "[1..]",
                "1..2",
                "\"A\"",
                "true",
                "1,,2",
                ",",
                "not(3)",
                "-, 3",
                "99999999999",
                "date(\"2026-01-01\")",
                "< 0; 1"
            })
    void namesTheCellThatItDoesNotUnderstand(String cell) {
        refused("refusal.table.cell", table(row("ONE", "< 0", "-", "-"), row("TWO", cell, "-", "-")))
                .satisfies(refusal -> assertThat(arguments(refusal)).containsExactly(2, "TWO", "days", cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "\"D\"", "\"A\" \"B\"", "\"A", "\"A\",", "\"A\\\"\"", "1", "< \"B\""})
    void namesTheWordThatIsNotInTheList(String cell) {
        refused("refusal.table.cell", table(row("ONE", "-", cell, "-")))
                .satisfies(refusal -> assertThat(arguments(refusal)).containsExactly(1, "ONE", "种类", cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", "\"true\"", "not(true)"})
    void namesTheTruthThatIsNone(String cell) {
        refused("refusal.table.cell", table(row("ONE", "-", "-", cell)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[3..1]", "]3..4[", "(3..3)"})
    void namesTheCellThatNeverApplies(String cell) {
        refused("refusal.table.never", table(row("ONE", "-", "-", "-"), row("NEVER", cell, "-", "-")))
                .satisfies(refusal -> assertThat(arguments(refusal)).containsExactly(2, "NEVER", "days", cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0", "1 + 1", "\"1\"", "-", "", "[1..2]", "1,2", "${1}"})
    void namesTheOutputThatIsNoValueOfItsColumn(String level) {
        Row bad = new Row(List.of("-", "-", "-"), List.of("\"ONE\"", level), "");

        refused("refusal.table.cell", table(bad))
                .satisfies(refusal -> assertThat(arguments(refusal)).containsExactly(1, "ONE", "级别", level));
    }

    @Test
    void wantsANameOfItsOwnForEachRow() {
        refused("refusal.table.sameName", table(row("ONE", "< 0", "-", "-"), row("ONE", ">= 0", "-", "-")))
                .satisfies(refusal -> assertThat(arguments(refusal)).containsExactly(1, 2, "ONE"));
        refused(
                        "refusal.table.unnamed",
                        table(row("ONE", "< 0", "-", "-"), new Row(List.of(">= 0", "-", "-"), List.of("", "1"), "")))
                .satisfies(refusal -> assertThat(arguments(refusal)).containsExactly(2));
        refused("refusal.table.cell", table(row("${ONE}", "-", "-", "-")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"days + 1", "${days}", "Days", "days.length", "", "rule", "getClass()"})
    void takesPlainVariablesOnly(String expression) {
        List<Input> inputs = List.of(new Input(expression, "", Type.INTEGER, null));
        refused(
                "refusal.table.variable",
                new DecisionTable("t", "", inputs, OUTPUTS, List.of(new Row(List.of("-"), List.of("\"A\"", "1"), ""))));
    }

    @Test
    void wantsTheListOfWordsAndRangesThatCanBeRead() {
        for (String allowed : new String[] {null, "", "A,B", "\"A\",\"A\"", "\"A\" or \"B\""}) {
            List<Input> inputs = List.of(new Input("kind", "", Type.STRING, allowed));
            refused(
                    "refusal.table.allowed",
                    new DecisionTable(
                            "t", "", inputs, OUTPUTS, List.of(new Row(List.of("-"), List.of("\"A\"", "1"), ""))));
        }
        List<Input> inputs = List.of(new Input("days", "", Type.INTEGER, "many"));
        refused(
                "refusal.table.allowed",
                new DecisionTable("t", "", inputs, OUTPUTS, List.of(new Row(List.of("-"), List.of("\"A\"", "1"), ""))));
    }

    @Test
    void wantsRowsOfTheRightLengthAndNotTooMany() {
        refused("refusal.table.size", table());
        refused(
                "refusal.table.size",
                table(IntStream.range(0, 201)
                        .mapToObj(at -> row("R" + at, String.valueOf(at), "-", "-"))
                        .toArray(Row[]::new)));
        refused("refusal.table.cells", table(new Row(List.of("-"), List.of("\"A\"", "1"), "")))
                .satisfies(refusal -> assertThat(arguments(refusal)).containsExactly(1, "A"));
        refused(
                "refusal.table.noRuleOutput",
                new DecisionTable(
                        "t",
                        "",
                        INPUTS,
                        List.of(OUTPUTS.getLast()),
                        List.of(new Row(List.of("-", "-", "-"), List.of("1"), ""))));
    }

    private static DecisionTable table(Row... rows) {
        return new DecisionTable("t", "试验", INPUTS, OUTPUTS, List.of(rows));
    }

    private static Row row(String rule, String... conditions) {
        return new Row(List.of(conditions), List.of('"' + rule + '"', "1"), "");
    }

    private static ThrowableAssertAlternative<Refusal> refused(String key, DecisionTable table) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TableCheck.check(table))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    /** A case as it reads. */
    private static List<Object> arguments(Refusal refusal) {
        return Stream.of(refusal.arguments())
                .map(told -> told instanceof TableCase ? told.toString() : told)
                .toList();
    }
}
