package org.duban.process;

import java.util.List;
import org.duban.process.Sweep.Item;
import org.duban.task.KeyTaskId;
import org.duban.task.Lights;
import org.duban.watchdog.RoundStep;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class RereadLights extends SweepStep {

    private final Lights lights;

    RereadLights(@Lazy Sweep sweep, @Lazy Lights lights) {
        super(RoundStep.REREAD_LIGHT, sweep);
        this.lights = lights;
    }

    @Override
    List<Item> next(long after, int limit) {
        return lights.outdatedAsSystem(new KeyTaskId(after), limit).stream()
                .map(task -> new Item(task.value(), task.value()))
                .toList();
    }

    @Override
    void act(long task) {
        lights.rereadAsSystem(new KeyTaskId(task));
    }
}
