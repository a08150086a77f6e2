package org.duban.score;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.organisation.DepartmentId;
import org.duban.task.KeyTaskId;

/**
 * What one event counts in one ledger, and why.
 *
 * @param counter whether it takes another line back, after an appeal
 * @param rule the row of the table that gave it, by name; of a counter line, that of the line that it takes back
 * @param ruleWords what that row says of itself
 * @param ruleVersion of the table
 * @param decidedAt reading of the clock
 * @param dueOn last day in time, or {@code null}
 * @param occurredAt when it happened
 * @param hasPart whether the department has a duty on the key task still, and so may look at it
 * @param appeal against it, or {@code null}
 */
public record ScoreLine(
        ScoreLineId id,
        LedgerId ledger,
        boolean counter,
        int points,
        String rule,
        String ruleWords,
        int ruleVersion,
        Instant decidedAt,
        ScoreFact fact,
        LocalDate dueOn,
        Instant occurredAt,
        DepartmentId departmentId,
        String departmentName,
        KeyTaskId taskId,
        String taskNo,
        String taskTitle,
        boolean hasPart,
        Appeal appeal) {}
