package org.duban.extraction;

import java.util.List;

/** Reads division tables out of a text. */
public final class Extractor {

    private Extractor() {}

    /**
     * The documents that the source holds, in their order; at least one for a text that is not blank. Takes time in
     * proportion to the length of the text and never throws for what the text says.
     */
    public static List<ExtractedDocument> extract(Source source) {
        if (source.text().isBlank()) {
            return List.of();
        }
        Range all = new Range(0, source.text().length());
        return List.of(new ExtractedDocument(all, null, null, null, null, null, List.of()));
    }
}
