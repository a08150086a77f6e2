package org.duban.extension;

import java.time.LocalDate;
import org.duban.base.Refusal;
import org.duban.base.Words;

/**
 * What a department asks for, and why.
 *
 * @param newDueOn the due date that it wants
 * @param percent how far the work is, 0 to 100
 * @param progress what has been done so far
 */
public record Request(LocalDate newDueOn, String reason, Integer percent, String progress) {

    /** Longest reason, and longest account of the progress, in characters. */
    public static final int LONGEST = 2000;

    /** The same without outer blanks. @throws Refusal if something of it is missing, too long or no percentage */
    Request checked() {
        if (percent == null || percent < 0 || percent > 100) {
            throw new Refusal("refusal.extension.percent");
        }
        return new Request(
                newDueOn,
                Words.required(reason, LONGEST, "refusal.reasonMissing"),
                percent,
                Words.required(progress, LONGEST, "refusal.extension.progressMissing"));
    }
}
