package org.duban.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Source;

/** The container of Office files up to 2003, and of newer ones with a password; told apart by its streams. */
final class CompoundDocument {

    private CompoundDocument() {}

    static Source read(byte[] file) throws UnreadableDocument, IOException {
        // As objects, a record is many times what it is in the file.
        if (file.length > Limits.COMPOUND_BYTES) {
            throw new UnreadableDocument(Reason.TOO_LARGE, Limits.COMPOUND_BYTES >> 20);
        }
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntry("EncryptedPackage")) {
                throw new UnreadableDocument(Reason.ENCRYPTED);
            }
            if (root.hasEntry("WordDocument")) {
                return OldWordReader.read(container);
            }
            if (root.hasEntry("Workbook") || root.hasEntry("Book") || root.hasEntry("WORKBOOK")) {
                return OldSheetReader.read(container);
            }
            if (root.hasEntry("PowerPoint Document")) {
                throw new UnreadableDocument(Reason.UNKNOWN_TYPE, "PowerPoint");
            }
            throw new UnreadableDocument(Reason.UNKNOWN_TYPE, "OLE2");
        } catch (EncryptedDocumentException encrypted) {
            throw new UnreadableDocument(Reason.ENCRYPTED, encrypted);
        }
    }
}
