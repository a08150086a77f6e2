package org.duban.life;

import java.util.Set;
import org.duban.inbox.ItemKind;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Departments contribute to reports of others; the lead does not wait for all. */
@Component
class ContributingHabit implements Habit {

    private final Contributions contributions;

    ContributingHabit(Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    public int order() {
        return 18;
    }

    @Override
    public void day(Crowd crowd) {
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.CONTRIBUTE))) {
            if (!crowd.roster().sleeps(item.department(), item.due()) && crowd.getsToIt(item.due())) {
                crowd.act(
                        crowd.staff(item.department()),
                        "contribute",
                        Traces.of(Kind.CONTRIBUTED),
                        () -> contributions.submit(new ContributionId(item.subject()), "已按分工配合推进"));
            }
        }
    }
}
