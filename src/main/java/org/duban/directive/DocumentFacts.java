package org.duban.directive;

import java.time.LocalDate;

/**
 * What is known of a document besides its table.
 *
 * @param title never empty
 * @param number document number (发文字号), or {@code null}
 * @param issuer issuing authority; empty or {@code null} where it is not known
 * @param issued day of issue, or {@code null}
 * @param periodFrom first year that it plans for, or {@code null}
 * @param periodTo last year, inclusive, or {@code null}
 * @param jurisdiction 国家 or the province that issued it; names in its table are read there first
 */
public record DocumentFacts(
        String title,
        String number,
        String issuer,
        LocalDate issued,
        Integer periodFrom,
        Integer periodTo,
        String jurisdiction) {

    public static DocumentFacts of(Directive directive) {
        return new DocumentFacts(
                directive.title(),
                directive.number(),
                directive.issuer(),
                directive.issued(),
                directive.periodFrom(),
                directive.periodTo(),
                directive.jurisdiction());
    }
}
