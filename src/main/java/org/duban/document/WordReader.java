package org.duban.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.duban.extraction.Source;

/**
 * Word files (.docx): paragraphs and tables in the order of the document with the numbers of its lists, as it looks with
 * all changes accepted. Text boxes follow the paragraph to which they are tied, notes stand at the end; the heads and feet
 * of pages are left out.
 */
final class WordReader {

    private final WordNumbering numbering;

    private WordReader(WordNumbering numbering) {
        this.numbering = numbering;
    }

    static Source read(OfficeParts parts) throws UnreadableDocument, IOException {
        WordReader reader = new WordReader(WordNumbering.of(parts));
        List<Block> blocks = new ArrayList<>();
        Xml document = parts.main();
        document.nextChild(0);
        reader.content(document, blocks);
        for (String kind : List.of("footnotes", "endnotes")) {
            Xml notes = parts.ofType(kind);
            if (notes != null) {
                notes.nextChild(0);
                reader.content(notes, blocks);
            }
        }
        return Layout.of(blocks);
    }

    /** The blocks in the current element, through whatever wraps them. */
    private void content(Xml xml, List<Block> blocks) throws UnreadableDocument, IOException {
        int inside = xml.depth();
        while (xml.nextChild(inside)) {
            switch (xml.name()) {
                case "p" -> paragraph(xml, blocks);
                case "tbl" -> blocks.add(table(xml));
                // Deleted or moved away, or the same once more for old programs
                case "del", "moveFrom", "Fallback" -> {}
                case "footnote", "endnote" -> {
                    // The others are the lines that separate notes from the page.
                    if (xml.attribute("type") == null || "normal".equals(xml.attribute("type"))) {
                        content(xml, blocks);
                    }
                }
                default -> content(xml, blocks);
            }
        }
    }

    private void paragraph(Xml xml, List<Block> blocks) throws UnreadableDocument, IOException {
        Paragraph paragraph = new Paragraph();
        inline(xml, paragraph);
        boolean gone = paragraph.markDeleted && paragraph.text.isEmpty();
        if (!gone) {
            String number = numbering.next(paragraph.list, paragraph.level, paragraph.style);
            blocks.add(new Block.Line(number + paragraph.text));
        }
        blocks.addAll(paragraph.boxes);
    }

    private void inline(Xml xml, Paragraph paragraph) throws UnreadableDocument, IOException {
        int inside = xml.depth();
        while (xml.nextChild(inside)) {
            switch (xml.name()) {
                case "t" -> paragraph.text.append(xml.text());
                case "tab", "ptab" -> paragraph.text.append('\t');
                case "br", "cr" -> paragraph.text.append('\n');
                case "noBreakHyphen" -> paragraph.text.append('-');
                case "sym" -> paragraph.text.append(symbol(xml.attribute("char")));
                case "pPr" -> paragraphProperties(xml, paragraph);
                case "r" -> {
                    int before = paragraph.text.length();
                    paragraph.hidden = false;
                    inline(xml, paragraph);
                    if (paragraph.hidden) {
                        paragraph.text.setLength(before);
                        paragraph.hidden = false;
                    }
                }
                case "rPr" -> {
                    while (xml.nextChild(inside + 1)) {
                        paragraph.hidden |= xml.is("vanish") && xml.isOn();
                    }
                }
                case "txbxContent" -> content(xml, paragraph.boxes);
                case "del", "moveFrom", "delText", "instrText", "Fallback", "rt" -> {}
                default -> inline(xml, paragraph);
            }
        }
    }

    private static void paragraphProperties(Xml xml, Paragraph paragraph) throws UnreadableDocument, IOException {
        int inside = xml.depth();
        while (xml.nextChild(inside)) {
            switch (xml.name()) {
                case "pStyle" -> paragraph.style = xml.attribute("val");
                case "numPr" -> {
                    while (xml.nextChild(inside + 1)) {
                        if (xml.is("numId")) {
                            paragraph.list = xml.number("val", 0);
                        } else if (xml.is("ilvl")) {
                            paragraph.level = xml.number("val", 0);
                        }
                    }
                }
                case "rPr" -> {
                    while (xml.nextChild(inside + 1)) {
                        paragraph.markDeleted |= xml.is("del");
                    }
                }
                default -> {}
            }
        }
    }

    private Block table(Xml xml) throws UnreadableDocument, IOException {
        WordTable table = new WordTable();
        rows(xml, table);
        return table.grid();
    }

    private void rows(Xml xml, WordTable table) throws UnreadableDocument, IOException {
        int inside = xml.depth();
        while (xml.nextChild(inside)) {
            switch (xml.name()) {
                case "tr" -> {
                    table.startRow();
                    cells(xml, table);
                    table.endRow();
                }
                case "tblPr", "tblGrid", "del", "moveFrom" -> {}
                default -> rows(xml, table);
            }
        }
    }

    private void cells(Xml xml, WordTable table) throws UnreadableDocument, IOException {
        int inside = xml.depth();
        while (xml.nextChild(inside)) {
            switch (xml.name()) {
                case "tc" -> cell(xml, table);
                case "trPr" -> {
                    while (xml.nextChild(inside + 1)) {
                        if (xml.is("gridBefore")) {
                            table.skipColumns(xml.number("val", 0));
                        } else if (xml.is("del")) {
                            table.dropRow();
                        }
                    }
                }
                case "del", "moveFrom" -> {}
                default -> cells(xml, table);
            }
        }
    }

    private void cell(Xml xml, WordTable table) throws UnreadableDocument, IOException {
        int inside = xml.depth();
        int span = 1;
        boolean continued = false;
        List<Block> content = new ArrayList<>();
        while (xml.nextChild(inside)) {
            if (xml.is("tcPr")) {
                while (xml.nextChild(inside + 1)) {
                    switch (xml.name()) {
                        case "gridSpan" -> span = xml.number("val", 1);
                        // The first of the merged cells says "restart"; the others are usually empty, their text
                        // unseen.
                        case "vMerge" -> continued = !"restart".equals(xml.attribute("val"));
                        default -> {}
                    }
                }
            } else if (xml.is("p")) {
                paragraph(xml, content);
            } else if (xml.is("tbl")) {
                content.add(table(xml));
            } else if (!xml.is("del") && !xml.is("moveFrom")) {
                content(xml, content);
            }
        }
        table.add(span, continued, content);
    }

    private static String symbol(String code) {
        try {
            return code == null ? "" : Character.toString(Integer.parseInt(code, 16));
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private final List<Block> boxes = new ArrayList<>();
        private Integer list;
        private Integer level;
        private String style;
        private boolean markDeleted;
        private boolean hidden;
    }
}
