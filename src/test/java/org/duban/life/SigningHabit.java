package org.duban.life;

import java.util.List;
import java.util.Set;
import org.duban.directive.DutyRole;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Register;
import org.duban.task.Acknowledgements;
import org.duban.task.Disputes;
import org.duban.task.DutyId;
import org.duban.task.Objection;
import org.duban.task.Successions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments sign or dispute; the supervisor decides, also about duties of departments that are no more. */
@Component
class SigningHabit implements Habit {

    private final Acknowledgements acknowledgements;
    private final Disputes disputes;
    private final Successions successions;
    private final Register register;
    private final JdbcClient jdbc;

    SigningHabit(
            Acknowledgements acknowledgements,
            Disputes disputes,
            Successions successions,
            Register register,
            JdbcClient jdbc) {
        this.disputes = disputes;
        this.acknowledgements = acknowledgements;
        this.successions = successions;
        this.register = register;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void day(Crowd crowd) {
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.DECIDE_SUCCESSION))) {
            succeed(crowd, item);
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.ACKNOWLEDGE))) {
            sign(crowd, item);
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.DECIDE_DISPUTE))) {
            if (crowd.getsToIt(item.due())) {
                decide(crowd, item);
            }
        }
    }

    private void succeed(Crowd crowd, Crowd.Item item) {
        DutyId duty = new DutyId(item.subject());
        register.heirs(Set.of(item.about()), crowd.today()).getOrDefault(item.about(), List.of()).stream()
                .findFirst()
                .ifPresentOrElse(
                        heir -> crowd.act(
                                crowd.supervisor(),
                                "accept a successor",
                                () -> successions.accept(duty, heir.department().id(), null)),
                        () -> crowd.act(
                                crowd.supervisor(), "decline a succession", () -> successions.decline(duty, "职责未划转")));
    }

    private void sign(Crowd crowd, Crowd.Item item) {
        DutyId duty = new DutyId(item.subject());
        if (crowd.chance(4)) {
            crowd.act(
                    crowd.head(item.department()),
                    "dispute a duty",
                    () -> disputes.raise(duty, Objection.concerningNobody("不属本部门职责")));
        } else if (crowd.chance(1)) {
            crowd.act(crowd.supervisor(), "take up a duty", () -> acknowledgements.takeUp(duty, "久未签收"));
        } else if (crowd.chance(45)) {
            crowd.act(crowd.staff(item.department()), "sign", () -> acknowledgements.acknowledge(duty));
        }
    }

    private void decide(Crowd crowd, Crowd.Item item) {
        DutyId duty = new DutyId(item.subject());
        int kind = crowd.between(1, 10);
        if (kind <= 6) {
            crowd.act(crowd.supervisor(), "confirm a duty", () -> acknowledgements.confirm(duty, "职责明确"));
        } else if (kind <= 8) {
            DepartmentId other = crowd.anyOf(departments());
            crowd.act(
                    crowd.supervisor(),
                    "change a duty",
                    () -> acknowledgements.change(duty, other, crowd.anyOf(List.of(DutyRole.values())), "调整分工"));
        } else {
            crowd.act(crowd.supervisor(), "withdraw a duty", () -> acknowledgements.withdraw(duty, "确不相关"));
        }
    }

    private List<DepartmentId> departments() {
        return jdbc.sql("SELECT id FROM department WHERE abolished_year IS NULL AND kind = 'OFFICE' ORDER BY id")
                .query((row, number) -> new DepartmentId(row.getLong("id")))
                .list();
    }
}
