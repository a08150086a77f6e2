package org.duban.life;

import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.task.Completions;
import org.duban.task.Countersignatures;
import org.duban.task.KeyTaskId;
import org.duban.task.TargetClaim;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments apply for completion around the due date; the others countersign, or are waited for no longer. */
@Component
class CompletingHabit implements Habit {

    private record Applied(long id, KeyTaskId task, DepartmentId department, int late, int open) {}

    private final Completions completions;
    private final Countersignatures countersignatures;
    private final PlanFacts facts;
    private final JdbcClient jdbc;

    CompletingHabit(Completions completions, Countersignatures countersignatures, PlanFacts facts, JdbcClient jdbc) {
        this.completions = completions;
        this.countersignatures = countersignatures;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void day(Crowd crowd) {
        for (PlanFacts.Signed ready : facts.signed()) {
            long left = ready.due().toEpochDay() - crowd.today().toEpochDay();
            double chance = ready.percent() >= 95 && left < 60 ? 4 : left < -20 ? 2 : 0.02;
            if (ready.reports() && crowd.chance(chance)) {
                List<TargetClaim> claims = claims(ready.task());
                crowd.act(
                        crowd.staff(ready.department()),
                        "apply for completion",
                        Traces.of(Kind.COMPLETION_APPLIED),
                        () -> completions.apply(ready.duty(), "已全部完成", claims));
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.COUNTERSIGN))) {
            if (crowd.chance(90) && crowd.getsToIt(item.due())) {
                countersign(crowd, item);
            }
        }
        for (Applied applied : countersigned(crowd)) {
            goOn(crowd, applied);
        }
    }

    private void countersign(Crowd crowd, Crowd.Item item) {
        Account staff = crowd.staff(item.department());
        if (crowd.chance(6)) {
            crowd.act(
                    staff,
                    "return a countersignature",
                    Traces.of(Kind.COUNTERSIGN_RETURNED),
                    () -> countersignatures.giveBack(item.subject(), "尚有未完成事项"));
        } else {
            crowd.act(
                    staff,
                    "countersign",
                    Traces.of(Kind.COUNTERSIGNED),
                    () -> countersignatures.agree(item.subject(), null));
        }
    }

    private void goOn(Crowd crowd, Applied applied) {
        if (crowd.chance(1)) {
            crowd.act(
                    crowd.staff(applied.department()),
                    "take a completion back",
                    Traces.of(Kind.COMPLETION_TAKEN_BACK),
                    () -> completions.takeBack(applied.id()));
        } else if (applied.late() == applied.open() ? crowd.chance(25) : crowd.chance(0.5)) {
            crowd.act(
                    crowd.supervisor(),
                    "wait no longer for countersignatures",
                    Traces.NONE.and(Kind.COUNTERSIGN_WAIVED, applied.open()),
                    () -> countersignatures.waitNoLonger(applied.task(), applied.id()));
        }
    }

    private List<Applied> countersigned(Crowd crowd) {
        return jdbc.sql(
                        """
                        SELECT c.id, c.key_task_id, y.department_id, COUNT(s.id) AS open_ones,
                               SUM(CASE WHEN s.due_on < :today THEN 1 ELSE 0 END) AS late_ones
                          FROM completion c JOIN duty y ON y.id = c.duty_id
                          JOIN key_task t ON t.id = c.key_task_id
                          JOIN key_task top ON top.id = t.root_id
                          JOIN division_row r ON r.id = top.division_row_id
                          JOIN countersignature s ON s.completion_id = c.id AND s.state = 'OPEN'
                         WHERE c.state = 'COUNTERSIGNING'
                         GROUP BY c.id, c.key_task_id, y.department_id, r.position_no, t.row_no
                         ORDER BY r.position_no, LENGTH(t.row_no), t.row_no""")
                .param("today", crowd.today())
                .query((row, number) -> new Applied(
                        row.getLong("id"),
                        new KeyTaskId(row.getLong("key_task_id")),
                        new DepartmentId(row.getLong("department_id")),
                        row.getInt("late_ones"),
                        row.getInt("open_ones")))
                .list();
    }

    private List<TargetClaim> claims(KeyTaskId task) {
        return jdbc.sql(
                        "SELECT g.id, g.amount FROM target g JOIN key_task t ON t.division_row_id = g.row_id WHERE t.id = :id")
                .param("id", task.value())
                .query((row, number) -> new TargetClaim(row.getLong("id"), row.getBigDecimal("amount"), "见验收报告"))
                .list();
    }
}
