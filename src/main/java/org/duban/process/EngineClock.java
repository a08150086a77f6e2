package org.duban.process;

import jakarta.annotation.PostConstruct;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.duban.base.MovableClock;
import org.springframework.stereotype.Component;

/** Makes the engine's clock follow the application's. */
@Component
class EngineClock {

    private final MovableClock clock;

    EngineClock(MovableClock clock) {
        this.clock = clock;
    }

    @PostConstruct
    void follow() {
        clock.follow(stoppedAt -> {
            if (stoppedAt == null) {
                ClockUtil.reset();
                ClockUtil.offset(clock.offset().toMillis());
            } else {
                ClockUtil.setCurrentTime(Date.from(stoppedAt));
            }
        });
    }
}
