package org.duban.task;

import org.duban.directive.DirectiveId;

/**
 * A directive by which key tasks can be filtered.
 *
 * @param label document number, or the title where there is none
 */
public record DirectiveChoice(DirectiveId id, String label, String title) {}
