package org.duban.task;

import java.time.Instant;

/**
 * An application for completion (办结申请) and what became of it.
 *
 * @param outcome {@code null} while undecided or when sent back
 * @param reason the supervisor's words, or {@code null}
 * @param decidedAt {@code null} while undecided
 */
public record Completion(
        long id,
        KeyTaskId taskId,
        String departmentName,
        String statement,
        String appliedBy,
        Instant appliedAt,
        Outcome outcome,
        String reason,
        Instant decidedAt) {}
