package org.duban.document;

/**
 * What a document may have at most. The longest text among the real ones has 0.2 million characters; with all of these
 * used up at once, reading still stays below some hundred megabytes of memory.
 */
final class Limits {

    static final int FILE_BYTES = 32 << 20;

    /** Office files up to 2003 are read as a whole into objects. */
    static final int COMPOUND_BYTES = 16 << 20;

    static final int TEXT_CHARS = 20_000_000;

    /** Entries of an archive, and what all of them together inflate to; pictures hardly shrink, so they do not count much. */
    static final int ARCHIVE_ENTRIES = 10_000;

    static final long ARCHIVE_BYTES = 256L << 20;

    /** Cells of all tables, and columns of one. */
    static final int CELLS = 500_000;

    static final int COLUMNS = 1_000;

    /** Elements of a page, each an object in memory. */
    static final int ELEMENTS = 1_000_000;

    /** Elements or tables within each other. */
    static final int DEPTH = 256;

    private Limits() {}
}
