package org.duban.directive;

import org.duban.base.Refusal;

/**
 * How long departments have when a duty of the directive is given to them, in working days after that day.
 *
 * @param acknowledgeDays for signing
 * @param disputeDays for disputing
 */
public record SigningTerms(int acknowledgeDays, int disputeDays) {

    public static final int SHORTEST = 1;
    public static final int LONGEST = 30;

    public static final SigningTerms USUAL = new SigningTerms(2, 3);

    void requireSensible() {
        if (!sensible(acknowledgeDays) || !sensible(disputeDays)) {
            throw new Refusal("refusal.signing.days", SHORTEST, LONGEST);
        }
    }

    private static boolean sensible(int days) {
        return days >= SHORTEST && days <= LONGEST;
    }
}
