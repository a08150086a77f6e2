package org.duban.document;

import java.io.IOException;
import org.duban.extraction.Source;

/** Reads one kind of file. */
interface DocumentReader {

    /** Exceptions other than {@link UnreadableDocument} mean that the file is broken. */
    Source read(byte[] file) throws UnreadableDocument, IOException;
}
