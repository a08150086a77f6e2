package org.duban.task;

import org.duban.directive.DirectiveId;

/**
 * A running key task that says much the same as a row of a table.
 *
 * @param directiveLabel document number of its directive, or the title where there is none
 * @param likeness in per cent, from {@link SimilarTasks#MUCH_ALIKE} to 100
 */
public record SimilarTask(
        KeyTaskId id, String no, String title, DirectiveId directiveId, String directiveLabel, int likeness) {}
