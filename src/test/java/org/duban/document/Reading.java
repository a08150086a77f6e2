package org.duban.document;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Source;
import org.duban.extraction.SourceTable;
import org.slf4j.LoggerFactory;

/** What the tests of the formats share: reading, showing tables, and writing office files part by part. */
final class Reading {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    static {
        // What the libraries say about files that are bad on purpose
        for (String library : List.of("org.apache.poi", "org.apache.pdfbox", "org.apache.fontbox")) {
            ((Logger) LoggerFactory.getLogger(library)).setLevel(Level.OFF);
        }
    }

    private Reading() {}

    static Source read(String name, byte[] content) {
        try {
            return Documents.read(name, new ByteArrayInputStream(content));
        } catch (UnreadableDocument refusal) {
            throw new AssertionError(name + " was not read", refusal);
        }
    }

    static Source read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static UnreadableDocument refused(String name, byte[] content) {
        try {
            Documents.read(name, new ByteArrayInputStream(content));
        } catch (UnreadableDocument refusal) {
            return refusal;
        }
        throw new AssertionError(name + " was read");
    }

    static Reason reason(String name, byte[] content) {
        return refused(name, content).reason();
    }

    /** The cells in order, each as {@code row,column rows x columns: content}, spans only where there are any. */
    static List<String> cells(Source source, int table) {
        return source.tables().get(table).cells().stream()
                .sorted(Comparator.comparingInt(SourceTable.Cell::row).thenComparingInt(SourceTable.Cell::column))
                .map(cell -> cell.row() + "," + cell.column()
                        + (cell.rowSpan() + cell.columnSpan() == 2
                                ? ""
                                : " " + cell.rowSpan() + "x" + cell.columnSpan())
                        + ": " + cell.range().of(source.text()))
                .toList();
    }

    /** A .docx with this body; further parts by their kind, such as {@code numbering}. */
    static byte[] docx(String body, Map<String, String> parts) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", "<Types/>");
        entries.put("_rels/.rels", relations(Map.of("officeDocument", "word/document.xml")));
        entries.put("word/document.xml", word("document", "<w:body>" + body + "</w:body>"));
        Map<String, String> targets = new LinkedHashMap<>();
        parts.forEach((kind, content) -> {
            targets.put(kind, kind + ".xml");
            entries.put("word/" + kind + ".xml", word(kind, content));
        });
        entries.put("word/_rels/document.xml.rels", relations(targets));
        return zip(entries);
    }

    static byte[] docx(String body) {
        return docx(body, Map.of());
    }

    static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
    }

    static String relations(Map<String, String> targets) {
        StringBuilder list = new StringBuilder("<Relationships>");
        targets.forEach((kind, target) -> list.append(
                "<Relationship Id='r%d' Type='%s%s' Target='%s'/>".formatted(list.length(), RELATIONS, kind, target)));
        return list.append("</Relationships>").toString();
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String word(String root, String content) {
        return "<?xml version='1.0' encoding='UTF-8'?><w:%s xmlns:w='%s' xmlns:mc='urn:mc' xmlns:v='urn:v'>%s</w:%s>"
                .formatted(root, WORD, content, root);
    }
}
