package org.duban.watchdog;

/** Failures in a line, for a person who will look for more in the log. */
public final class Causes {

    /** Longest line, in characters. */
    public static final int LONGEST = 200;

    private Causes() {}

    /** The kind of the innermost cause, and the first line of what it says. */
    public static String brief(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String kind = cause.getClass().getSimpleName();
        return brief(cause.getMessage() == null ? kind : kind + ": " + cause.getMessage());
    }

    /** The first line of the text, cut where it is long; empty for none. */
    public static String brief(String text) {
        if (text == null) {
            return "";
        }
        String line = text.lines()
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
