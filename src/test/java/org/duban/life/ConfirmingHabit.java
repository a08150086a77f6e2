package org.duban.life;

import java.util.Set;
import org.duban.inbox.ItemKind;
import org.duban.ladder.ReceiptId;
import org.duban.ladder.Receipts;
import org.duban.ladder.UrgeId;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.springframework.stereotype.Component;

/** Departments confirm what the ladder sends them, and contribute to reports of others. */
@Component
class ConfirmingHabit implements Habit {

    private final Receipts receipts;
    private final Contributions contributions;

    ConfirmingHabit(Receipts receipts, Contributions contributions) {
        this.receipts = receipts;
        this.contributions = contributions;
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
                        () -> receipts.receive(new ReceiptId(item.subject())));
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.URGED))) {
            if (crowd.chance(50)) {
                crowd.act(
                        crowd.staff(item.department()),
                        "confirm an urge",
                        () -> receipts.receive(new UrgeId(item.subject())));
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.CONTRIBUTE))) {
            if (crowd.getsToIt(item.due())) {
                crowd.act(
                        crowd.staff(item.department()),
                        "contribute",
                        () -> contributions.submit(new ContributionId(item.subject()), "已按分工配合推进"));
            }
        }
    }
}
