package org.duban.directive;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A policy document.
 *
 * @param number document number (发文字号), or {@code null} where the source gives none
 * @param periodFrom first year that the document plans for, or {@code null}
 * @param periodTo last year, inclusive, or {@code null}
 * @param jurisdiction 国家 or the province that issued it; names in its table are read there first
 * @param fallbackDue due date of rows that name none, as the last launch had it; {@code null} until launch
 * @param launchedAt when a supervisor first asked for the launch, or {@code null}
 */
public record Directive(
        DirectiveId id,
        String title,
        String number,
        String issuer,
        LocalDate issued,
        Integer periodFrom,
        Integer periodTo,
        String jurisdiction,
        ReportingPlan plan,
        LocalDate fallbackDue,
        State state,
        Instant launchedAt) {

    public enum State {
        /** The table can still be edited. */
        DRAFT,
        /** Its rows are becoming key tasks, a batch at a time. */
        LAUNCHING,
        /** Every row that could be launched is a key task; those that stayed behind can follow. */
        RUNNING
    }

    /** How often is reported on rows that say nothing else. */
    public ReportingFrequency reporting() {
        return plan.frequency();
    }

    /** The document number, or the title where there is none. */
    public String label() {
        return number != null ? number : title;
    }
}
