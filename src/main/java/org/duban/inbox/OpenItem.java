package org.duban.inbox;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.organisation.DepartmentId;

/**
 * Something that waits for a department or, where {@code departmentId} is null, for the directive's supervisors.
 *
 * @param subjectId identifier of the subject that {@link ItemKind} names
 * @param taskNo number of the row in its division table
 * @param aboutDepartment short name of the department whose report or dispute it is; {@code null} where there is none
 * @param dueOn last day on which doing it is in time
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
        LocalDate dueOn,
        Instant openedAt,
        boolean reminded) {}
