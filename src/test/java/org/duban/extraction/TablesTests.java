package org.duban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables whose cells the file knows; those that are only drawn stand in the corpus. */
class TablesTests {

    private final StringBuilder text = new StringBuilder();
    private final List<SourceTable.Cell> cells = new ArrayList<>();

    @Test
    void aMergedCellHoldsForEachOfItsRows() {
        cell(0, 0, 1, 1, "序号");
        cell(0, 1, 1, 1, "重点任务");
        cell(0, 2, 1, 1, "牵头单位");
        cell(0, 3, 1, 1, "完成时限");
        cell(1, 0, 1, 1, "1");
        cell(1, 1, 1, 1, "建设灯塔3座。");
        cell(1, 2, 2, 1, "市交通局");
        cell(1, 3, 2, 1, "2024年底");
        cell(2, 0, 1, 1, "2");
        cell(2, 1, 1, 1, "维修灯塔。");

        List<ExtractedTask> tasks = tasks();

        assertThat(tasks).extracting(ExtractedTask::no).containsExactly("1", "2");
        assertThat(tasks).allSatisfy(task -> {
            assertThat(task.names(Responsibility.Role.LEAD)).containsExactly("市交通局");
            assertThat(task.deadline().dueOn()).hasToString("2024-12-31");
        });
    }

    @Test
    void aHeaderMayHaveTwoRows() {
        cell(0, 0, 2, 1, "序号");
        cell(0, 1, 2, 1, "任务");
        cell(0, 2, 1, 2, "责任分工");
        cell(1, 2, 1, 1, "牵头单位");
        cell(1, 3, 1, 1, "配合单位");
        cell(2, 0, 1, 1, "1");
        cell(2, 1, 1, 1, "建设灯塔。");
        cell(2, 2, 1, 1, "市交通局");
        cell(2, 3, 1, 1, "市财政局");

        ExtractedTask task = tasks().getFirst();

        assertThat(task.names(Responsibility.Role.LEAD)).containsExactly("市交通局");
        assertThat(task.names(Responsibility.Role.COOPERATING)).containsExactly("市财政局");
    }

    @Test
    void aRowThatNamesNobodyStaysWithABlockingWarning() {
        cell(0, 0, 1, 1, "序号");
        cell(0, 1, 1, 1, "重点任务");
        cell(0, 2, 1, 1, "责任单位");
        cell(1, 0, 1, 1, "1");
        cell(1, 1, 1, 1, "建设灯塔。");
        cell(1, 2, 1, 1, "/");

        ExtractedTask task = tasks().getFirst();

        assertThat(task.responsibilities()).isEmpty();
        assertThat(task.warnings()).extracting(Warning::kind).containsExactly(Warning.Kind.NO_NAME);
        assertThat(task.warnings().getFirst().blocking()).isTrue();
    }

    @Test
    void aTaskBesideItsMeasuresIsTheirTitleAndStaysWithoutThem() {
        cell(0, 0, 1, 1, "序号");
        cell(0, 1, 1, 1, "重点任务");
        cell(0, 2, 1, 1, "具体措施");
        cell(0, 3, 1, 1, "牵头单位");
        cell(1, 0, 1, 1, "1");
        cell(1, 1, 1, 1, "完善航标");
        cell(1, 2, 1, 1, "建设灯塔3座。");
        cell(1, 3, 1, 1, "市交通局");
        cell(2, 0, 1, 1, "2");
        cell(2, 1, 1, 1, "加强宣传");
        cell(2, 2, 1, 1, "");
        cell(2, 3, 1, 1, "市海事局");

        assertThat(tasks()).extracting(ExtractedTask::title).containsExactly("完善航标", "加强宣传");
        assertThat(tasks()).extracting(ExtractedTask::text).containsExactly("建设灯塔3座。", "加强宣传");
        assertThat(tasks().getLast().names(Responsibility.Role.LEAD)).containsExactly("市海事局");
    }

    @Test
    void measuresThatShareATaskHaveTitlesOfTheirOwn() {
        cell(0, 0, 1, 1, "重点任务");
        cell(0, 1, 1, 1, "具体措施");
        cell(0, 2, 1, 1, "牵头单位");
        cell(1, 0, 2, 1, "完善航标");
        cell(1, 1, 1, 1, "建设灯塔3座。");
        cell(1, 2, 1, 1, "市交通局");
        cell(2, 1, 1, 1, "维修浮标。");
        cell(2, 2, 1, 1, "市海事局");

        assertThat(tasks()).extracting(ExtractedTask::title).containsExactly("建设灯塔3座", "维修浮标");
    }

    @Test
    void aSectionBetweenRowsIsNoTask() {
        cell(0, 0, 1, 1, "重点任务");
        cell(0, 1, 1, 1, "责任单位");
        cell(1, 0, 1, 2, "一、灯塔");
        cell(2, 0, 1, 1, "建设灯塔。");
        cell(2, 1, 1, 1, "市交通局");

        assertThat(tasks()).extracting(ExtractedTask::title).containsExactly("建设灯塔");
    }

    @Test
    void aTableOfFiguresIsNoDivisionTable() {
        cell(0, 0, 1, 1, "年份");
        cell(0, 1, 1, 1, "灯塔数");
        cell(1, 0, 1, 1, "2023");
        cell(1, 1, 1, 1, "12");

        assertThat(tasks()).isEmpty();
    }

    private void cell(int row, int column, int rows, int columns, String content) {
        int start = text.length();
        text.append(content).append('\t');
        cells.add(new SourceTable.Cell(row, column, rows, columns, new Range(start, start + content.length())));
    }

    private List<ExtractedTask> tasks() {
        SourceTable table = new SourceTable(new Range(0, text.length()), cells);
        return Extractor.extract(new Source(text.toString(), List.of(table)))
                .getFirst()
                .tasks();
    }
}
