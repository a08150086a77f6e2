package org.duban.task;

import java.util.Optional;
import org.duban.base.Refusal;

/**
 * What has to be done before a key task is completed; a Spring bean of the feature whose that is. It is asked before a
 * department writes its application, so that it isn't written in vain, and again when it is handed in.
 */
public interface Hurdle {

    /** What stands in the way of completion at the duty's department now. */
    Optional<InTheWay> before(Duty duty);

    /**
     * @param why what is in the way, and what to do about it
     * @param applying whether nobody can apply before; otherwise it only can't be closed
     * @param report the open report by which the department clears it out of the way, or {@code null}
     */
    record InTheWay(Refusal why, boolean applying, Long report) {}
}
