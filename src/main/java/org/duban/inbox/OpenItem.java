package org.duban.inbox;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.base.CountedDays;
import org.duban.organisation.DepartmentId;

/**
 * Something that waits for a department or, where {@code departmentId} is null, for the directive's supervisors or a
 * leader; which of them, says its kind.
 *
 * @param subjectId identifier of the subject that {@link ItemKind} names
 * @param taskNo number of the row in its division table
 * @param aboutDepartment short name of the department whose report or dispute it is; {@code null} where there is none
 * @param behalfName for whom the caller would do it, where it does not wait for the caller; else {@code null}
 * @param dueOn last day on which doing it is in time
 * @param counted how that day is counted in the calendar of today, from the day and with the number that were kept; its end
 *     is another day if the calendar has changed since. {@code null} where the day was not counted
 * @param openedAt since when it waits
 * @param reminded whether the department was reminded of the due day
 */
public record OpenItem(
        long id,
        ItemKind kind,
        long subjectId,
        long keyTaskId,
        long directiveId,
        DepartmentId departmentId,
        String taskNo,
        String taskTitle,
        String directiveLabel,
        String aboutDepartment,
        String behalfName,
        LocalDate dueOn,
        CountedDays counted,
        Instant openedAt,
        boolean reminded) {}
