package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import javax.sql.DataSource;
import org.duban.base.MovableClock;
import org.duban.base.WorkingCalendar;
import org.duban.support.EmptyWorld;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four years of a real plan, played by a random crowd: whatever people do, what must stay true stays true. */
@OnEveryDatabase
class LifeTests {

    private static final int MONTHS_BETWEEN_CHECKS = 3;

    @Autowired
    EmptyWorld world;

    @Autowired
    PlanLife life;

    @Autowired
    Invariants invariants;

    @Autowired
    MovableClock clock;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @BeforeEach
    void empty() {
        clock.travelTo(calendar.at(LifeSize.BEGINS, LocalTime.of(8, 0)));
        world.begin();
    }

    @AfterEach
    void leaveNothing() {
        clock.release();
        world.begin();
    }

    @Test
    void nothingThatMustStayTrueBreaksInFourYears() throws IOException {
        LifeSize size = LifeSize.whole();
        Crowd crowd = life.crowd();
        try {
            Duration took = live(size, crowd);
            invariants.held(size, crowd);
            assertThat(Shadow.ofPeople(jdbc).minus(crowd.tally().traces()))
                    .as("what the ledger holds beyond what was acknowledged")
                    .isEqualTo(Traces.NONE);
            LifeReport.write(
                    LifeReport.database(dataSource),
                    crowd.tally()
                            .report(
                                    "A life of %d months, seed %d".formatted(size.months(), size.seed()),
                                    took,
                                    Shadow.ofTheClock(jdbc)));
        } catch (AssertionError broken) {
            throw new AssertionError("%s%n%s".formatted(size, crowd.tally()), broken);
        }
        assertThat(crowd.tally().actions()).isGreaterThan(80 * size.months());
    }

    /** Returns how long it took, without the looking in between. */
    private Duration live(LifeSize size, Crowd crowd) {
        Archive archive = new Archive(jdbc);
        life.begin(size);
        archive.compare();
        Duration took = Duration.ZERO;
        for (LocalDate day = LifeSize.BEGINS; day.isBefore(size.ends()); ) {
            day = day.plusMonths(MONTHS_BETWEEN_CHECKS);
            long started = System.nanoTime();
            life.live(crowd, size, day.isBefore(size.ends()) ? day : size.ends());
            took = took.plusNanos(System.nanoTime() - started);
            invariants.holdNow(size);
            invariants.movedDays().forEach((kind, items) -> crowd.tally().seen("day moved of " + kind, items));
            archive.compare();
        }
        return took;
    }
}
