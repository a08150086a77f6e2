package org.duban.process;

import java.util.List;
import org.duban.process.Sweep.Item;
import org.duban.task.Escalations;
import org.duban.task.KeyTaskId;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class SweepOverdue extends SweepStep {

    private final Escalations escalations;

    SweepOverdue(@Lazy Sweep sweep, @Lazy Escalations escalations) {
        super(RoundStep.ESCALATE, sweep);
        this.escalations = escalations;
    }

    @Override
    List<Item> next(long after, int limit) {
        return escalations.overdueAsSystem(new KeyTaskId(after), limit).stream()
                .map(task -> new Item(task.value(), task.value()))
                .toList();
    }

    @Override
    void act(long task) {
        escalations.dueDatePassedAsSystem(new KeyTaskId(task));
    }
}
