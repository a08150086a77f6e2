package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import org.duban.base.MovableClock;
import org.duban.support.EmptyWorld;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Four years of a real plan, played by a random crowd: whatever people do, what must stay true stays true. */
@OnEveryDatabase
class LifeTests {

    private static final long SEED = 20260302;

    @Autowired
    EmptyWorld world;

    @Autowired
    PlanLife life;

    @Autowired
    Invariants invariants;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void empty() {
        clock.travelTo(PlanLife.BEGINS.atTime(8, 0).atZone(clock.getZone()).toInstant());
        world.begin();
    }

    @AfterEach
    void leaveNothing() {
        clock.release();
        world.begin();
    }

    @Test
    void nothingThatMustStayTrueBreaksInFourYears() throws Exception {
        Crowd crowd = life.crowd();
        long started = System.nanoTime();
        life.begin(crowd, SEED);
        for (LocalDate day = PlanLife.BEGINS.plusMonths(1); day.isBefore(PlanLife.ENDS); day = day.plusMonths(2)) {
            life.live(crowd, SEED, day);
            invariants.holdNow();
        }
        life.live(crowd, SEED, PlanLife.ENDS);
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        invariants.held(crowd);
        Tally tally = crowd.tally();
        String report = "A life of four years: %d actions in %d s, %.0f a second%n%s"
                .formatted(tally.actions(), took.toSeconds(), tally.actions() * 1e9 / took.toNanos(), tally);
        System.out.println(report);
        Files.writeString(
                Path.of("target/life.txt"),
                report,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(tally.actions()).isGreaterThan(4000);
    }
}
