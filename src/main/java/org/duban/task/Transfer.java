package org.duban.task;

import java.time.Instant;
import org.duban.organisation.DepartmentId;

/**
 * A transfer (转办) of a duty that its department asks for, and that waits for a decision.
 *
 * @param fromName short name of the department that has the duty
 * @param toName short name of the one that shall have it
 */
public record Transfer(
        long id,
        DutyId duty,
        DepartmentId from,
        String fromName,
        DepartmentId to,
        String toName,
        String reason,
        String requestedBy,
        Instant requestedAt) {}
