package org.duban.life;

import java.io.IOException;
import org.duban.DubanApplication;
import org.duban.process.LedgerAgreesWithEngine;
import org.duban.startup.Seeds;
import org.duban.support.Fixture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.stereotype.Component;

/**
 * The server as {@link KilledLifeTests} runs it in a process of its own: goes on with the life where it stands, says each
 * action once it is acknowledged, and says at the end that all is well, or what is not.
 */
@Component
public class LifeServer {

    static final String DONE = "done ";
    static final String ENDED = "ended ";

    private final PlanLife life;
    private final Invariants invariants;
    private final long seed;

    LifeServer(PlanLife life, Invariants invariants, @Value("${seed:0}") long seed) {
        this.life = life;
        this.invariants = invariants;
        this.seed = seed;
    }

    public static void main(String[] arguments) {
        SpringApplication server = new SpringApplication(
                DubanApplication.class,
                Fixture.class,
                Seeds.class,
                LedgerAgreesWithEngine.class,
                Crowd.class,
                SigningHabit.class,
                ConfirmingHabit.class,
                ReportingHabit.class,
                CompletingHabit.class,
                PlanLife.class,
                Invariants.class,
                LifeServer.class);
        server.addInitializers(
                context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        server.run(arguments);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1000)
    void goOn() {
        if (seed == 0) {
            return;
        }
        Crowd crowd = life.crowd();
        crowd.tell(action -> System.out.println(DONE + action));
        life.begin(crowd, seed);
        invariants.holdNow();
        life.live(crowd, seed, PlanLife.ENDS);
        invariants.held(crowd);
        System.out.println(ENDED + life.livedUntil());
        Runtime.getRuntime().halt(0);
    }

    /** Keeps the configurations of other tests out, which lie on the same class path. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }
}
