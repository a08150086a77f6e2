package org.duban.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.inbox.ItemKind;
import org.duban.task.KeyTaskId;
import org.duban.task.Suspensions;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Withdrawals;
import org.springframework.stereotype.Component;

/** The supervisor has key tasks stand still, looks again later than planned, and has them go on, or withdraws them. */
@Component
class SuspendingHabit implements Habit {

    private final Suspensions suspensions;
    private final Withdrawals withdrawals;
    private final PlanFacts facts;

    SuspendingHabit(Suspensions suspensions, Withdrawals withdrawals, PlanFacts facts) {
        this.suspensions = suspensions;
        this.withdrawals = withdrawals;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 68;
    }

    @Override
    public void day(Crowd crowd) {
        List<PlanFacts.Task> open = facts.openTasks();
        if (!open.isEmpty() && crowd.chance(6)) {
            suspend(crowd, crowd.anyOf(open).id());
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.RESUME))) {
            if (crowd.getsToIt(item.due())) {
                lookAgain(crowd, new KeyTaskId(item.task()));
            }
        }
    }

    private void suspend(Crowd crowd, KeyTaskId task) {
        LocalDate reviewOn = crowd.today().plusDays(crowd.between(3, 70));
        crowd.act(
                crowd.supervisor(),
                "suspend a key task",
                Traces.NONE.and(Kind.SUSPENDED, facts.suspendedWith(task)),
                () -> suspensions.suspend(task, reviewOn, "政策调整，暂缓推进"));
    }

    private void lookAgain(Crowd crowd, KeyTaskId task) {
        int kind = crowd.between(1, 100);
        if (kind <= 20) {
            LocalDate reviewOn = crowd.today().plusDays(crowd.between(3, 40));
            crowd.actAnew(
                    crowd.supervisor(),
                    "review a suspension later",
                    Traces.NONE.and(Kind.REVIEW_POSTPONED, facts.standingStillWith(task)),
                    () -> suspensions.reviewLater(task, reviewOn, "条件仍不具备"));
        } else if (kind <= 96) {
            crowd.act(
                    crowd.supervisor(),
                    "resume a key task",
                    Traces.NONE.and(Kind.RESUMED, facts.standingStillWith(task)),
                    () -> suspensions.resume(task, "条件已具备"));
        } else {
            crowd.act(
                    crowd.supervisor(),
                    "withdraw a key task that stands still",
                    Traces.NONE.and(Kind.TASK_WITHDRAWN, facts.endingWith(task)),
                    () -> withdrawals.withdraw(task, "不再实施"));
        }
    }
}
