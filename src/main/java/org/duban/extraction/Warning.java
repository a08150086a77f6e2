package org.duban.extraction;

/**
 * Something about a row that a person should look at.
 *
 * @param detail the words of the source that it is about; never {@code null}, may be empty
 * @param range where they stand in the source
 */
public record Warning(Kind kind, String detail, Range range) {

    /** Whether the row must not be launched before somebody has decided. */
    public boolean blocking() {
        return kind.blocking;
    }

    public enum Kind {
        /** The source says that somebody is responsible, but no name could be read. */
        NO_NAME(true),
        /** A piece of the note fits no rule of the grammar; it is kept as a name. */
        UNREADABLE_NAME(true),
        /** The note names several tasks' worth of clauses: it was taken for all of them. */
        SHARED_NOTE(false),
        /** 等, 等部门: the source names further bodies without saying which. */
        OPEN_LIST(false),
        /** 有关部门, 各市: a group that somebody has to expand. */
        GROUP(false),
        /** Two names stood together without a separator and were taken apart. */
        SEPARATOR_MISSING(false),
        /** A bracket is missing; the note was read up to the next boundary. */
        BRACKET_MISSING(false),
        /** The lead, or a group, comes from a rule stated earlier in the document. */
        BY_EARLIER_RULE(false),
        /** The same name stands in two roles; the stronger one was kept. */
        TWO_ROLES(false),
        /** Several deadlines; the latest was taken. */
        SEVERAL_DEADLINES(false);

        private final boolean blocking;

        Kind(boolean blocking) {
            this.blocking = blocking;
        }

        public boolean blocking() {
            return blocking;
        }
    }
}
