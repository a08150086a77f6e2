package org.duban.base;

import java.time.LocalDate;

/**
 * A day that is otherwise than Monday to Friday would have it.
 *
 * @param occasion the holiday that it belongs to, in Chinese as announced; may be {@code null} for a working day
 */
public record CalendarDay(LocalDate day, Kind kind, String occasion) {

    public enum Kind {
        /** 放假. */
        OFF,
        /** 调休上班: work on a weekend day, for a day of the holiday. */
        WORKING
    }
}
