package org.duban.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.duban.document.UnreadableDocument.Reason;

/** Tells by its content what a file is. The name decides only between kinds of text. */
final class Format {

    private static final int HEAD = 4_096;

    /** What is not read, by how it begins, so that the refusal can name it. */
    private static final List<Foreign> FOREIGN = List.of(
            new Foreign("RTF", "{\\rtf"),
            new Foreign("PNG", "\u0089PNG"),
            new Foreign("JPEG", "\u00ff\u00d8\u00ff"),
            new Foreign("GIF", "GIF8"),
            new Foreign("TIFF", "II*\0"),
            new Foreign("TIFF", "MM\0*"),
            new Foreign("RAR", "Rar!"),
            new Foreign("7z", "7z\u00bc\u00af"),
            new Foreign("gzip", "\u001f\u008b"));

    /** Some programs write something else before a PDF begins. */
    private static final int PDF_WITHIN = 1_024;

    private static final String ZIP = "PK\u0003\u0004";
    private static final String COMPOUND = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    private static final Pattern HTML =
            Pattern.compile("<!doctype\\s{1,9}html|<(html|head|body|table|meta)[\\s>]", Pattern.CASE_INSENSITIVE);

    private Format() {}

    static DocumentReader readerOf(String fileName, byte[] bytes) throws UnreadableDocument {
        // One character a byte: enough for comparing
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (Foreign foreign : FOREIGN) {
            if (head.startsWith(foreign.beginning)) {
                throw new UnreadableDocument(Reason.UNKNOWN_TYPE, foreign.name);
            }
        }
        if (head.startsWith(ZIP)) {
            return ZippedDocument::read;
        }
        if (head.startsWith(COMPOUND)) {
            return CompoundDocument::read;
        }
        if (head.substring(0, Math.min(head.length(), PDF_WITHIN)).contains("%PDF-")) {
            return PdfReader::read;
        }
        return textReader(fileName, head);
    }

    private static DocumentReader textReader(String fileName, String head) {
        // In UTF-16 every other byte is zero.
        String beginning = head.replace("\0", "").replaceFirst("^[\u00ef\u00bb\u00bf\u00ff\u00fe\\s]{0,99}", "");
        String extension = fileName == null
                ? ""
                : fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean markup = beginning.startsWith("<");
        if (markup && HTML.matcher(beginning).find() || extension.startsWith("htm") || extension.equals("xhtml")) {
            return HtmlReader::read;
        }
        if (extension.equals("csv") || extension.equals("tsv")) {
            return CsvReader::read;
        }
        return PlainText::read;
    }

    private record Foreign(String name, String beginning) {}
}
