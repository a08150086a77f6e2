package org.duban.task;

import java.util.List;

/**
 * An overdue key task, with who has to move now.
 *
 * @param holders never empty; who has held the ball longest comes first
 */
public record OverdueRow(KeyTaskRow row, List<BallHolder> holders) {}
