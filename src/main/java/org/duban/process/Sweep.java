package org.duban.process;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.duban.base.Ids;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.watchdog.RoundFailures;
import org.duban.watchdog.RoundStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Does a step of the nightly round, or of the turn of a reporting period, to items of which one that fails must not stop the
 * others. A batch is one transaction
 * apart from the job's; where that fails, each of its items is one. What an item changes and what the engine is told of
 * it commit together.
 */
@Component
class Sweep {

    /** @param id the report or key task; {@code task} is the latter in any case */
    record Item(long id, long task) {}

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final ProcessEngine engine;
    private final RoundFailures failures;
    private final WorkingCalendar calendar;

    Sweep(@Lazy ProcessEngine processEngine, RoundFailures failures, WorkingCalendar calendar) {
        this.engine = processEngine;
        this.failures = failures;
        this.calendar = calendar;
    }

    void all(RoundStep step, List<Item> items, LongConsumer act) {
        List<Item> inOrderOfLocks =
                items.stream().sorted(Comparator.comparingLong(Item::task)).toList();
        try {
            apart(() -> inOrderOfLocks.forEach(item -> settle(step, item, act)));
        } catch (RuntimeException oneOfThem) {
            LOG.warn("{}: one of {} items fails, so each is done by itself", step, items.size());
            items.forEach(item -> alone(step, item, act));
        }
    }

    /** The round has met all items of the step. */
    void finished(RoundStep step) {
        failures.finishedAsSystem(step, calendar.startOf(calendar.today()));
    }

    /** All items of the directive were met. */
    void finished(RoundStep step, DirectiveId directive) {
        failures.finishedAsSystem(step, directive.value(), calendar.startOf(calendar.today()));
    }

    /** Returns what it failed at, which is kept; that others were at it at this moment is no failure before it is so twice. */
    Optional<RuntimeException> alone(RoundStep step, Item item, LongConsumer act) {
        try {
            try {
                apart(() -> settle(step, item, act));
            } catch (ConcurrencyFailureException | OptimisticLockingException collision) {
                LOG.info("{} collided at {}: {}", step, Ids.format(item.id()), collision.getMessage());
                apart(() -> settle(step, item, act));
            }
            return Optional.empty();
        } catch (RuntimeException failed) {
            LOG.error(
                    "{} fails at {} of key task {} and is tried again in the next round",
                    step,
                    Ids.format(item.id()),
                    Ids.format(item.task()),
                    failed);
            apart(() -> failures.recordAsSystem(step, item.id(), item.task(), failed));
            return Optional.of(failed);
        }
    }

    private void settle(RoundStep step, Item item, LongConsumer act) {
        act.accept(item.id());
        failures.settledAsSystem(step, item.id());
    }

    /** Within a job, a new transaction is not enough: the engine would keep what it is told until the job's commit. */
    void apart(Runnable action) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequiresNew()
                .execute(context -> {
                    action.run();
                    return null;
                });
    }
}
