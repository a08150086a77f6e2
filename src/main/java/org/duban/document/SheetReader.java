package org.duban.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Source;

/**
 * Excel files (.xlsx): each visible sheet under its name as a table, numbers and dates as the sheet shows them, the result
 * of a formula in its place.
 */
final class SheetReader {

    private final SheetValues values;
    private final List<String> sharedStrings;

    private SheetReader(SheetValues values, List<String> sharedStrings) {
        this.values = values;
        this.sharedStrings = sharedStrings;
    }

    static Source read(OfficeParts parts) throws UnreadableDocument, IOException {
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        Xml workbook = parts.main();
        workbook.nextChild(0);
        while (workbook.nextChild(1)) {
            if (workbook.is("workbookPr")) {
                String date1904 = workbook.attribute("date1904");
                from1904 = "1".equals(date1904) || "true".equals(date1904);
            } else if (workbook.is("sheets")) {
                while (workbook.nextChild(2)) {
                    String state = workbook.attribute("state");
                    if (state == null || state.equals("visible")) {
                        sheets.add(new Sheet(workbook.attribute("name"), workbook.relationId()));
                    }
                }
            }
        }
        SheetReader reader = new SheetReader(
                new SheetValues(formats(parts.ofType("styles")), from1904), strings(parts.ofType("sharedStrings")));
        List<Block> blocks = new ArrayList<>();
        for (Sheet sheet : sheets) {
            SheetGrid grid = reader.sheet(parts.byId(sheet.relation));
            grid.writeTo(blocks, sheet.name);
        }
        return Layout.of(blocks);
    }

    private SheetGrid sheet(Xml xml) throws UnreadableDocument, IOException {
        SheetGrid grid = new SheetGrid();
        xml.nextChild(0);
        while (xml.nextChild(1)) {
            if (xml.is("sheetData")) {
                int row = -1;
                while (xml.nextChild(2)) {
                    row = xml.number("r", row + 2) - 1;
                    int column = -1;
                    while (xml.nextChild(3)) {
                        String reference = xml.attribute("r");
                        column = reference == null ? column + 1 : new CellReference(reference).getCol();
                        grid.add(row, column, value(xml));
                    }
                }
            } else if (xml.is("mergeCells")) {
                while (xml.nextChild(2)) {
                    CellRangeAddress merged = CellRangeAddress.valueOf(xml.attribute("ref"));
                    grid.merge(
                            merged.getFirstRow(), merged.getFirstColumn(), merged.getLastRow(), merged.getLastColumn());
                }
            }
        }
        return grid;
    }

    private String value(Xml xml) throws UnreadableDocument, IOException {
        String type = xml.attribute("t");
        int style = xml.number("s", 0);
        String raw = "";
        while (xml.nextChild(4)) {
            switch (xml.name()) {
                case "v" -> raw = xml.text();
                case "is" -> raw = richText(xml);
                default -> {}
            }
        }
        if (raw.isEmpty()) {
            return "";
        }
        return switch (type == null ? "n" : type) {
            case "s" -> {
                int index = Integer.parseInt(raw.strip());
                yield index < sharedStrings.size() ? sharedStrings.get(index) : "";
            }
            case "b" -> raw.equals("0") ? "FALSE" : "TRUE";
            case "n" -> values.number(Double.parseDouble(raw.strip()), style);
            case "e" -> "";
            default -> raw;
        };
    }

    private static List<String> strings(Xml xml) throws UnreadableDocument, IOException {
        List<String> strings = new ArrayList<>();
        if (xml != null) {
            xml.nextChild(0);
            while (xml.nextChild(1)) {
                if (strings.size() > Limits.CELLS) {
                    throw new UnreadableDocument(Reason.TOO_COMPLEX);
                }
                strings.add(richText(xml));
            }
        }
        return strings;
    }

    /** The text of all runs, without the reading aids of phonetic runs. */
    private static String richText(Xml xml) throws UnreadableDocument, IOException {
        StringBuilder text = new StringBuilder();
        int inside = xml.depth();
        while (xml.nextChild(inside)) {
            if (xml.is("t")) {
                text.append(xml.text());
            } else if (xml.is("r")) {
                while (xml.nextChild(inside + 1)) {
                    if (xml.is("t")) {
                        text.append(xml.text());
                    }
                }
            }
        }
        return text.toString();
    }

    /** The number formats of the cell styles, in the order of the styles. */
    private static List<SheetValues.Format> formats(Xml xml) throws UnreadableDocument, IOException {
        Map<Integer, String> own = new HashMap<>();
        List<SheetValues.Format> formats = new ArrayList<>();
        if (xml == null) {
            return formats;
        }
        xml.nextChild(0);
        while (xml.nextChild(1)) {
            if (xml.is("numFmts")) {
                while (xml.nextChild(2)) {
                    own.put(xml.number("numFmtId", -1), xml.attribute("formatCode"));
                }
            } else if (xml.is("cellXfs")) {
                while (xml.nextChild(2)) {
                    int id = xml.number("numFmtId", 0);
                    formats.add(new SheetValues.Format(id, own.get(id)));
                }
            }
        }
        return formats;
    }

    private record Sheet(String name, String relation) {}
}
