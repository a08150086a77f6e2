package org.duban.startup;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs the first steps before the web server opens its door, and says where to go once it is open. */
@Component
class Startup implements SmartLifecycle {

    private final SeedLoading seeds;
    private final FirstAccount firstAccount;
    private final DemoAccounts demoAccounts;
    private final DemoStory demoStory;
    private final Greeting greeting;
    private final boolean empty;
    private final boolean demo;
    private volatile boolean demoPeople;
    private volatile boolean running;

    Startup(
            SeedLoading seeds,
            FirstAccount firstAccount,
            DemoAccounts demoAccounts,
            DemoStory demoStory,
            Greeting greeting,
            ApplicationContext context,
            @Value("${duban.empty}") boolean empty) {
        this.seeds = seeds;
        this.firstAccount = firstAccount;
        this.demoAccounts = demoAccounts;
        this.demoStory = demoStory;
        this.greeting = greeting;
        this.empty = empty;
        this.demo = context.getEnvironment().matchesProfiles("demo");
    }

    @Override
    public void start() {
        if (!empty) {
            seeds.load();
        }
        if (demo) {
            demoPeople = demoAccounts.open();
            if (demoPeople) {
                demoStory.tell();
            }
        } else {
            firstAccount.open();
        }
        running = true;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(200)
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            greeting.print(web.getWebServer().getPort(), demoPeople);
        }
    }

    /** Long before the web server, whose phase is near the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
