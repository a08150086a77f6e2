package org.duban.directive;

import org.duban.extraction.Range;

/**
 * A piece of a document around the sentence of a row.
 *
 * @param fileName of the file that it was in, or {@code null} for pasted text
 * @param text the piece
 * @param quote where the row stands in the piece
 * @param fromStart whether the piece begins where the document does
 * @param toEnd whether it ends where the document does
 */
public record Passage(String fileName, String text, Range quote, boolean fromStart, boolean toEnd) {

    /** Begins and ends at lines where there are some within reach. */
    static Passage of(SourceText source, Range quote, int around) {
        String text = source.text();
        int from = Math.max(0, quote.start() - around);
        int to = Math.min(text.length(), quote.end() + around);
        if (from > 0) {
            int line = text.indexOf('\n', from);
            from = line >= 0 && line < quote.start() ? line + 1 : from;
        }
        if (to < text.length()) {
            int line = text.lastIndexOf('\n', to - 1);
            to = line >= quote.end() ? line : to;
        }
        return new Passage(
                source.fileName(),
                text.substring(from, to),
                new Range(quote.start() - from, quote.end() - from),
                from == 0,
                to == text.length());
    }
}
