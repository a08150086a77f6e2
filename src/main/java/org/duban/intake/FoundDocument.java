package org.duban.intake;

import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.directive.DocumentFacts;

/**
 * A document that was found in a text.
 *
 * @param index place among the documents of the import, from 0
 * @param facts what the text says of it, as far as it does; to be corrected by whoever imports it
 * @param jurisdictionKnown whether the text says whose document it is; if not, the one in the facts is only the usual one
 * @param rows rows of its division table
 * @param blocked rows among them on which somebody has to decide before they can be launched, names aside
 * @param firstRows titles of the first rows
 * @param importedBefore a directive of the same document number that the caller sees, or {@code null}
 */
public record FoundDocument(
        int index,
        DocumentFacts facts,
        boolean jurisdictionKnown,
        int rows,
        int blocked,
        List<String> firstRows,
        DirectiveId importedBefore) {}
