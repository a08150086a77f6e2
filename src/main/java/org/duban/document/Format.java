package org.duban.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.document.UnreadableDocument.Reason;

/** Tells from the first bytes what a file is. */
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

    private final DocumentReader reader;

    private Format(DocumentReader reader) {
        this.reader = reader;
    }

    static Format of(String fileName, byte[] bytes) throws UnreadableDocument {
        // One character a byte: enough for comparing
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        for (Foreign foreign : FOREIGN) {
            if (head.startsWith(foreign.beginning)) {
                throw new UnreadableDocument(Reason.UNKNOWN_TYPE, foreign.name);
            }
        }
        return new Format(PlainText::read);
    }

    DocumentReader reader() {
        return reader;
    }

    private record Foreign(String name, String beginning) {}
}
