package org.duban.startup;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.base.BusinessStart;
import org.duban.base.MovableClock;
import org.duban.base.Slice;
import org.duban.base.Timers;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.ReportingFrequency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays the last six months of two directives through the services and the engine, under a clock that it moves. What
 * people do is decided by {@link Fate}, so the story is the same wherever it is told. Each day is one transaction that
 * also notes the day: a server that stops in between goes on with the next day.
 */
@Component
class DemoStory {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);

    private static final String NATIONAL = "guofa-2016-67";
    private static final String LIAONING = "liaoweifa-2017-5";
    private static final Map<String, String> CAST =
            Map.of(NATIONAL, DemoAccounts.SUPERVISOR, LIAONING, DemoAccounts.SUPERVISOR_OF_LIAONING);
    private static final String TOLD_UNTIL = "demo.story.told-until";
    private static final String ENDS_ON = "demo.story.ends-on";
    private static final int MONTHS = 6;
    private static final int ROWS_AT_ONCE = 100;
    private static final LocalTime TIMERS_STRIKE_AT = LocalTime.of(0, 6);
    private static final LocalTime WORK_BEGINS_AT = LocalTime.of(9, 0);
    private static final LocalTime REVIEWS_BEGIN_AT = LocalTime.of(15, 0);

    private final MovableClock clock;
    private final WorkingCalendar calendar;
    private final Timers timers;
    private final BusinessStart business;
    private final Directives directives;
    private final Accounts accounts;
    private final DemoStage stage;
    private final DemoPlan plan;
    private final DemoCrowd crowd;
    private final Settings settings;
    private final TransactionTemplate transactions;

    DemoStory(
            MovableClock clock,
            WorkingCalendar calendar,
            Timers timers,
            BusinessStart business,
            Directives directives,
            Accounts accounts,
            DemoStage stage,
            DemoPlan plan,
            DemoCrowd crowd,
            Settings settings,
            TransactionTemplate transactions) {
        this.clock = clock;
        this.calendar = calendar;
        this.timers = timers;
        this.business = business;
        this.directives = directives;
        this.accounts = accounts;
        this.stage = stage;
        this.plan = plan;
        this.crowd = crowd;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Tells what is not told yet; nothing where it can't begin, as {@link DemoStage} finds. */
    void tell() {
        LocalDate endsOn = settings.day(ENDS_ON).orElseGet(calendar::today);
        LocalDate day =
                settings.day(TOLD_UNTIL).map(told -> told.plusDays(1)).orElseGet(() -> endsOn.minusMonths(MONTHS));
        if (!day.isBefore(endsOn)) {
            return;
        }
        boolean begun = settings.day(ENDS_ON).isPresent();
        if (!begun) {
            Optional<String> obstacle = stage.obstacle(CAST);
            if (obstacle.isPresent()) {
                LOG.info("The demo story is not told: {}", obstacle.get());
                return;
            }
        }
        LOG.info("Telling the demo story from {} to {}", day, endsOn);
        try {
            if (!begun) {
                // outside the day's transaction, which would not survive that it was begun before
                clock.travelTo(calendar.at(day, TIMERS_STRIKE_AT));
                business.begin();
            }
            for (; day.isBefore(endsOn); day = day.plusDays(1)) {
                live(day, endsOn);
            }
        } finally {
            clock.release();
        }
        LOG.info("The demo story is told");
    }

    /**
     * What the system does of its own accord commits by itself, and what people do in one transaction: a day that is begun
     * again finds nothing due, and people who did nothing yet.
     */
    private void live(LocalDate day, LocalDate endsOn) {
        clock.travelTo(calendar.at(day, TIMERS_STRIKE_AT));
        timers.fireDue();
        if (settings.day(ENDS_ON).isEmpty()) {
            transactions.executeWithoutResult(status -> begin(endsOn));
            timers.fireDue();
        }
        transactions.executeWithoutResult(status -> work(day, endsOn));
    }

    private void work(LocalDate day, LocalDate endsOn) {
        if (calendar.isWorkingDay(day)) {
            clock.travelTo(calendar.at(day, WORK_BEGINS_AT));
            crowd.departmentsWork(endsOn);
            clock.travelTo(calendar.at(day, REVIEWS_BEGIN_AT));
            crowd.supervisorsWork();
        }
        settings.setDay(TOLD_UNTIL, day);
    }

    private void begin(LocalDate endsOn) {
        settings.setDay(ENDS_ON, endsOn);
        launch(NATIONAL, ReportingFrequency.QUARTERLY, endsOn);
        launch(LIAONING, ReportingFrequency.MONTHLY, endsOn);
    }

    private void launch(String slug, ReportingFrequency reporting, LocalDate endsOn) {
        DirectiveId directive = directives.bySlugAsSystem(slug).orElseThrow();
        Account account = accounts.byUsernameAsSystem(CAST.get(slug)).orElseThrow();
        CurrentCaller.runAs(account.asCaller(), () -> {
            Slice<DivisionRow> page;
            int after = Directives.FIRST_ROW;
            do {
                page = directives.rows(directive, after, ROWS_AT_ONCE);
                page.rows().forEach(row -> directives.setDue(directive, row.id(), plan.dueOn(slug, row.no(), endsOn)));
                after = page.rows().getLast().position();
            } while (page.more());
            directives.launch(directive, reporting, endsOn.plusYears(1));
            return null;
        });
    }
}
