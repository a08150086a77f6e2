package org.duban.document;

/** Ends the reading of a file that keeps a library busy for longer than any document does. */
final class TimeLimit {

    private static final long NANOS = 30_000_000_000L;

    private final long end = System.nanoTime() + NANOS;

    /** Once there is no time left. */
    void check() throws TooComplexException {
        if (System.nanoTime() - end > 0) {
            throw new TooComplexException();
        }
    }

    /** Goes through the libraries' own handling of exceptions, which takes the checked ones for damage of the file. */
    static final class TooComplexException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
