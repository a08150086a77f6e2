package org.duban.life;

import java.util.List;
import java.util.Set;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Transfers;
import org.springframework.stereotype.Component;

/** Duties go to other departments (转办), because a head asks for it or because the supervisor says so. */
@Component
class TransferringHabit implements Habit {

    private final Transfers transfers;
    private final PlanFacts facts;

    TransferringHabit(Transfers transfers, PlanFacts facts) {
        this.transfers = transfers;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public void day(Crowd crowd) {
        boolean asked = crowd.chance(14);
        if (asked || crowd.chance(6)) {
            begin(crowd, asked);
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.DECIDE_TRANSFER))) {
            if (crowd.getsToIt(item.due())) {
                decide(crowd, item.subject());
            }
        }
    }

    private void begin(Crowd crowd, boolean asked) {
        List<PlanFacts.Signed> signed = facts.signed();
        if (signed.isEmpty()) {
            return;
        }
        PlanFacts.Signed duty = crowd.anyOf(signed);
        DepartmentId to = crowd.anyOf(facts.offices());
        if (asked) {
            crowd.act(
                    crowd.head(duty.department()),
                    "ask for a transfer",
                    Traces.of(Kind.TRANSFER_REQUESTED),
                    () -> transfers.request(duty.duty(), to, "另有分工"));
        } else {
            crowd.act(
                    crowd.supervisor(),
                    "transfer a duty",
                    Traces.of(Kind.DUTY_TRANSFERRED),
                    () -> transfers.transfer(duty.duty(), to, "机构职能调整"));
        }
    }

    private void decide(Crowd crowd, long transfer) {
        if (crowd.chance(60)) {
            crowd.act(
                    crowd.supervisor(),
                    "approve a transfer",
                    Traces.of(Kind.DUTY_TRANSFERRED),
                    () -> transfers.approve(transfer, null));
        } else {
            crowd.act(
                    crowd.supervisor(),
                    "refuse a transfer",
                    Traces.of(Kind.TRANSFER_REFUSED),
                    () -> transfers.refuse(transfer, "职责明确"));
        }
    }
}
