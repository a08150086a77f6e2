package org.duban.document;

import org.duban.extraction.Source;

/** Text and Markdown: shown and read as they are. */
final class PlainText {

    private PlainText() {}

    static Source read(byte[] file) throws UnreadableDocument {
        return Source.of(Decoded.text(file));
    }
}
