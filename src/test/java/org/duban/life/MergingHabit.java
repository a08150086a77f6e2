package org.duban.life;

import java.util.ArrayList;
import java.util.List;
import org.duban.organisation.DepartmentId;
import org.duban.task.KeyTaskId;
import org.duban.task.Merges;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Once in a while the supervisor finds that two key tasks ask for the same; a sub-task goes nowhere else. */
@Component
class MergingHabit implements Habit {

    private final Merges merges;
    private final PlanFacts facts;

    MergingHabit(Merges merges, PlanFacts facts) {
        this.merges = merges;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 69;
    }

    @Override
    public void day(Crowd crowd) {
        List<PlanFacts.Task> open = facts.openTasks();
        if (open.size() < 2 || facts.openRows().isEmpty() || !crowd.chance(0.35)) {
            return;
        }
        PlanFacts.Task into = crowd.anyOf(facts.openRows());
        PlanFacts.Task other = crowd.anyOf(open);
        boolean earlier = other.due().isBefore(into.due()) && crowd.chance(50);
        crowd.act(
                crowd.supervisor(),
                "merge two key tasks",
                Traces.of(Kind.MERGED, Kind.MERGED_INTO)
                        .and(Kind.DUTY_ADDED, added(into.id(), other.id()).size()),
                () -> merges.merge(into.id(), other.id(), earlier, "内容重复，合并推进"));
    }

    private List<DepartmentId> added(KeyTaskId into, KeyTaskId other) {
        List<DepartmentId> missing = new ArrayList<>(facts.departments(other));
        missing.removeAll(facts.departments(into));
        return missing;
    }
}
