package org.duban.task;

import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;

/**
 * Which key tasks a list shows; every {@code null} means "any".
 *
 * @param role of the department named here or, where none is, of the caller's own
 * @param text found in the title or equal to the number
 */
public record KeyTaskFilter(
        DirectiveId directive,
        DepartmentId department,
        DutyRole role,
        Light light,
        boolean overdueOnly,
        boolean openOnly,
        String text) {

    public static final KeyTaskFilter ALL = new KeyTaskFilter(null, null, null, null, false, false, null);
}
