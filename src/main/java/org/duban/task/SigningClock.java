package org.duban.task;

import java.time.Instant;
import org.duban.base.CountedDays;

/**
 * The clocks that start when a duty is given to a department.
 *
 * @param acknowledge how the working days for signing are counted
 * @param acknowledgeBy last second for signing in time
 * @param disputeBy last second for disputing
 */
record SigningClock(CountedDays acknowledge, Instant acknowledgeBy, Instant disputeBy) {}
