package org.duban.process;

import java.util.Optional;
import org.duban.watchdog.RoundStep;

/** Work that is done to one item after the other, of which each may fail by itself. */
interface StepOfItems {

    RoundStep step();

    /** Does it to one item out of turn. Returns what it failed at. */
    Optional<RuntimeException> again(Sweep.Item item);
}
