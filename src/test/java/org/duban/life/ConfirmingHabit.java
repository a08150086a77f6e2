package org.duban.life;

import java.util.Set;
import org.duban.inbox.ItemKind;
import org.duban.ladder.ReceiptId;
import org.duban.ladder.Receipts;
import org.duban.ladder.UrgeId;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Departments confirm the notices and urges that they are sent. */
@Component
class ConfirmingHabit implements Habit {

    private final Receipts receipts;

    ConfirmingHabit(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public void day(Crowd crowd) {
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.RECEIVE_ESCALATION))) {
            if (crowd.chance(30)) {
                crowd.act(
                        crowd.head(item.department()),
                        "confirm a notice",
                        Traces.of(Kind.ESCALATION_RECEIVED),
                        () -> receipts.receive(new ReceiptId(item.subject())));
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.URGED))) {
            if (crowd.chance(50)) {
                crowd.act(
                        crowd.staff(item.department()),
                        "confirm an urge",
                        Traces.of(Kind.URGE_RECEIVED),
                        () -> receipts.receive(new UrgeId(item.subject())));
            }
        }
    }
}
