package org.duban.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DivisionRow.Assignment;
import org.duban.directive.DivisionRow.Obstacle;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.springframework.stereotype.Component;

/** Works out what a launch would do. */
@Component
class LaunchPreviews {

    private final DivisionRowRepository rows;
    private final Departments departments;
    private final WorkingCalendar calendar;

    LaunchPreviews(DivisionRowRepository rows, Departments departments, WorkingCalendar calendar) {
        this.rows = rows;
        this.departments = departments;
        this.calendar = calendar;
    }

    LaunchPreview of(Directive directive) {
        List<DivisionRow> table = rows.notLaunched(directive.id());
        List<DivisionRow> launchable =
                table.stream().filter(DivisionRow::launchable).toList();
        List<Assignment> duties =
                launchable.stream().flatMap(row -> row.assignments().stream()).toList();
        LocalDate today = calendar.today();
        Set<DepartmentId> abolished =
                departments
                        .byIds(duties.stream().map(Assignment::department).collect(Collectors.toSet()))
                        .values()
                        .stream()
                        .filter(department -> department.abolishedBy(today))
                        .map(Department::id)
                        .collect(Collectors.toSet());
        List<Assignment> passing = duties.stream()
                .filter(each -> abolished.contains(each.department()))
                .toList();
        return new LaunchPreview(
                launchable.size(),
                (int) duties.stream().map(Assignment::department).distinct().count(),
                duties.size(),
                count(launchable, row -> row.dueOn() == null),
                count(launchable, row -> row.dueOn() != null && row.dueOn().isBefore(today)),
                duties.stream()
                        .filter(each -> !each.staffed())
                        .map(Assignment::shortName)
                        .distinct()
                        .toList(),
                count(launchable, row -> !row.assignments().stream().allMatch(Assignment::staffed)),
                passing.stream().map(Assignment::shortName).distinct().toList(),
                passing.size(),
                numbers(table, Obstacle.OPEN_WARNING),
                numbers(table, Obstacle.UNRESOLVED_NAME),
                numbers(table, Obstacle.NOBODY_NAMED),
                numbers(table, Obstacle.ONLY_COOPERATING),
                numbers(table, Obstacle.NOBODY_CAN_REPORT),
                suggestedFallback(directive),
                directive.state() != Directive.State.DRAFT);
    }

    private static int count(List<DivisionRow> rows, Predicate<DivisionRow> which) {
        return (int) rows.stream().filter(which).count();
    }

    /** A row with several obstacles counts for the first. */
    private static List<String> numbers(List<DivisionRow> rows, Obstacle obstacle) {
        return rows.stream()
                .filter(row -> row.obstacles().stream()
                        .findFirst()
                        .filter(obstacle::equals)
                        .isPresent())
                .map(DivisionRow::no)
                .toList();
    }

    private LocalDate suggestedFallback(Directive directive) {
        LocalDate today = calendar.today();
        if (directive.fallbackDue() != null && directive.fallbackDue().isAfter(today)) {
            return directive.fallbackDue();
        }
        LocalDate end = directive.periodTo() == null ? today : LocalDate.of(directive.periodTo(), 12, 31);
        return end.isAfter(today) ? end : today.plusYears(1);
    }
}
