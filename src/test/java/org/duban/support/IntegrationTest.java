package org.duban.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.duban.intake.PromptImports;
import org.duban.ui.PromptUpdates;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole application on an empty in-memory H2, without running timers: tests move the clock and fire them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ActiveProfiles("test")
@ExtendWith(ReleasedClock.class)
@Import({Fixture.class, Ledger.class, EmptyWorld.class, BuiltInCalendar.class, PromptUpdates.class, PromptImports.class
})
public @interface IntegrationTest {}
