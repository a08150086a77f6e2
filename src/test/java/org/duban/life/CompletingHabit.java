package org.duban.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.base.Moments;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.support.Fixture;
import org.duban.task.Completions;
import org.duban.task.Countersignatures;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.TargetClaim;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments apply for completion around the due date, the supervisor verifies it. */
@Component
class CompletingHabit implements Habit {

    private record Ready(KeyTaskId task, DutyId duty, DepartmentId department, LocalDate due, int percent) {}

    private final Completions completions;
    private final Countersignatures countersignatures;
    private final Fixture fixture;
    private final JdbcClient jdbc;

    CompletingHabit(Completions completions, Countersignatures countersignatures, Fixture fixture, JdbcClient jdbc) {
        this.completions = completions;
        this.countersignatures = countersignatures;
        this.fixture = fixture;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void day(Crowd crowd) {
        for (Ready ready : ready()) {
            long left = ready.due().toEpochDay() - crowd.today().toEpochDay();
            if (crowd.chance(ready.percent() >= 95 && left < 60 ? 4 : left < -20 ? 2 : 0.02)) {
                crowd.act(
                        crowd.staff(ready.department()),
                        "apply for completion",
                        () -> completions.apply(ready.duty(), "已全部完成", claims(ready.task())));
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.COUNTERSIGN))) {
            if (crowd.getsToIt(item.due())) {
                countersign(crowd, item);
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.VERIFY))) {
            if (crowd.getsToIt(item.due())) {
                verify(crowd, new KeyTaskId(item.task()));
            }
        }
    }

    private void countersign(Crowd crowd, Crowd.Item item) {
        if (crowd.chance(6)) {
            crowd.act(
                    crowd.staff(item.department()),
                    "return a countersignature",
                    () -> countersignatures.giveBack(item.subject(), "尚有未完成事项"));
        } else {
            crowd.act(
                    crowd.staff(item.department()), "countersign", () -> countersignatures.agree(item.subject(), null));
        }
    }

    private List<TargetClaim> claims(KeyTaskId task) {
        return jdbc.sql(
                        "SELECT g.id, g.amount FROM target g JOIN key_task t ON t.division_row_id = g.row_id WHERE t.id = :id")
                .param("id", task.value())
                .query((row, number) -> new TargetClaim(row.getLong("id"), row.getBigDecimal("amount"), "见验收报告"))
                .list();
    }

    private void verify(Crowd crowd, KeyTaskId task) {
        long read = fixture.application(task);
        if (crowd.chance(25)) {
            crowd.act(crowd.supervisor(), "send a completion back", () -> completions.sendBack(task, read, "缺验收材料"));
        } else {
            Outcome outcome = crowd.anyOf(List.of(Outcome.values()));
            crowd.act(crowd.supervisor(), "close as " + outcome, () -> completions.close(task, read, outcome, "经核验"));
        }
    }

    /** Signed reporting duties of key tasks in execution. */
    private List<Ready> ready() {
        return jdbc.sql(
                        """
                        SELECT t.id AS task, y.id, y.department_id, t.due_on, t.percent
                          FROM duty y JOIN key_task t ON t.id = y.key_task_id
                         WHERE t.state = 'RUNNING' AND y.state = 'ACKNOWLEDGED' AND y.duty_role <> 'COOPERATING'
                         ORDER BY y.id""")
                .query((row, number) -> new Ready(
                        new KeyTaskId(row.getLong("task")),
                        new DutyId(row.getLong("id")),
                        new DepartmentId(row.getLong("department_id")),
                        Moments.readDay(row, "due_on"),
                        row.getInt("percent")))
                .list();
    }
}
