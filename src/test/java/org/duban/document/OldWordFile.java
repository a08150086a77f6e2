package org.duban.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Writes the least that is a Word 97 file after [MS-DOC]: a text of one piece with the properties of its paragraphs. No
 * library that the build has can do so.
 */
final class OldWordFile {

    private static final int TEXT_AT = 0x600;
    private static final int PAGE = 512;
    private static final int PARAGRAPHS_OF_A_PAGE = 4;
    private static final int FIB_PAIRS = 0x9A;
    private static final int FIB_PAIRS_COUNT = 0x5D;

    /** Marks a paragraph as part of a table, the last of a row, and on the first level. */
    private static final byte[] IN_TABLE = bytes(0x16, 0x24, 1);

    private static final byte[] ROW_END = bytes(0x17, 0x24, 1);
    private static final byte[] FIRST_LEVEL = bytes(0x49, 0x66, 1, 0, 0, 0);

    private final byte[] level;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> ends = new ArrayList<>();
    private final List<byte[]> properties = new ArrayList<>();

    /** @param levels whether tables count their levels, as from Word 2000 on */
    OldWordFile(boolean levels) {
        level = levels ? FIRST_LEVEL : new byte[0];
    }

    OldWordFile paragraph(String content) {
        return add(content + "\r", new byte[0]);
    }

    /** A row; widths in twentieths of a point, a merged cell with its flag 0x20 (goes on) or 0x60 (begins). */
    OldWordFile row(String[] cells, int[] edges, int[] merging) {
        for (String cell : cells) {
            add(cell + "\u0007", joined(IN_TABLE, level));
        }
        ByteBuffer row = buffer(2 + 2 + 1 + edges.length * 2 + cells.length * 20);
        row.putShort((short) 0xD608);
        row.putShort((short) (2 + edges.length * 2 + cells.length * 20)).put((byte) cells.length);
        for (int edge : edges) {
            row.putShort((short) edge);
        }
        for (int flags : merging) {
            row.putShort((short) flags).put(new byte[18]);
        }
        return add("\u0007", joined(IN_TABLE, ROW_END, level, row.array()));
    }

    byte[] bytes() throws IOException {
        int textBytes = text.length() * 2;
        int characterPage = (TEXT_AT + textBytes) / PAGE + 1;
        int pages = (ends.size() + PARAGRAPHS_OF_A_PAGE - 1) / PARAGRAPHS_OF_A_PAGE;
        ByteBuffer main = buffer((characterPage + 1 + pages) * PAGE);
        main.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(10, (short) 0x0200);
        main.putInt(24, TEXT_AT).putInt(28, TEXT_AT + textBytes);
        main.putShort(32, (short) 14).putShort(62, (short) 22);
        main.putInt(64, main.capacity()).putInt(64 + 12, text.length());
        main.putShort(152, (short) FIB_PAIRS_COUNT);
        main.put(TEXT_AT, text.toString().getBytes(StandardCharsets.UTF_16LE));
        int page = characterPage * PAGE;
        main.putInt(page, TEXT_AT).putInt(page + 4, TEXT_AT + textBytes).put(page + PAGE - 1, (byte) 1);
        ByteBuffer paragraphs = buffer(pages * 8 + 4);
        paragraphs.putInt(TEXT_AT);
        for (int i = 0; i < pages; i++) {
            int last = Math.min(ends.size(), (i + 1) * PARAGRAPHS_OF_A_PAGE);
            paragraphPage(main, page + (i + 1) * PAGE, i * PARAGRAPHS_OF_A_PAGE, last);
            paragraphs.putInt(4 + i * 4, TEXT_AT + ends.get(last - 1) * 2);
            paragraphs.putInt(4 + pages * 4 + i * 4, characterPage + 1 + i);
        }

        ByteBuffer table = buffer(4_096);
        part(main, table, 1, bytes(18, 0, 1, 0, 10, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        part(main, table, 6, ints(0, text.length(), 0xFFFF0000, 0x0000FFFF, 0));
        part(main, table, 12, ints(TEXT_AT, TEXT_AT + textBytes, characterPage));
        part(main, table, 13, paragraphs.array());
        part(main, table, 15, bytes(0, 0, 0, 0));
        part(main, table, 31, new byte[600]);
        ByteBuffer pieces = buffer(21);
        pieces.put((byte) 2)
                .putInt(16)
                .putInt(0)
                .putInt(text.length())
                .putShort((short) 0)
                .putInt(TEXT_AT);
        part(main, table, 33, pieces.array());

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(main.array()), "WordDocument");
            container.createDocument(new ByteArrayInputStream(table.array()), "1Table");
            container.writeFilesystem(file);
        }
        return file.toByteArray();
    }

    private OldWordFile add(String content, byte[] paragraphProperties) {
        text.append(content);
        ends.add(text.length());
        properties.add(paragraphProperties);
        return this;
    }

    private void paragraphPage(ByteBuffer main, int page, int first, int last) {
        int count = last - first;
        main.putInt(page, TEXT_AT + (first == 0 ? 0 : ends.get(first - 1) * 2));
        int free = PAGE - 2;
        for (int i = 0; i < count; i++) {
            main.putInt(page + 4 + 4 * i, TEXT_AT + ends.get(first + i) * 2);
            byte[] own = properties.get(first + i);
            // The style's number and the properties, in an odd number of bytes behind a count of their words
            int length = 2 + own.length + (own.length + 1) % 2;
            free -= length + 1;
            main.put(page + 4 * (count + 1) + 13 * i, (byte) (free / 2));
            main.put(page + free, (byte) ((length + 1) / 2));
            main.put(page + free + 3, own);
        }
        main.put(page + PAGE - 1, (byte) count);
    }

    private static void part(ByteBuffer main, ByteBuffer table, int index, byte[] content) {
        main.putInt(FIB_PAIRS + index * 8, table.position()).putInt(FIB_PAIRS + index * 8 + 4, content.length);
        table.put(content);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = buffer(values.length * 4);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
