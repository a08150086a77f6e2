package org.duban.life;

import java.util.List;
import java.util.Optional;
import org.duban.account.Account;
import org.duban.ladder.Priorities;
import org.duban.ladder.Priority;
import org.duban.support.Fixture;
import org.duban.task.GivenVerdict;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Verdict;
import org.duban.task.Verdicts;
import org.springframework.stereotype.Component;

/** The supervisor says how the work stands, whatever is reported, and how important it is. */
@Component
class JudgingHabit implements Habit {

    private final Verdicts verdicts;
    private final Priorities priorities;
    private final Fixture fixture;
    private final PlanFacts facts;

    JudgingHabit(Verdicts verdicts, Priorities priorities, Fixture fixture, PlanFacts facts) {
        this.verdicts = verdicts;
        this.priorities = priorities;
        this.fixture = fixture;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public void day(Crowd crowd) {
        List<PlanFacts.Task> open = facts.openTasks();
        if (!open.isEmpty() && crowd.chance(12)) {
            judge(crowd, crowd.anyOf(open).id());
        }
        if (!open.isEmpty() && crowd.chance(4)) {
            KeyTaskId task = crowd.anyOf(open).id();
            Priority priority = crowd.anyOf(List.of(Priority.values()));
            crowd.act(
                    crowd.supervisor(),
                    "set the priority",
                    Traces.of(Kind.PRIORITY_CHANGED),
                    () -> priorities.set(task, priority));
        }
    }

    private void judge(Crowd crowd, KeyTaskId task) {
        Account supervisor = crowd.supervisor();
        Optional<GivenVerdict> last = fixture.as(supervisor, () -> verdicts.last(task));
        long read = last.map(GivenVerdict::id).orElse(Verdicts.NEVER);
        if (last.isPresent() && last.get().verdict() != Verdict.NONE && crowd.chance(50)) {
            crowd.act(
                    supervisor,
                    "take a verdict back",
                    Traces.of(Kind.VERDICT_TAKEN_BACK),
                    () -> verdicts.takeBack(task, read, "情况有变"));
        } else {
            Verdict verdict = crowd.anyOf(List.of(Verdict.ON_COURSE, Verdict.BEHIND, Verdict.FAR_BEHIND));
            crowd.act(
                    supervisor,
                    "give a verdict",
                    Traces.of(Kind.VERDICT_GIVEN),
                    () -> verdicts.give(task, read, verdict, "据实评定"));
        }
    }
}
