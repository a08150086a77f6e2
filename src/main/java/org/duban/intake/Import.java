package org.duban.intake;

import java.time.Instant;
import java.util.List;
import org.duban.directive.DirectiveId;

/**
 * An import as it stands now.
 *
 * @param fileName or {@code null} for pasted text
 * @param documents what was found, once it is read
 * @param toCreate how many drafts were asked for
 * @param drafts those that are there, in the order of the documents
 * @param failure why it failed, or {@code null}; some drafts may be there nevertheless
 */
public record Import(
        ImportId id,
        String fileName,
        State state,
        Instant startedAt,
        List<FoundDocument> documents,
        int toCreate,
        List<DirectiveId> drafts,
        Failure failure) {

    public enum State {
        /** The text is being read, and documents looked for in it. */
        READING,
        /** Whoever imports it chooses among the documents. */
        READ,
        /** Drafts of the chosen documents are being made. */
        CREATING,
        /** All drafts that were asked for are there. */
        CREATED,
        FAILED
    }

    /** A text of the message bundles, and what fills its places. */
    public record Failure(String messageKey, List<Object> arguments) {}

    public boolean underWay() {
        return state == State.READING || state == State.CREATING;
    }
}
