package org.duban.base;

import com.github.f4b6a3.tsid.Tsid;
import com.github.f4b6a3.tsid.TsidFactory;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Makes identifiers: 64-bit, unique over all nodes and ascending in time of the application's clock, so that order by
 * identifier is order of making.
 */
@Component
public class Ids {

    private final TsidFactory factory;

    Ids(Clock clock) {
        // A clock that is set back must not make an identifier twice.
        AtomicLong latest = new AtomicLong();
        this.factory = TsidFactory.builder()
                .withTimeFunction(() -> latest.accumulateAndGet(clock.millis(), Math::max))
                .build();
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
