package org.duban.document;

import static org.duban.document.Reading.cell;
import static org.duban.document.Reading.docx;
import static org.duban.document.Reading.paragraph;
import static org.duban.document.Reading.relations;
import static org.duban.document.Reading.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.duban.document.UnreadableDocument.Reason;

/** Files that somebody built to do harm, or that come from a life of misfortune, each with what is to be said of it. */
final class EvilFiles {

    private static final int BOMB = 300 << 20;

    record Evil(byte[] content, Reason expected) {}

    private EvilFiles() {}

    static Map<String, Evil> all() throws IOException {
        Map<String, Evil> files = new LinkedHashMap<>();
        files.put("bomb.docx", new Evil(zipBomb("word/document.xml"), Reason.ARCHIVE_BOMB));
        files.put("entries.docx", new Evil(manyEntries(), Reason.ARCHIVE_BOMB));
        files.put("text.docx", new Evil(muchText(), Reason.TOO_MUCH_TEXT));
        files.put("tables.docx", new Evil(nestedTables(3_000), Reason.TOO_COMPLEX));
        files.put("laughs.xlsx", new Evil(billionLaughs(), Reason.BROKEN));
        files.put("cells.xlsx", new Evil(manyCells(), Reason.TOO_COMPLEX));
        files.put(
                "columns.docx",
                new Evil(
                        docx("<w:tbl><w:tr>" + cell("<w:gridSpan w:val='2000000000'/>", "a") + cell("", "b")
                                + "</w:tr></w:tbl>"),
                        Reason.TOO_COMPLEX));
        files.put("password.docx", new Evil(encryptedOffice(), Reason.ENCRYPTED));
        files.put("password.xls", new Evil(encryptedSheet(), Reason.ENCRYPTED));
        files.put("password.zip", new Evil(encryptedZip(), Reason.ENCRYPTED));
        files.put("half.docx", new Evil(firstHalf(docx(paragraph("text".repeat(999)))), Reason.BROKEN));
        files.put("foreign.zip", new Evil(zip(Map.of("a.txt", "text")), Reason.UNKNOWN_TYPE));
        files.put(
                "nowhere.docx",
                new Evil(
                        zip(Map.of(
                                "[Content_Types].xml",
                                "<Types/>",
                                "_rels/.rels",
                                relations(Map.of("officeDocument", "../../../../etc/passwd")))),
                        Reason.BROKEN));
        files.put("deep.html", new Evil(text("<div>".repeat(300_000) + "text"), null));
        files.put("elements.html", new Evil(text("<b>".repeat(2_000_000)), Reason.TOO_COMPLEX));
        files.put("tables.html", new Evil(text("<table><tr><td>a<td>".repeat(20_000)), null));
        files.put(
                "spans.html",
                new Evil(
                        text("<table>" + "<tr><td rowspan=65534 colspan=900>a</td></tr>".repeat(5_000) + "</table>"),
                        null));
        files.put("list.html", new Evil(text("<ol>" + "<li>a".repeat(50_000) + "</ol>"), null));
        files.put("contents.pdf", new Evil(pdf("/Filter/FlateDecode", deflated("(a) Tj ")), Reason.ARCHIVE_BOMB));
        files.put("string.pdf", new Evil(pdf("/Filter/FlateDecode", deflated("((((")), Reason.ARCHIVE_BOMB));
        files.put(
                "twice.pdf", new Evil(pdf("/Filter[/FlateDecode /FlateDecode]", deflated(deflated("        "))), null));
        files.put(
                "hidden.pdf",
                new Evil(pdf("/Filter[/ASCIIHexDecode /FlateDecode]", hex(deflated("        "))), Reason.ARCHIVE_BOMB));
        files.put("arrays.pdf", new Evil(PdfReaderTests.pdf("1 0 obj " + "[".repeat(2_000_000)), Reason.BROKEN));
        files.put(
                "circle.pdf",
                new Evil(
                        PdfReaderTests.pdf("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                                + "2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>> endobj\n"),
                        null));
        files.put(
                "pages.pdf",
                new Evil(
                        PdfReaderTests.pdf(
                                "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 9/Kids["
                                        + "3 0 R ".repeat(500_000)
                                        + "]>> endobj\n3 0 obj <</Type/Page/Parent 2 0 R>> endobj\n"),
                        null));
        files.put("objects.pdf", new Evil(manyObjects(), null));
        files.put("half.pdf", new Evil(text("%PDF-1.7\n1 0 obj <</Type/Cat"), Reason.BROKEN));
        return files;
    }

    private static byte[] zipBomb(String part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            entry(zip, "[Content_Types].xml", "<Types/>");
            entry(zip, "_rels/.rels", relations(Map.of("officeDocument", part)));
            zip.putNextEntry(new ZipEntry(part));
            repeat(" ", zip);
        }
        return bytes.toByteArray();
    }

    private static byte[] manyEntries() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i <= Limits.ARCHIVE_ENTRIES; i++) {
            entries.put(i + ".xml", "");
        }
        return zip(entries);
    }

    private static byte[] muchText() {
        String line = paragraph("字".repeat(50_000));
        return docx(line.repeat(Limits.TEXT_CHARS / 50_000 + 1));
    }

    private static byte[] nestedTables(int depth) {
        return docx("<w:tbl><w:tr><w:tc>".repeat(depth) + paragraph("a") + "</w:tc></w:tr></w:tbl>".repeat(depth));
    }

    private static byte[] billionLaughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 'lol'>");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
        }
        return xlsx("<!DOCTYPE worksheet [" + entities + "]>", "<row><c t='inlineStr'><is><t>&e29;</t></is></c></row>");
    }

    private static byte[] manyCells() {
        return xlsx("", "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(Limits.CELLS / 2 + 1));
    }

    static byte[] xlsx(String prolog, String rows) {
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types/>",
                "_rels/.rels",
                relations(Map.of("officeDocument", "xl/workbook.xml")),
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='r15'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                relations(Map.of("worksheet", "s.xml")),
                "xl/s.xml",
                prolog + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static byte[] encryptedOffice() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(docx(paragraph("text")));
            } catch (java.security.GeneralSecurityException impossible) {
                throw new IOException(impossible);
            }
            container.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] encryptedSheet() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("text");
            workbook.write(bytes);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        return bytes.toByteArray();
    }

    /** Only the flags say so; nothing else is looked at. */
    private static byte[] encryptedZip() {
        byte[] zip = zip(Map.of("a.xml", "<a/>"));
        for (int i = 0; i < zip.length - 10; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    private static byte[] pdf(String filter, byte[] contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(
                PdfReaderTests.pdf(
                        """
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>> endobj
                """));
        bytes.write(text("4 0 obj <</Length %d%s>> stream\n".formatted(contents.length, filter)));
        bytes.write(contents);
        bytes.write(text("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF"));
        return bytes.toByteArray();
    }

    private static byte[] manyObjects() {
        StringBuilder objects = new StringBuilder("1 0 obj <</Type/Catalog>> endobj\n");
        for (int i = 2; i < 200_000; i++) {
            objects.append(i).append(" 0 obj [] endobj\n");
        }
        return PdfReaderTests.pdf(objects.toString());
    }

    private static byte[] deflated(String unit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            repeat(unit, out);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(bytes)) {
            new ByteArrayInputStream(content).transferTo(out);
        }
        return bytes.toByteArray();
    }

    private static void repeat(String unit, OutputStream out) throws IOException {
        byte[] chunk = unit.repeat((1 << 20) / unit.length()).getBytes(StandardCharsets.ISO_8859_1);
        for (int written = 0; written < BOMB; written += chunk.length) {
            out.write(chunk);
        }
    }

    private static byte[] hex(byte[] bytes) {
        return text(java.util.HexFormat.of().formatHex(bytes) + ">");
    }

    private static byte[] firstHalf(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text(content));
    }
}
