package org.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.document.Reading.cells;
import static org.duban.document.Reading.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.extraction.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The old and the new format of Excel, of which people see no difference. */
class SheetReaderTests {

    enum Kind {
        OLD,
        NEW,
        /** With strings in the cells, as programs write it. */
        STREAMED;

        private Workbook create() {
            return switch (this) {
                case OLD -> new HSSFWorkbook();
                case NEW -> new XSSFWorkbook();
                case STREAMED -> new SXSSFWorkbook();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsEachSheetAsATable(Kind kind) throws IOException {
        Source source;
        try (Workbook workbook = kind.create()) {
            Sheet sheet = workbook.createSheet("附件1 分工表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
            row(sheet, 0, "重点任务分工表");
            row(sheet, 2, "序号", "重点任务", null, "责任单位");
            row(sheet, 3, "1", "建设\n平台", null, "省科技厅");
            row(sheet, 4, null, "培育企业", null, "省教育厅");
            Sheet second = workbook.createSheet("Sheet2");
            row(second, 0, "任务", "单位");
            row(second, 1, "引进人才", "省人社厅");
            Sheet third = workbook.createSheet("省商务厅");
            row(third, 0, "任务", "时限");
            row(third, 1, "扩大消费", "2024年");
            row(workbook.createSheet("名单"), 0, "隐藏");
            workbook.setSheetHidden(3, true);
            source = read("a.bin", bytes(workbook));
        }

        assertThat(source.text())
                .isEqualTo("重点任务分工表\n序号\t重点任务\t责任单位\n1\t建设\n平台\t省科技厅\n\t培育企业\t省教育厅\n" + "任务\t单位\n引进人才\t省人社厅\n"
                        + "省商务厅\n任务\t时限\n扩大消费\t2024年\n");
        assertThat(cells(source, 0))
                .containsExactly(
                        "0,0 1x3: 重点任务分工表",
                        "1,0: 序号",
                        "1,1: 重点任务",
                        "1,2: 责任单位",
                        "2,0 2x1: 1",
                        "2,1: 建设\n平台",
                        "2,2: 省科技厅",
                        "3,1: 培育企业",
                        "3,2: 省教育厅");
        assertThat(source.tables()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void showsNumbersAndDatesAsTheSheetDoes(Kind kind) throws IOException {
        Source source;
        try (Workbook workbook = kind.create()) {
            Sheet sheet = workbook.createSheet();
            row(sheet, 0, "标题", "数", "数", "数", "日", "日", "式", "错", "是");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("行");
            row.createCell(1).setCellValue(12);
            row.createCell(2).setCellValue(2.5);
            styled(row.createCell(3), "0.0%").setCellValue(0.025);
            Cell builtIn = row.createCell(4);
            builtIn.setCellValue(LocalDate.of(2020, 12, 31));
            CellStyle shortDate = workbook.createCellStyle();
            shortDate.setDataFormat((short) 14);
            builtIn.setCellStyle(shortDate);
            styled(row.createCell(5), "yyyy\"年\"m\"月\"d\"日\";@").setCellValue(LocalDate.of(2021, 6, 30));
            row.createCell(6).setCellFormula("B2*2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(7).setCellErrorValue((byte) 7);
            row.createCell(8).setCellValue(true);
            source = read("a.bin", bytes(workbook));
        }

        assertThat(source.text().lines().toList().get(1))
                .isEqualTo("行\t12\t2.5\t2.5%\t2020/12/31\t2021年6月30日\t24\t\tTRUE");
    }

    private static Cell styled(Cell cell, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        return cell;
    }

    private static void row(Sheet sheet, int index, String... values) {
        Row row = sheet.createRow(index);
        for (int column = 0; column < values.length; column++) {
            if (values[column] != null) {
                row.createCell(column).setCellValue(values[column]);
            }
        }
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }
}
