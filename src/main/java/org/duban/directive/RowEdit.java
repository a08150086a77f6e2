package org.duban.directive;

import java.time.LocalDate;
import java.util.List;
import org.duban.organisation.DepartmentId;

/**
 * A row as somebody wants it to be; what is not said here stays as it was.
 *
 * @param no unique within the directive
 * @param text or {@code null} for none
 * @param dueOn or {@code null} for none
 * @param deadlinePhrase or {@code null} for none
 * @param assigned the departments that the row shall name; each once
 * @param names those of its names without department that it shall keep, each with its role
 */
public record RowEdit(
        String no,
        String title,
        String text,
        LocalDate dueOn,
        String deadlinePhrase,
        List<Assigned> assigned,
        List<Kept> names,
        List<NewDirective.NewTarget> targets) {

    /** @param name identifier of the {@link DivisionRow.Name} of the row that means the department, or {@code null} */
    public record Assigned(DepartmentId department, DutyRole role, Long name) {

        public Assigned(DepartmentId department, DutyRole role) {
            this(department, role, null);
        }
    }

    /** @param name identifier of a {@link DivisionRow.Name} of the row */
    public record Kept(long name, DutyRole role) {}

    /** The row as it is. */
    public static RowEdit of(DivisionRow row) {
        return new RowEdit(
                row.no(),
                row.title(),
                row.text(),
                row.dueOn(),
                row.deadlinePhrase(),
                row.assignments().stream()
                        .map(each -> new Assigned(each.department(), each.role()))
                        .toList(),
                row.names().stream()
                        .map(each -> new Kept(each.id(), each.role()))
                        .toList(),
                row.targets().stream().map(NewDirective.NewTarget::of).toList());
    }
}
