package org.duban.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of files that are taken as evidence. A file is of a type if its name ends in the extension <em>and</em> its
 * content is what the extension says; what a browser claims about it counts for nothing.
 */
enum FileType {
    PDF("application/pdf", Content.PDF, "pdf"),
    DOC("application/msword", Content.OLE, "doc"),
    XLS("application/vnd.ms-excel", Content.OLE, "xls"),
    PPT("application/vnd.ms-powerpoint", Content.OLE, "ppt"),
    WPS("application/wps-office.wps", Content.OLE, "wps"),
    ET("application/wps-office.et", Content.OLE, "et"),
    DPS("application/wps-office.dps", Content.OLE, "dps"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Content.OOXML, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Content.OOXML, "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Content.OOXML, "pptx"),
    TXT("text/plain", Content.TEXT, "txt"),
    CSV("text/csv", Content.TEXT, "csv"),
    JPEG("image/jpeg", Content.JPEG, "jpg", "jpeg"),
    PNG("image/png", Content.PNG, "png"),
    ZIP("application/zip", Content.ZIP, "zip");

    private enum Content {
        PDF(0x25, 0x50, 0x44, 0x46, 0x2D),
        OLE(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
        ZIP(0x50, 0x4B, 0x03, 0x04),
        OOXML(0x50, 0x4B, 0x03, 0x04),
        JPEG(0xFF, 0xD8, 0xFF),
        PNG(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A),
        TEXT;

        private final byte[] start;

        Content(int... start) {
            ByteBuffer bytes = ByteBuffer.allocate(start.length);
            for (int each : start) {
                bytes.put((byte) each);
            }
            this.start = bytes.array();
        }

        private boolean startsThere(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return Arrays.equals(in.readNBytes(start.length), start);
            }
        }
    }

    private final String mediaType;
    private final Content content;
    private final String[] extensions;

    FileType(String mediaType, Content content, String... extensions) {
        this.mediaType = mediaType;
        this.content = content;
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<FileType> byExtension(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type ->
                        fileName.contains(".") && Arrays.asList(type.extensions).contains(extension))
                .findFirst();
    }

    /** Reads no more of the file than the decision needs, and nothing of it into memory as a whole. */
    boolean matches(Path file) throws IOException {
        if (!content.startsThere(file)) {
            return false;
        }
        return switch (content) {
            case TEXT -> PlainText.isText(file);
            case ZIP -> ZipContent.isReadable(file);
            case OOXML -> ZipContent.declares(file, mediaType + ".main+xml");
            case PDF, OLE, JPEG, PNG -> true;
        };
    }

    /** For the file picker. */
    static String[] allExtensions() {
        return Arrays.stream(values())
                .flatMap(type -> Arrays.stream(type.extensions))
                .map(extension -> "." + extension)
                .toArray(String[]::new);
    }
}
