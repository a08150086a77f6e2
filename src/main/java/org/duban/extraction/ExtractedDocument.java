package org.duban.extraction;

import java.time.LocalDate;
import java.util.List;

/**
 * A document found in a source, with its division table.
 *
 * @param range where it stands in the source
 * @param title its title, or {@code null} where it shows none
 * @param docNumber document number 发文字号 with brackets as printed, such as {@code 国发〔2016〕67号}, or {@code null}
 * @param issuer issuing authority, several joined by {@code 、}, or {@code null}
 * @param issuedOn day of issue, or {@code null}
 * @param period the years for which it plans, or {@code null}
 * @param tasks the rows in the order of the text; empty where nobody is made responsible for anything
 */
public record ExtractedDocument(
        Range range,
        String title,
        String docNumber,
        String issuer,
        LocalDate issuedOn,
        Period period,
        List<ExtractedTask> tasks) {

    public ExtractedDocument {
        tasks = List.copyOf(tasks);
    }

    /** Years, both included. */
    public record Period(int from, int to) {

        @Override
        public String toString() {
            return from == to ? Integer.toString(from) : from + "-" + to;
        }
    }
}
