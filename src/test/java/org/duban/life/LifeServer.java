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
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The server as {@link KilledLifeTests} runs it in a process of its own: goes on with the life where it stands, says of
 * each action when it begins and how it ended, and at the end that all is well, or what is not.
 */
@Component
public class LifeServer {

    static final String BEGINS = "begins ";
    static final String DONE = "done.";
    static final String REFUSED = "refused ";
    static final String ENDED = "ended.";

    private final PlanLife life;
    private final Invariants invariants;
    private final JdbcClient jdbc;
    private final LifeSize size;

    LifeServer(
            PlanLife life,
            Invariants invariants,
            JdbcClient jdbc,
            @Value("${life-seed:0}") long seed,
            @Value("${life-months:0}") int months) {
        this.life = life;
        this.invariants = invariants;
        this.jdbc = jdbc;
        this.size = new LifeSize(seed, months);
    }

    public static void main(String[] arguments) {
        SpringApplication server = new SpringApplication(
                DubanApplication.class, Fixture.class, Seeds.class, LedgerAgreesWithEngine.class, Everybody.class);
        server.addInitializers(
                context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        server.run(arguments);
    }

    /** In a test's application it is one among others and does nothing. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(1000)
    void goOn() {
        if (size.months() == 0) {
            return;
        }
        life.begin(size);
        invariants.holdNow(size);
        Archive archive = new Archive(jdbc);
        archive.compare();
        Crowd crowd = life.crowd();
        crowd.tell(new Witness() {
            @Override
            public void begins(String what, Traces traces) {
                System.out.println(BEGINS + what + "|" + traces + ".");
            }

            @Override
            public void done() {
                System.out.println(DONE);
            }

            @Override
            public void refused(String messageKey) {
                System.out.println(REFUSED + messageKey + ".");
            }
        });
        life.live(crowd, size, size.ends());
        invariants.held(size, crowd);
        archive.compare();
        System.out.println(ENDED);
        Runtime.getRuntime().halt(0);
    }

    @Configuration
    @ComponentScan(basePackageClasses = LifeServer.class)
    static class Everybody {}

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
