package org.duban.document;

import java.util.List;

/** A file that gives no text, with a reason for the person who handed it in. */
public final class UnreadableDocument extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Object> arguments;

    UnreadableDocument(Reason reason, Object... arguments) {
        this(reason, null, arguments);
    }

    UnreadableDocument(Reason reason, Throwable cause, Object... arguments) {
        super(reason + List.of(arguments).toString(), cause);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** Names a text in the message bundles; {@link #arguments()} fill its places. */
    public String messageKey() {
        return "unreadable." + reason;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }

    public enum Reason {
        /** More than {0} MB. */
        TOO_LARGE,
        /** More text than {0} million characters. */
        TOO_MUCH_TEXT,
        /** No bytes at all. */
        EMPTY,
        /** Well-formed, but there is nothing to read in it. */
        NO_TEXT,
        /** Pictures of pages without a text layer. */
        SCANNED,
        /** Opens with a password only. */
        ENCRYPTED,
        /** Cut off, damaged, or not what it claims to be. */
        BROKEN,
        /** A kind of file that is not read; {0} names it. */
        UNKNOWN_TYPE,
        /** No text, and no kind of file that we know. */
        UNRECOGNISED,
        /** Unpacks to far more than any document. */
        ARCHIVE_BOMB,
        /** Nested too deep, or more objects than any document has. */
        TOO_COMPLEX,
        /** Not there, a directory, or not allowed to be read. */
        NOT_ACCESSIBLE
    }
}
