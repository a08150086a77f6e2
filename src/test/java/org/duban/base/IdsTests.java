package org.duban.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEveryDatabase
class IdsTests {

    private static final int MANY = 4_000;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areDifferentOnServersThatMakeThemInTheSameMillisecond() {
        Clock stopped = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
        List<Ids> servers =
                Stream.generate(() -> new Ids(stopped, jdbc)).limit(5).toList();
        Set<Long> made = new HashSet<>();
        servers.forEach(
                server -> LongStream.generate(server::next).limit(MANY).boxed().forEach(made::add));
        assertThat(made).hasSize(servers.size() * MANY);
    }

    @Test
    void ascendAlsoWhenTheClockIsSetBack() {
        MovableClock clock = new MovableClock(ZoneOffset.UTC, Duration.ZERO);
        Ids ids = new Ids(clock, jdbc);
        clock.travelTo(Instant.parse("2026-03-02T01:00:00Z"));
        long before = ids.next();
        clock.travelTo(Instant.parse("2026-03-01T01:00:00Z"));
        assertThat(ids.next()).isGreaterThan(before);
    }
}
