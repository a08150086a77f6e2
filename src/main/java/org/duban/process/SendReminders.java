package org.duban.process;

import java.util.List;
import org.duban.ladder.Reminders;
import org.duban.process.Sweep.Item;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class SendReminders extends SweepStep {

    private final Reminders reminders;

    SendReminders(@Lazy Sweep sweep, @Lazy Reminders reminders) {
        super(RoundStep.REMIND, sweep);
        this.reminders = reminders;
    }

    @Override
    List<Item> next(long after, int limit) {
        return reminders.dueAsSystem(after, limit).stream()
                .map(due -> new Item(due.subject(), due.task().value()))
                .toList();
    }

    @Override
    void act(long subject) {
        reminders.remindAsSystem(subject);
    }
}
