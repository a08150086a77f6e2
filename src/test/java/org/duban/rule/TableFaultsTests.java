package org.duban.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable.Input;
import org.duban.rule.DecisionTable.Output;
import org.duban.rule.DecisionTable.Row;
import org.duban.rule.DecisionTable.Type;
import org.duban.rule.TableFaults.Cell;
import org.junit.jupiter.api.Test;

/** Columns: kind, days, urgent; rule, points. */
class TableFaultsTests {

    private static final int KIND = 0;
    private static final int DAYS = 1;
    private static final int RULE = 3;
    private static final int POINTS = 4;

    private static final List<Input> INPUTS = List.of(
            new Input("kind", "种类", Type.STRING, "\"A\",\"B\",\"C\""),
            new Input("days", "", Type.INTEGER, ">= 0"),
            new Input("urgent", "", Type.BOOLEAN, null));
    private static final List<Output> OUTPUTS =
            List.of(new Output("rule", "", Type.STRING, null), new Output("points", "分值", Type.INTEGER, null));

    @Test
    void findsTheCellThatCannotBeReadOrNeverApplies() {
        assertThat(faults(row("A", "\"A\"", "-", "-"), row("B", "\"B\"", "soon", "-")))
                .containsExactly(new Cell(1, DAYS));
        assertThat(faults(row("A", "\"A\"", "< 0", "-"))).containsExactly(new Cell(0, DAYS));
        assertThat(faults(new Row(List.of("-", "-", "-"), List.of("\"A\"", "many"), "")))
                .containsExactly(new Cell(0, POINTS));
    }

    @Test
    void findsTheNameThatIsMissingOrNotItsOwn() {
        assertThat(faults(new Row(List.of("-", "-", "-"), List.of("", "1"), "")))
                .containsExactly(new Cell(0, RULE));
        assertThat(faults(row("A", "\"A\"", "-", "-"), row("B", "\"B\"", "-", "-"), row("A", "\"C\"", "-", "-")))
                .containsExactly(new Cell(0, RULE), new Cell(2, RULE));
    }

    @Test
    void findsWhereRowsThatOverlapAskDifferently() {
        assertThat(faults(row("A", "\"A\"", "[0..5]", "-"), row("B", "\"A\"", ">= 5", "")))
                .containsExactly(new Cell(0, DAYS), new Cell(1, DAYS));
        assertThat(faults(row("A", "\"A\"", "0", "-"), row("B", "\"A\"", "0", "-")))
                .containsExactly(new Cell(0, KIND), new Cell(0, DAYS), new Cell(1, KIND), new Cell(1, DAYS));
    }

    @Test
    void findsTheRangesNextToAGap() {
        assertThat(faults(
                        row("A0", "\"A\"", "0", "-"),
                        row("A1", "\"A\"", "[1..2]", "-"),
                        row("A4", "\"A\"", ">= 4", "-"),
                        row("B", "\"B\"", "-", "-"),
                        row("C", "\"C\"", "-", "-")))
                .containsExactly(new Cell(1, DAYS), new Cell(2, DAYS));
    }

    @Test
    void showsNothingWhereAnyRowCouldBeMeant() {
        assertThat(faults(
                        row("A0", "\"A\"", "0", "-"),
                        row("A1", "\"A\"", "> 0", "-"),
                        row("B0", "\"B\"", "0", "-"),
                        row("B1", "\"B\"", "1", "-"),
                        row("B2", "\"B\"", "> 1", "-")))
                .isEmpty();
    }

    @Test
    void tellsACaseByTheInputsThatMatter() {
        DecisionTable table = table(
                row("A0", "\"A\"", "0", "-"), row("A1", "\"A\"", "> 1", "-"), row("BC", "\"B\",\"C\"", "-", "true"));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TableCheck.check(table));

        assertThat(refusal.arguments()[0]).hasToString("种类 = A, days = 1");
    }

    @Test
    void takesAnAnswerForTheFaultWhereOnlyTheRowIsNamed() {
        DecisionTable table = table(row("A", "\"A\"", "-", "-"), row("B", "\"B\",\"C\"", "-", "-"));

        assertThat(TableFaults.of(table, new Refusal("refusal.table.failureIsRewarded", 2, "B")))
                .containsExactly(new Cell(1, POINTS));
        assertThat(TableFaults.of(table, new Refusal("refusal.table.unchanged", "名称")))
                .isEmpty();
    }

    private static List<Cell> faults(Row... rows) {
        DecisionTable table = table(rows);
        return TableFaults.of(table, catchThrowableOfType(Refusal.class, () -> TableCheck.check(table)));
    }

    private static DecisionTable table(Row... rows) {
        return new DecisionTable("t", "试验", INPUTS, OUTPUTS, List.of(rows));
    }

    private static Row row(String rule, String... conditions) {
        return new Row(List.of(conditions), List.of('"' + rule + '"', "1"), "");
    }
}
