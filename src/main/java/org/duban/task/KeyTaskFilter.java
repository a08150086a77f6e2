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

    public KeyTaskFilter withoutDirective() {
        return new KeyTaskFilter(null, department, role, light, overdueOnly, openOnly, text);
    }

    public KeyTaskFilter withoutDepartment() {
        return new KeyTaskFilter(directive, null, role, light, overdueOnly, openOnly, text);
    }

    public KeyTaskFilter withoutRole() {
        return new KeyTaskFilter(directive, department, null, light, overdueOnly, openOnly, text);
    }

    public KeyTaskFilter withoutLight() {
        return new KeyTaskFilter(directive, department, role, null, overdueOnly, openOnly, text);
    }

    public KeyTaskFilter withoutOverdueOnly() {
        return new KeyTaskFilter(directive, department, role, light, false, openOnly, text);
    }

    public KeyTaskFilter withoutOpenOnly() {
        return new KeyTaskFilter(directive, department, role, light, overdueOnly, false, text);
    }

    public KeyTaskFilter withoutText() {
        return new KeyTaskFilter(directive, department, role, light, overdueOnly, openOnly, null);
    }
}
