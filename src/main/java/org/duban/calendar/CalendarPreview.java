package org.duban.calendar;

import java.util.List;

/**
 * What a file would change, before anything is entered.
 *
 * @param basedOn the calendar that it was compared with
 * @param bad in ascending order; while there are any, nothing can be entered
 * @param years in ascending order, those that the file replaces
 */
public record CalendarPreview(long basedOn, List<BadLine> bad, List<YearChange> years) {

    public boolean enterable() {
        return bad.isEmpty();
    }
}
