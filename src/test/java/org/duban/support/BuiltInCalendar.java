package org.duban.support;

import org.duban.base.CalendarChanged;
import org.duban.base.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away the years that a test brought in: the calendar is as after the first start. */
@Component
public class BuiltInCalendar {

    private static final int LAST = 2026;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    BuiltInCalendar(JdbcClient jdbc, Ids ids, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.transactions = transactions;
        this.events = events;
    }

    public void restore() {
        transactions.executeWithoutResult(status -> {
            for (String table : new String[] {"calendar_day", "calendar_year"}) {
                jdbc.sql("DELETE FROM " + table + " WHERE year_no > :last")
                        .param("last", LAST)
                        .update();
            }
            jdbc.sql("UPDATE calendar_revision SET revision = :revision")
                    .param("revision", ids.next())
                    .update();
            events.publishEvent(new CalendarChanged());
        });
    }
}
