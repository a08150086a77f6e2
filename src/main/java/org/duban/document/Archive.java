package org.duban.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.duban.document.UnreadableDocument.Reason;

/** The XML parts of a zip file, unpacked in memory within limits; pictures and the like are passed over. */
final class Archive {

    private static final int END_RECORD = 0x06054b50;
    private static final int END_RECORD_BYTES = 22;
    private static final int LONGEST_COMMENT = 65_535;

    private final Map<String, byte[]> parts;

    private Archive(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static Archive of(byte[] file) throws UnreadableDocument, IOException {
        if (!isComplete(file)) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
        if ((file[6] & 1) != 0) {
            throw new UnreadableDocument(Reason.ENCRYPTED);
        }
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            long budget = Limits.ARCHIVE_BYTES;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > Limits.ARCHIVE_ENTRIES) {
                    throw new UnreadableDocument(Reason.ARCHIVE_BOMB);
                }
                String name = entry.getName();
                boolean wanted = name.endsWith(".xml") || name.endsWith(".rels");
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                byte[] chunk = new byte[1 << 16];
                for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
                    budget -= read;
                    if (budget < 0) {
                        throw new UnreadableDocument(Reason.ARCHIVE_BOMB);
                    }
                    if (wanted) {
                        part.write(chunk, 0, read);
                    }
                }
                parts.put(name, wanted ? part.toByteArray() : new byte[0]);
            }
        }
        return new Archive(parts);
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /** The part, or {@code null} where there is none. */
    byte[] part(String name) {
        return parts.get(name);
    }

    /** A file that was cut off lacks its last record, though its first parts may be whole. */
    private static boolean isComplete(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int last = file.length - END_RECORD_BYTES;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END_RECORD) {
                return true;
            }
        }
        return false;
    }
}
