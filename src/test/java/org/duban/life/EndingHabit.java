package org.duban.life;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.KeyTaskId;
import org.duban.task.Reopenings;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Withdrawals;
import org.springframework.stereotype.Component;

/** The supervisor withdraws a key task now and then, and takes one up again that has ended. */
@Component
class EndingHabit implements Habit {

    private final Withdrawals withdrawals;
    private final Reopenings reopenings;
    private final PlanFacts facts;

    EndingHabit(Withdrawals withdrawals, Reopenings reopenings, PlanFacts facts) {
        this.withdrawals = withdrawals;
        this.reopenings = reopenings;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void day(Crowd crowd) {
        List<PlanFacts.Task> open = facts.openTasks();
        if (!open.isEmpty() && crowd.chance(1.2)) {
            KeyTaskId task = crowd.anyOf(open).id();
            crowd.act(
                    crowd.supervisor(),
                    "withdraw a key task",
                    Traces.NONE.and(Kind.TASK_WITHDRAWN, facts.endingWith(task)),
                    () -> withdrawals.withdraw(task, "任务调整"));
        }
        List<PlanFacts.Task> ended = facts.endedTasks();
        if (!ended.isEmpty() && crowd.chance(2)) {
            KeyTaskId task = crowd.anyOf(ended).id();
            LocalDate due = crowd.today().plusDays(crowd.between(10, 200));
            crowd.act(
                    crowd.supervisor(),
                    "reopen a key task",
                    Traces.of(Kind.REOPENED),
                    () -> reopenings.reopen(task, due, "需整改"));
        }
    }
}
