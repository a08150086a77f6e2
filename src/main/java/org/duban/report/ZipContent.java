package org.duban.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What a ZIP file says about itself. Nothing is unpacked but the one part of an Office document that names its type, and
 * of that no more than {@value #LONGEST_PART} bytes, however large it claims or turns out to be.
 */
final class ZipContent {

    private static final int LONGEST_PART = 1 << 20;
    private static final String TYPES = "[Content_Types].xml";

    private ZipContent() {}

    static boolean isReadable(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() > 0;
        } catch (ZipException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** Whether it is an Office document (OOXML) with a part of exactly this content type. */
    static boolean declares(Path file, String contentType) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry(TYPES);
            if (types == null) {
                return false;
            }
            try (InputStream in = zip.getInputStream(types)) {
                return new String(in.readNBytes(LONGEST_PART), StandardCharsets.UTF_8)
                        .contains('"' + contentType + '"');
            }
        } catch (ZipException | IllegalArgumentException broken) {
            return false;
        }
    }
}
