package org.duban.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.duban.document.ListNumbers.Level;
import org.duban.document.ListNumbers.Levels;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Source;

/** Word files up to 2003 (.doc), as {@link WordReader} shows the newer ones; text boxes and notes stand at the end. */
final class OldWordReader {

    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_RESULT = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char HYPHEN_WITHOUT_BREAK = 0x1E;
    private static final char LINE_BREAK = 0x0B;

    /** Edges of cells that should be one above the other differ by rounding, in twentieths of a point. */
    private static final int EDGE_TOLERANCE = 20;

    private final ListNumbers numbers = new ListNumbers();
    private final Map<Integer, List<Level>> lists = new HashMap<>();
    private final TimeLimit timeLimit = new TimeLimit();

    /** The open fields, each with whether its result, not its instruction, is being read. */
    private final Deque<Boolean> fields = new ArrayDeque<>();

    private OldWordReader() {}

    static Source read(POIFSFileSystem file) throws UnreadableDocument, IOException {
        try (HWPFDocument document = new HWPFDocument(file)) {
            OldWordReader reader = new OldWordReader();
            List<Block> blocks = new ArrayList<>();
            reader.blocks(document.getRange(), 0, blocks);
            for (Range aside :
                    List.of(document.getMainTextboxRange(), document.getFootnoteRange(), document.getEndnoteRange())) {
                reader.fields.clear();
                reader.blocks(aside, 0, blocks);
            }
            return Layout.of(blocks);
        } catch (OldWordFileFormatException word95) {
            try (Word6Extractor extractor = new Word6Extractor(file)) {
                List<Block> blocks = new ArrayList<>();
                for (String paragraph : extractor.getParagraphText()) {
                    blocks.add(new Block.Line(paragraph.stripTrailing()));
                }
                return Layout.of(blocks);
            }
        }
    }

    private void blocks(Range range, int level, List<Block> blocks) throws UnreadableDocument {
        if (level > Limits.DEPTH) {
            throw new UnreadableDocument(Reason.TOO_COMPLEX);
        }
        int count = range.numParagraphs();
        for (int i = 0; i < count; i++) {
            timeLimit.check();
            Paragraph paragraph = range.getParagraph(i);
            // Word 97 counted no levels.
            int itsLevel = Math.max(1, paragraph.getTableLevel());
            Table table = paragraph.isInTable() && itsLevel > level ? table(range, paragraph) : null;
            if (table != null) {
                blocks.add(grid(table, itsLevel));
                i += Math.max(1, table.numParagraphs()) - 1;
            } else {
                blocks.add(new Block.Line(number(paragraph) + text(paragraph)));
            }
        }
    }

    /** {@code null} where POI makes none of it, as at the end of a text that lacks its last paragraph. */
    private static Table table(Range range, Paragraph first) {
        try {
            return range.getTable(first);
        } catch (IllegalArgumentException | IndexOutOfBoundsException noTable) {
            return null;
        }
    }

    private Block grid(Table table, int level) throws UnreadableDocument {
        int[] edges = edges(table);
        WordTable grid = new WordTable();
        for (int row = 0; row < table.numRows(); row++) {
            grid.startRow();
            TableRow cells = table.getRow(row);
            for (int i = 0; i < cells.numCells(); i++) {
                TableCell cell = cells.getCell(i);
                int column = column(edges, cell.getLeftEdge());
                int span = column(edges, cell.getLeftEdge() + cell.getWidth()) - column;
                List<Block> content = new ArrayList<>();
                blocks(cell, level, content);
                grid.moveTo(column);
                grid.add(span, cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged(), content);
            }
            grid.endRow();
        }
        return grid.grid();
    }

    /** The places where cells of any row begin or end. */
    private static int[] edges(Table table) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (int row = 0; row < table.numRows(); row++) {
            TableRow cells = table.getRow(row);
            for (int i = 0; i < cells.numCells(); i++) {
                edges.add(cells.getCell(i).getLeftEdge());
                edges.add(cells.getCell(i).getLeftEdge() + cells.getCell(i).getWidth());
            }
        }
        List<Integer> distinct = new ArrayList<>();
        for (int edge : edges) {
            if (distinct.isEmpty() || edge - distinct.getLast() > EDGE_TOLERANCE) {
                distinct.add(edge);
            }
        }
        return distinct.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int column(int[] edges, int edge) {
        int column = 0;
        while (column < edges.length && edges[column] + EDGE_TOLERANCE < edge) {
            column++;
        }
        return column;
    }

    private String text(Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                append(run.text(), text);
            }
        }
        return text.toString();
    }

    private void append(String run, StringBuilder text) {
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            switch (c) {
                case FIELD_BEGIN -> fields.push(false);
                case FIELD_RESULT -> {
                    fields.poll();
                    fields.push(true);
                }
                case FIELD_END -> fields.poll();
                case HYPHEN_WITHOUT_BREAK -> text.append('-');
                case LINE_BREAK -> text.append('\n');
                default -> {
                    if (!fields.contains(false) && (c >= ' ' || c == '\t')) {
                        text.append(c);
                    }
                }
            }
        }
    }

    private String number(Paragraph paragraph) {
        if (!paragraph.isInList()) {
            return "";
        }
        try {
            HWPFList list = paragraph.getList();
            int level = paragraph.getIlvl();
            boolean countsAlone = list.isStartAtOverridden((char) level);
            List<Level> levels = lists.computeIfAbsent(paragraph.getIlfo(), fresh -> levels(list));
            return numbers.next(
                    countsAlone ? "override " + paragraph.getIlfo() : (Object) list.getLsid(), levels, level);
        } catch (RuntimeException noSuchList) {
            return "";
        }
    }

    private static List<Level> levels(HWPFList list) {
        Levels levels = new Levels();
        ListLevel[] defined = list.getListData().getLevels();
        for (int i = 0; i < defined.length; i++) {
            StringBuilder pattern = new StringBuilder();
            for (char c : String.valueOf(defined[i].getNumberText()).toCharArray()) {
                // Below nine, a character stands for the number of that level.
                pattern.append(c < 9 ? "%" + (c + 1) : String.valueOf(c));
            }
            levels.set(
                    i,
                    new Level(
                            kind(defined[i].getNumberFormat()),
                            pattern.toString(),
                            list.getStartAt((char) i),
                            defined[i].isLegalNumbering(),
                            true,
                            defined[i].getTypeOfCharFollowingTheNumber() == 2 ? "" : " "));
        }
        return levels.list();
    }

    /** The number formats of [MS-OSHARED] 2.2.1.3 by the names of their successors. */
    private static String kind(int format) {
        return switch (format) {
            case 1 -> "upperRoman";
            case 2 -> "lowerRoman";
            case 3 -> "upperLetter";
            case 4 -> "lowerLetter";
            case 10, 36 -> "ideographDigital";
            case 11, 33, 35, 37, 39 -> "chineseCounting";
            case 14, 19 -> "decimalFullWidth";
            case 18, 28 -> "decimalEnclosedCircle";
            case 22 -> "decimalZero";
            case 23 -> "bullet";
            case 26 -> "decimalEnclosedFullstop";
            case 27 -> "decimalEnclosedParen";
            case 29 -> "ideographEnclosedCircle";
            case 30 -> "ideographTraditional";
            case 31 -> "ideographZodiac";
            case 34, 38 -> "chineseLegalSimplified";
            case 255 -> "none";
            default -> "decimal";
        };
    }
}
