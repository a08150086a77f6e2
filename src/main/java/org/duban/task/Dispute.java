package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;

/**
 * A dispute (异议) about a duty that waits for a decision, or for the head's signature.
 *
 * @param raisedFor in whose place, where it was not in their own right; else {@code null}
 * @param raisedBy who wrote it
 * @param takenUp whether a supervisor raised it, and not the department
 * @param signedBy the head who signed it; {@code null} before
 * @param coordination with whom it was talked over; empty also where a supervisor took the duty up
 * @param proposal what the department would have instead, or {@code null}
 */
public record Dispute(
        DutyId duty,
        String reason,
        String raisedBy,
        String raisedFor,
        Instant raisedAt,
        boolean takenUp,
        String signedBy,
        List<Coordinated> coordination,
        boolean nobodyConcerned,
        Proposal proposal) {

    /** @param departmentName short name */
    public record Coordinated(String departmentName, LocalDate on, Objection.Result result) {}

    /** Either the department or the role may be {@code null}, not both. */
    public record Proposal(DepartmentId department, String departmentName, DutyRole role) {}
}
