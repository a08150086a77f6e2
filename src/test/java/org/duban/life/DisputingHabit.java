package org.duban.life;

import java.util.List;
import java.util.Set;
import org.duban.directive.DutyRole;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.task.Acknowledgements;
import org.duban.task.Disputes;
import org.duban.task.DutyId;
import org.duban.task.Objection;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Departments dispute duties, by their heads or through them; supervisors take up what is not signed, and decide. */
@Component
class DisputingHabit implements Habit {

    private final Acknowledgements acknowledgements;
    private final Disputes disputes;
    private final PlanFacts facts;

    DisputingHabit(Acknowledgements acknowledgements, Disputes disputes, PlanFacts facts) {
        this.acknowledgements = acknowledgements;
        this.disputes = disputes;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void day(Crowd crowd) {
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.ACKNOWLEDGE))) {
            unwilling(crowd, item);
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.SIGN_DISPUTE))) {
            if (crowd.chance(40)) {
                decideInHouse(crowd, item);
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.DECIDE_DISPUTE))) {
            if (crowd.getsToIt(item.due())) {
                decide(crowd, new DutyId(item.subject()));
            }
        }
    }

    private void unwilling(Crowd crowd, Crowd.Item item) {
        DutyId duty = new DutyId(item.subject());
        if (crowd.chance(4)) {
            Objection objection = objection(crowd, item.department());
            crowd.act(
                    crowd.head(item.department()),
                    "dispute a duty",
                    Traces.of(Kind.DISPUTED),
                    () -> disputes.raise(duty, objection));
        } else if (crowd.chance(2)) {
            Objection objection = objection(crowd, item.department());
            crowd.act(
                    crowd.staff(item.department()),
                    "prepare a dispute",
                    Traces.of(Kind.DISPUTE_PREPARED),
                    () -> disputes.prepare(duty, objection));
        } else if (crowd.chance(1)) {
            crowd.act(
                    crowd.supervisor(),
                    "take up a duty",
                    Traces.of(Kind.DUTY_TAKEN_UP),
                    () -> acknowledgements.takeUp(duty, "久未签收"));
        }
    }

    private Objection objection(Crowd crowd, DepartmentId own) {
        if (crowd.chance(40)) {
            return Objection.concerningNobody("不属本部门职责");
        }
        DepartmentId other = crowd.anyOf(
                facts.offices().stream().filter(each -> !each.equals(own)).toList());
        return new Objection(
                "按三定方案应由其承担",
                List.of(new Objection.Coordination(
                        other, crowd.today(), crowd.anyOf(List.of(Objection.Result.values())))),
                false,
                crowd.chance(50) ? other : null,
                null);
    }

    private void decideInHouse(Crowd crowd, Crowd.Item item) {
        DutyId duty = new DutyId(item.subject());
        if (crowd.chance(70)) {
            crowd.act(
                    crowd.head(item.department()),
                    "sign a dispute",
                    Traces.of(Kind.DISPUTED),
                    () -> disputes.sign(duty));
        } else {
            crowd.act(
                    crowd.head(item.department()),
                    "reject a dispute",
                    Traces.of(Kind.DISPUTE_REJECTED),
                    () -> disputes.reject(duty, "应予承担"));
        }
    }

    private void decide(Crowd crowd, DutyId duty) {
        int kind = crowd.between(1, 10);
        if (kind <= 6) {
            crowd.act(
                    crowd.supervisor(),
                    "confirm a duty",
                    Traces.of(Kind.DUTY_CONFIRMED),
                    () -> acknowledgements.confirm(duty, "职责明确"));
        } else if (kind <= 8) {
            DepartmentId other = crowd.anyOf(facts.offices());
            DutyRole role = crowd.anyOf(List.of(DutyRole.values()));
            crowd.act(
                    crowd.supervisor(),
                    "change a duty",
                    Traces.of(Kind.DUTY_CHANGED),
                    () -> acknowledgements.change(duty, other, role, "调整分工"));
        } else {
            crowd.act(
                    crowd.supervisor(),
                    "withdraw a duty",
                    Traces.of(Kind.DUTY_WITHDRAWN),
                    () -> acknowledgements.withdraw(duty, "确不相关"));
        }
    }
}
