package org.duban.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duban.base.CountedDays;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;

/** How the due day of an item was counted, from what is kept with it. */
final class Counted {

    private Counted() {}

    /** {@code null} where the day was not counted. */
    static CountedDays read(ResultSet row, WorkingCalendar calendar) throws SQLException {
        Integer days = row.getObject("counted_days", Integer.class);
        return days == null ? null : calendar.count(Moments.readDay(row, "counted_from"), days);
    }
}
