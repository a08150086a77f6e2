package org.duban.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest files that are what their extensions say. */
public final class Samples {

    public static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    static final byte[] OLE = Arrays.copyOf(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 512);
    static final byte[] PNG = Arrays.copyOf(HexFormat.of().parseHex("89504e470d0a1a0a"), 64);
    static final byte[] JPEG = Arrays.copyOf(HexFormat.of().parseHex("ffd8ffe0"), 64);

    private Samples() {}

    static byte[] zip(String entry, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** An Office document whose main part has this content type. */
    static byte[] office(String contentType) {
        return zip(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/main.xml\" ContentType=\"" + contentType + "\"/></Types>");
    }

    static byte[] docx() {
        return office("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
    }

    static byte[] xlsx() {
        return office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
    }

    static byte[] pptx() {
        return office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml");
    }

    public static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
