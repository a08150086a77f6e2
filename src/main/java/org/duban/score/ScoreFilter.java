package org.duban.score;

import org.duban.directive.DirectiveId;

/**
 * Which lines count.
 *
 * @param year in the configured zone, by when it happened
 * @param directive {@code null} for all
 */
public record ScoreFilter(LedgerId ledger, int year, DirectiveId directive) {}
