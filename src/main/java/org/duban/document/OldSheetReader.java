package org.duban.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.duban.extraction.Source;

/** Excel files up to 2003 (.xls), as {@link SheetReader} shows the newer ones. */
final class OldSheetReader {

    private OldSheetReader() {}

    static Source read(POIFSFileSystem file) throws UnreadableDocument, IOException {
        List<Block> blocks = new ArrayList<>();
        try (HSSFWorkbook workbook = new HSSFWorkbook(file.getRoot(), false)) {
            SheetValues values =
                    new SheetValues(List.of(), workbook.getInternalWorkbook().isUsing1904DateWindowing());
            for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
                if (workbook.getSheetVisibility(index) == SheetVisibility.VISIBLE) {
                    sheet(workbook.getSheetAt(index), values).writeTo(blocks, workbook.getSheetName(index));
                }
            }
        }
        return Layout.of(blocks);
    }

    private static SheetGrid sheet(Sheet sheet, SheetValues values) throws UnreadableDocument {
        SheetGrid grid = new SheetGrid();
        for (Row row : sheet) {
            for (Cell cell : row) {
                grid.add(cell.getRowIndex(), cell.getColumnIndex(), value(cell, values));
            }
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            grid.merge(merged.getFirstRow(), merged.getFirstColumn(), merged.getLastRow(), merged.getLastColumn());
        }
        return grid;
    }

    private static String value(Cell cell, SheetValues values) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case NUMERIC ->
                values.number(
                        cell.getNumericCellValue(),
                        new SheetValues.Format(
                                cell.getCellStyle().getDataFormat(),
                                cell.getCellStyle().getDataFormatString()));
            default -> "";
        };
    }
}
