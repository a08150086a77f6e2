package org.duban.base;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The announced days, in memory. Each transaction asks once whether they are still what the tables say, by a number that
 * is another one after every change on whichever node, and counts with what it has then. Outside of transactions, where
 * pages only show something, an answer may be a second old.
 */
@Component
class CalendarDays {

    private static final long LASTS = Duration.ofSeconds(1).toNanos();

    /** At one revision, and when it was asked for last by the time of {@link System#nanoTime()}. */
    private record Checked(KnownDays days, long at) {}

    private final JdbcClient jdbc;
    private volatile Checked latest;

    CalendarDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KnownDays current() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            Checked known = latest;
            return known != null && System.nanoTime() - known.at() < LASTS ? known.days() : check();
        }
        KnownDays ofTransaction = (KnownDays) TransactionSynchronizationManager.getResource(this);
        return ofTransaction != null ? ofTransaction : keepForTransaction(check());
    }

    private KnownDays keepForTransaction(KnownDays days) {
        TransactionSynchronizationManager.bindResource(this, days);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(CalendarDays.this);
            }
        });
        return days;
    }

    @TransactionalEventListener
    void forget(CalendarChanged change) {
        latest = null;
    }

    /** The number is read before the days: a change between the two is found the next time. */
    private KnownDays check() {
        long revision = jdbc.sql("SELECT revision FROM calendar_revision")
                .query(Long.class)
                .single();
        Checked known = latest;
        KnownDays days = known != null && known.days().revision() == revision ? known.days() : read(revision);
        latest = new Checked(days, System.nanoTime());
        return days;
    }

    private KnownDays read(long revision) {
        Map<LocalDate, CalendarDay> days = new HashMap<>();
        Set<Integer> years = new HashSet<>();
        jdbc.sql(
                        """
                        SELECT y.year_no, d.day_on, d.kind, d.occasion
                          FROM calendar_year y LEFT JOIN calendar_day d ON d.year_no = y.year_no""")
                .query(row -> {
                    years.add(row.getInt("year_no"));
                    LocalDate day = Moments.readDay(row, "day_on");
                    if (day != null) {
                        days.put(
                                day,
                                new CalendarDay(
                                        day,
                                        CalendarDay.Kind.valueOf(row.getString("kind")),
                                        row.getString("occasion")));
                    }
                });
        return new KnownDays(revision, Map.copyOf(days), Set.copyOf(years));
    }
}
