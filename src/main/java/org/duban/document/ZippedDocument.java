package org.duban.document;

import java.io.IOException;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Source;

/** Office Open XML, told apart by the parts; other zip files are named. */
final class ZippedDocument {

    private ZippedDocument() {}

    static Source read(byte[] file) throws UnreadableDocument, IOException {
        Archive archive = Archive.of(file);
        if (archive.has("OFD.xml")) {
            throw new UnreadableDocument(Reason.UNKNOWN_TYPE, "OFD");
        }
        if (archive.has("META-INF/manifest.xml") && archive.has("content.xml")) {
            throw new UnreadableDocument(Reason.UNKNOWN_TYPE, "OpenDocument");
        }
        if (!archive.has("[Content_Types].xml")) {
            throw new UnreadableDocument(Reason.UNKNOWN_TYPE, "ZIP");
        }
        if (archive.has("xl/workbook.bin")) {
            throw new UnreadableDocument(Reason.UNKNOWN_TYPE, "XLSB");
        }
        OfficeParts parts = OfficeParts.of(archive);
        Xml main = parts.main();
        main.nextChild(0);
        return switch (main.name()) {
            case "document" -> WordReader.read(parts);
            case "workbook" -> SheetReader.read(parts);
            case "presentation" -> throw new UnreadableDocument(Reason.UNKNOWN_TYPE, "PowerPoint");
            default -> throw new UnreadableDocument(Reason.UNKNOWN_TYPE, main.name());
        };
    }
}
