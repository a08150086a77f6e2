package org.duban.task;

import java.time.LocalDate;

/**
 * How an on-site check is planned.
 *
 * @param plannedOn today or later
 * @param place may be left open
 * @param inspectors who goes there
 */
public record SiteVisit(LocalDate plannedOn, String place, String inspectors) {

    /** Longest place, and longest list of inspectors, in characters. */
    public static final int LONGEST = 200;
}
