package org.duban.seed;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of a division table.
 *
 * @param no as printed, e.g. {@code 12} or {@code 二（三）1}; unique within the directive
 * @param assignments leads first, then cooperating, then joint, each in printed order and no department twice; empty
 *     when the directive names nobody
 * @param due last day for the task, or null when the directive sets none
 * @param targets in printed order
 */
public record SeedRow(
        String no, String title, List<SeedAssignment> assignments, LocalDate due, List<SeedTarget> targets) {

    public SeedRow {
        assignments = List.copyOf(assignments);
        targets = List.copyOf(targets);
    }
}
