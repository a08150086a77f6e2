package org.duban.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Source;

/** Turns files of any readable kind into texts with positions. */
public final class Documents {

    private Documents() {}

    /**
     * The text of the file; line breaks are {@code \n} whatever they were, and a byte order mark is gone.
     *
     * @param fileName its name for people; only the extension is looked at, and only where the content leaves a doubt
     * @throws UnreadableDocument and nothing else, whatever the file holds
     */
    public static Source read(String fileName, Path file) throws UnreadableDocument {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableDocument(Reason.NOT_ACCESSIBLE);
            }
            requireAcceptable(Files.size(file));
            try (InputStream content = Files.newInputStream(file)) {
                return read(fileName, content);
            }
        } catch (IOException inaccessible) {
            throw new UnreadableDocument(Reason.NOT_ACCESSIBLE, inaccessible);
        }
    }

    /**
     * As {@link #read(String, Path)}; reads no more of the stream than the size that is accepted, and leaves it open.
     *
     * @throws UnreadableDocument and nothing else, also when the stream breaks off
     */
    public static Source read(String fileName, InputStream content) throws UnreadableDocument {
        byte[] bytes;
        try {
            bytes = content.readNBytes(Limits.FILE_BYTES + 1);
        } catch (IOException interrupted) {
            throw new UnreadableDocument(Reason.NOT_ACCESSIBLE, interrupted);
        }
        requireAcceptable(bytes.length);
        return read(fileName, bytes);
    }

    private static Source read(String fileName, byte[] bytes) throws UnreadableDocument {
        if (bytes.length == 0) {
            throw new UnreadableDocument(Reason.EMPTY);
        }
        Source source;
        try {
            source = Format.readerOf(fileName, bytes).read(bytes);
        } catch (TimeLimit.TooComplexException tooComplex) {
            throw new UnreadableDocument(Reason.TOO_COMPLEX, tooComplex);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // The libraries say "broken" with exceptions of every kind.
            throw new UnreadableDocument(Reason.BROKEN, broken);
        }
        if (source.text().isBlank()) {
            throw new UnreadableDocument(Reason.NO_TEXT);
        }
        return source;
    }

    private static void requireAcceptable(long size) throws UnreadableDocument {
        if (size > Limits.FILE_BYTES) {
            throw new UnreadableDocument(Reason.TOO_LARGE, Limits.FILE_BYTES >> 20);
        }
    }
}
