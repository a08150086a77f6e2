package org.duban.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Timers;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.organisation.Department;
import org.duban.organisation.Departments;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * {@code deploy/bench}: launches copies of the 69-row table one after the other, on one thread, and prints how long each
 * took from the supervisor's request to the last key task.
 */
@Component
@Profile("bench")
class LaunchBenchmark implements ApplicationRunner {

    private static final String TABLE = "guofa-2016-67";

    private final SeedLoading seeds;
    private final Directives directives;
    private final Accounts accounts;
    private final Departments departments;
    private final Timers timers;
    private final WorkingCalendar calendar;
    private final ApplicationContext context;
    private final int runs;

    LaunchBenchmark(
            SeedLoading seeds,
            Directives directives,
            Accounts accounts,
            Departments departments,
            Timers timers,
            WorkingCalendar calendar,
            ApplicationContext context,
            @Value("${duban.bench-runs:6}") int runs) {
        this.seeds = seeds;
        this.directives = directives;
        this.accounts = accounts;
        this.departments = departments;
        this.timers = timers;
        this.calendar = calendar;
        this.context = context;
        this.runs = runs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.openAsSystem("bench", "bench", "{noop}-", null, Set.of(Role.SUPERVISOR));
        Account supervisor = accounts.byUsernameAsSystem("bench").orElseThrow();
        // nothing is launched for a department in which nobody can act
        for (Department department : departments.search("", 0, Integer.MAX_VALUE)) {
            accounts.openAsSystem(
                    "bench." + department.code(), "bench", "{noop}-", department.id(), Set.of(Role.STAFF));
        }
        List<Long> warm = new ArrayList<>();
        int keyTasks = 0;
        for (int run = 0; run < runs; run++) {
            DirectiveId copy = seeds.enterCopy(TABLE, TABLE + "-" + run);
            directives.entrustAsSystem(copy, supervisor.id());
            long milliseconds = launch(supervisor, copy);
            keyTasks = CurrentCaller.runAs(
                    supervisor.asCaller(), () -> directives.summary(copy).keyTasks());
            System.out.printf("run %d%s: %d ms%n", run, run == 0 ? " (cold)" : "", milliseconds);
            if (run > 0) {
                warm.add(milliseconds);
            }
        }
        warm.sort(null);
        System.out.printf(
                "%d key tasks, warm runs %d: min %d ms, median %d ms, max %d ms%n",
                keyTasks, warm.size(), warm.getFirst(), warm.get(warm.size() / 2), warm.getLast());
        System.exit(SpringApplication.exit(context));
    }

    private long launch(Account supervisor, DirectiveId directive) {
        long started = System.nanoTime();
        CurrentCaller.runAs(supervisor.asCaller(), () -> {
            directives.launch(
                    directive, ReportingFrequency.NONE, calendar.today().plusYears(1));
            return null;
        });
        timers.fireDue();
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }
}
