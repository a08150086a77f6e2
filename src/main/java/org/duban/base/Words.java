package org.duban.base;

import java.util.Locale;

/** Checks of what people write, the same at every door. */
public final class Words {

    private Words() {}

    /** The text without outer blanks. @throws Refusal if it is empty or longer than {@code longest} characters */
    public static String required(String text, int longest, String messageKeyIfMissing) {
        if (text == null || text.isBlank()) {
            throw new Refusal(messageKeyIfMissing);
        }
        return bounded(text.strip(), longest);
    }

    /** The text without outer blanks, or {@code null} for an empty one. @throws Refusal if it is too long */
    public static String optional(String text, int longest) {
        return text == null || text.isBlank() ? null : bounded(text.strip(), longest);
    }

    /**
     * The pattern for {@code LOWER(column) LIKE} that finds the text anywhere, without regard to case. What is special in
     * patterns means itself; the backslash is the default escape of both databases.
     */
    public static String containing(String text) {
        return "%" + literally(text) + "%";
    }

    /** As {@link #containing}, at the beginning. */
    public static String beginningWith(String text) {
        return literally(text) + "%";
    }

    private static String literally(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    private static String bounded(String text, int longest) {
        if (text.length() > longest) {
            throw new Refusal("refusal.textTooLong", longest);
        }
        return text;
    }
}
