package org.duban.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.task.Decompositions;
import org.duban.task.KeyTaskId;
import org.duban.task.SubTaskDraft;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Heads split duties into sub-tasks, for their own department or for bodies below it; the supervisor now and then does not
 * wait for those that are open, or does so again.
 */
@Component
class SplittingHabit implements Habit {

    private static final int CANDIDATES = 20;

    private final Decompositions decompositions;
    private final PlanFacts facts;
    private final JdbcClient jdbc;

    SplittingHabit(Decompositions decompositions, PlanFacts facts, JdbcClient jdbc) {
        this.decompositions = decompositions;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public void day(Crowd crowd) {
        List<PlanFacts.Signed> reporting =
                facts.signed().stream().filter(PlanFacts.Signed::reports).toList();
        if (!reporting.isEmpty() && crowd.chance(3.5)) {
            split(crowd, crowd.anyOf(reporting));
        }
        for (KeyTaskId task : parents("NOT EXISTS")) {
            if (crowd.chance(0.3)) {
                crowd.act(
                        crowd.supervisor(),
                        "wait for no sub-tasks",
                        Traces.of(Kind.SUB_TASKS_WAIVED),
                        () -> decompositions.waive(task, "主体任务已完成"));
            }
        }
        for (KeyTaskId task : parents("EXISTS")) {
            if (crowd.chance(0.3)) {
                crowd.act(
                        crowd.supervisor(),
                        "wait for sub-tasks again",
                        Traces.of(Kind.SUB_TASKS_AWAITED),
                        () -> decompositions.revokeWaiver(task));
            }
        }
    }

    /** Somebody splits off more at once than there is time for, now and then: a day behind the due date is refused. */
    private void split(Crowd crowd, PlanFacts.Signed duty) {
        Account head = crowd.head(duty.department());
        List<DepartmentId> able = crowd
                .read(head, "look who could do a part", () -> decompositions.candidates(duty.duty(), "", 0, CANDIDATES))
                .stream()
                .map(Department::id)
                .toList();
        int left = (int) Math.max(1, duty.due().toEpochDay() - crowd.today().toEpochDay());
        List<SubTaskDraft> parts = new ArrayList<>();
        for (int part = crowd.between(1, 3); part > 0; part--) {
            DepartmentId lead = crowd.chance(60) || able.isEmpty() ? duty.department() : crowd.anyOf(able);
            List<DepartmentId> cooperating = crowd.chance(20) && !able.isEmpty()
                    ? Stream.of(crowd.anyOf(able))
                            .filter(each -> !each.equals(lead))
                            .toList()
                    : List.of();
            LocalDate due = crowd.today().plusDays(crowd.between(1, left + (crowd.chance(4) ? 90 : 0)));
            parts.add(new SubTaskDraft("分解任务" + part, "按方案完成第" + part + "部分", due, lead, cooperating));
        }
        crowd.actAnew(
                head,
                "split a duty",
                Traces.of(Kind.SPLIT).and(Kind.SPLIT_OFF, parts.size()),
                () -> decompositions.split(duty.duty(), parts));
    }

    /** Key tasks in execution with open sub-tasks, which a supervisor has waived or not. */
    private List<KeyTaskId> parents(String waived) {
        String with = jdbc
                .sql("SELECT p.id FROM key_task p WHERE p.state = 'RUNNING' AND " + waived
                        + " (SELECT 1 FROM sub_task_waiver w WHERE w.key_task_id = p.id AND w.revoked_at IS NULL)"
                        + " AND EXISTS (SELECT 1 FROM key_task c WHERE c.parent_id = p.id AND c.closed_at IS NULL)")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining(","));
        List<String> ids = List.of(with.split(","));
        return facts.openTasks().stream()
                .map(PlanFacts.Task::id)
                .filter(id -> ids.contains(String.valueOf(id.value())))
                .toList();
    }
}
