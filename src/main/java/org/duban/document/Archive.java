package org.duban.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.duban.document.UnreadableDocument.Reason;

/**
 * A zip file in memory. Its parts are found by the directory at its end, as office programs do, and inflated one by one
 * when they are asked for, all of them together within a limit.
 *
 * <p>Sizes that the file states are not believed, so there is nothing to say about the 64-bit ones of large archives.
 */
final class Archive {

    private static final int END_RECORD = 0x06054b50;
    private static final int END_RECORD_BYTES = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int DIRECTORY_RECORD = 0x02014b50;
    private static final int DIRECTORY_RECORD_BYTES = 46;
    private static final int LOCAL_RECORD = 0x04034b50;
    private static final int LOCAL_RECORD_BYTES = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer file;
    private final Map<String, Entry> entries = new HashMap<>();
    private long budget = Limits.ARCHIVE_BYTES;

    private Archive(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Archive of(byte[] file) throws UnreadableDocument {
        Archive archive = new Archive(file);
        archive.readDirectory();
        return archive;
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The part, or {@code null} where there is none. */
    byte[] part(String name) throws UnreadableDocument, IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        if (file.getInt(entry.start) != LOCAL_RECORD) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
        int data = entry.start + LOCAL_RECORD_BYTES + unsigned(entry.start + 26) + unsigned(entry.start + 28);
        if (entry.method == DEFLATED) {
            return inflated(data);
        }
        if (entry.method != STORED || entry.storedBytes < 0 || entry.storedBytes > file.limit() - data) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
        byte[] part = new byte[entry.storedBytes];
        spend(part.length);
        file.get(data, part);
        return part;
    }

    private byte[] inflated(int data) throws UnreadableDocument, IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 16];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file.slice(data, file.limit() - data));
            while (!inflater.finished()) {
                int count = inflater.inflate(chunk);
                if (count == 0 && !inflater.finished()) {
                    throw new UnreadableDocument(Reason.BROKEN);
                }
                spend(count);
                part.write(chunk, 0, count);
            }
        } catch (DataFormatException broken) {
            throw new IOException(broken);
        } finally {
            inflater.end();
        }
        return part.toByteArray();
    }

    private void spend(int bytes) throws UnreadableDocument {
        budget -= bytes;
        if (budget < 0) {
            throw new UnreadableDocument(Reason.ARCHIVE_BOMB);
        }
    }

    private void readDirectory() throws UnreadableDocument {
        int end = endRecord();
        int at = file.getInt(end + 16);
        for (int count = 0; at >= 0 && at < end && file.getInt(at) == DIRECTORY_RECORD; count++) {
            if (count == Limits.ARCHIVE_ENTRIES) {
                throw new UnreadableDocument(Reason.ARCHIVE_BOMB);
            }
            if ((unsigned(at + 8) & 1) != 0) {
                throw new UnreadableDocument(Reason.ENCRYPTED);
            }
            byte[] name = new byte[unsigned(at + 28)];
            file.get(at + DIRECTORY_RECORD_BYTES, name);
            entries.put(
                    new String(name, StandardCharsets.UTF_8),
                    new Entry(unsigned(at + 10), file.getInt(at + 20), file.getInt(at + 42)));
            at += DIRECTORY_RECORD_BYTES + name.length + unsigned(at + 30) + unsigned(at + 32);
        }
        if (entries.isEmpty()) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
    }

    /** Where the last record is; a file that was cut off has none. */
    private int endRecord() throws UnreadableDocument {
        int last = file.limit() - END_RECORD_BYTES;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (file.getInt(at) == END_RECORD) {
                return at;
            }
        }
        throw new UnreadableDocument(Reason.BROKEN);
    }

    private int unsigned(int at) {
        return file.getShort(at) & 0xFFFF;
    }

    private record Entry(int method, int storedBytes, int start) {}
}
