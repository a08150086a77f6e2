package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.duban.watchdog.ModelMoves;
import org.duban.watchdog.ModelVersions;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Watchdog;
import org.springframework.stereotype.Component;

/** The administrator finds that nothing is stuck, and tries now and then whether a change of the models could be taken. */
@Component
class WatchingHabit implements Habit {

    private final Watchdog watchdog;
    private final ModelMoves moves;

    WatchingHabit(Watchdog watchdog, ModelMoves moves) {
        this.watchdog = watchdog;
        this.moves = moves;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void day(Crowd crowd) {
        if (crowd.chance(4)) {
            assertThat(crowd.read(
                                    crowd.admin(),
                                    "ask the watchdog",
                                    () -> watchdog.list(EnumSet.allOf(Trouble.Group.class), Trouble.Key.START, 50))
                            .rows())
                    .as("what the watchdog finds on %s", crowd.today())
                    .isEmpty();
        }
        if (crowd.chance(0.5)) {
            ModelVersions.Result result = crowd.read(crowd.admin(), "try to move models", moves::tryToMove);
            assertThat(result.stuck()).isEmpty();
            assertThat(result.movable()).isEmpty();
        }
    }
}
