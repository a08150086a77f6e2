package org.duban.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.organisation.DepartmentId;

/**
 * A row of a division table.
 *
 * @param position place in the document, ascending from 0
 * @param no number as printed, unique within the directive
 * @param dueOn last day in time, or {@code null} where the row names none
 * @param assignments in the order of the document; empty where it names nobody
 * @param launched the key task that it became, or {@code null}
 */
public record DivisionRow(
        DivisionRowId id,
        int position,
        String no,
        String title,
        LocalDate dueOn,
        List<Assignment> assignments,
        List<Target> targets,
        Launched launched) {

    /**
     * @param printedName the name as the document has it
     * @param staffed whether somebody can act for the department now
     */
    public record Assignment(
            DepartmentId department, String shortName, DutyRole role, String printedName, boolean staffed) {}

    /**
     * What the table shows of a key task; everything else stands on the key task's page.
     *
     * @param light name of its light
     * @param closedAt {@code null} while it is open
     */
    public record Launched(long keyTaskId, String light, LocalDate dueOn, Instant closedAt) {}

    /** Whether somebody is named who would report on it. */
    public boolean reportable() {
        return assignments.stream().anyMatch(assignment -> assignment.role().reports());
    }

    /** Whether it could be launched now: somebody is named who would report on it, and can act. */
    public boolean launchable() {
        return launched == null
                && assignments.stream().anyMatch(assignment -> assignment.role().reports() && assignment.staffed());
    }
}
