package org.duban.task;

import java.time.Instant;

/**
 * The clocks that start when a duty is given to a department.
 *
 * @param acknowledgeBy last second for signing in time
 * @param disputeBy last second for disputing
 */
record SigningClock(Instant acknowledgeBy, Instant disputeBy) {}
