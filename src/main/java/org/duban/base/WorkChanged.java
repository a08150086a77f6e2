package org.duban.base;

/**
 * Something about a directive's work is different now; published inside the transaction, told to open pages after its
 * commit. It carries no content: a page reads again with its own user's rights.
 *
 * @param directiveId the directive
 * @param keyTaskId the key task, or {@code null} where the whole directive changed
 */
public record WorkChanged(long directiveId, Long keyTaskId) {}
