package org.duban.base;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/**
 * Makes identifiers: 64-bit, unique over all servers on a database and ascending in time of the application's clock, so
 * that order by identifier is order of making.
 *
 * <p>Servers are kept apart by ten bits: how many starts the database has seen, modulo 1024. Two that run at once have
 * the same ones only if the elder has lived through 1023 starts of others, and even then make the same identifier only
 * by counting alike within the same millisecond. Nothing has to be leased, renewed or given back for that.
 */
@Component
public class Ids {

    private static final int NODE_BITS = 10;

    private final TsidFactory factory;

    Ids(Clock clock, JdbcClient jdbc) {
        // A clock that is set back must not make an identifier twice.
        AtomicLong latest = new AtomicLong();
        this.factory = TsidFactory.builder()
                .withNodeBits(NODE_BITS)
                .withNode(countStart(clock, jdbc) % (1 << NODE_BITS))
                .withTimeFunction(() -> latest.accumulateAndGet(clock.millis(), Math::max))
                .build();
    }

    private static int countStart(Clock clock, JdbcClient jdbc) {
        KeyHolder start = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO server_start (started_at) VALUES (:now)")
                .param("now", Moments.toDatabase(clock.instant()))
                .update(start, "id");
        return start.getKey().intValue();
    }

    public long next() {
        return factory.create().toLong();
    }

    /** The form of an identifier in addresses: 13 characters, case-insensitive. */
    public static String format(long id) {
        return Tsid.from(id).toString();
    }

    /** @throws Refusal {@code NOT_FOUND} if the text was never made by {@link #format(long)} */
    public static long parse(String text) {
        if (!Tsid.isValid(text)) {
            throw Refusal.notFound();
        }
        return Tsid.from(text).toLong();
    }
}
