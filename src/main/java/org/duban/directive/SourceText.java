package org.duban.directive;

import java.time.Instant;
import org.duban.account.AccountId;

/**
 * The text from which a directive's table was read; the ranges of its rows count in it.
 *
 * @param fileName of the file that it was in, or {@code null} for pasted text
 * @param text of this document alone, where the file held several
 */
public record SourceText(String fileName, String text, AccountId importedBy, Instant importedAt) {}
