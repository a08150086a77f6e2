package org.duban.directive;

import java.time.LocalDate;
import java.util.List;
import org.duban.organisation.DepartmentId;

/**
 * A row of a division table.
 *
 * @param no number as printed, unique within the directive
 * @param dueOn last day in time, or {@code null} where the row names none
 * @param assignments in the order of the document; empty where it names nobody, and then the row can't be launched
 * @param keyTaskId the key task that it became, or {@code null}
 */
public record DivisionRow(
        DivisionRowId id,
        String no,
        String title,
        LocalDate dueOn,
        List<Assignment> assignments,
        List<Target> targets,
        Long keyTaskId) {

    /** @param printedName the name as the document has it */
    public record Assignment(DepartmentId department, String shortName, DutyRole role, String printedName) {}

    /** Whether somebody is named who would report on it. */
    public boolean launchable() {
        return assignments.stream().anyMatch(assignment -> assignment.role().reports());
    }
}
