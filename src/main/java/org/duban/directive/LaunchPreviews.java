package org.duban.directive;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duban.account.Staffing;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out what a launch would do. */
@Component
class LaunchPreviews {

    private static final String NOT_LAUNCHED = "NOT EXISTS (SELECT 1 FROM key_task t WHERE t.division_row_id = r.id)";

    private record Assigned(DutyRole role, long department, String name, boolean staffed) {

        boolean reports() {
            return role.reports();
        }
    }

    private record Row(String no, LocalDate dueOn, List<Assigned> assigned) {

        boolean launchable() {
            return assigned.stream().anyMatch(each -> each.reports() && each.staffed());
        }

        boolean reportable() {
            return assigned.stream().anyMatch(Assigned::reports);
        }
    }

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final ReportDates reportDates;

    LaunchPreviews(JdbcClient jdbc, WorkingCalendar calendar, ReportDates reportDates) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.reportDates = reportDates;
    }

    LaunchPreview of(Directive directive) {
        List<Row> rows = rows(directive.id());
        List<Row> launchable = rows.stream().filter(Row::launchable).toList();
        List<Assigned> duties =
                launchable.stream().flatMap(row -> row.assigned().stream()).toList();
        LocalDate today = calendar.today();
        return new LaunchPreview(
                launchable.size(),
                (int) duties.stream().map(Assigned::department).distinct().count(),
                duties.size(),
                count(launchable, row -> row.dueOn() == null),
                count(launchable, row -> row.dueOn() != null && row.dueOn().isBefore(today)),
                duties.stream()
                        .filter(each -> !each.staffed())
                        .map(Assigned::name)
                        .distinct()
                        .toList(),
                count(launchable, row -> !row.assigned().stream().allMatch(Assigned::staffed)),
                numbers(rows, row -> row.assigned().isEmpty()),
                numbers(rows, row -> !row.assigned().isEmpty() && !row.reportable()),
                numbers(rows, row -> row.reportable() && !row.launchable()),
                suggestedFallback(directive),
                firstReports(),
                directive.state() != Directive.State.DRAFT);
    }

    private static int count(List<Row> rows, Predicate<Row> which) {
        return (int) rows.stream().filter(which).count();
    }

    private static List<String> numbers(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).map(Row::no).toList();
    }

    private LocalDate suggestedFallback(Directive directive) {
        LocalDate today = calendar.today();
        if (directive.fallbackDue() != null && directive.fallbackDue().isAfter(today)) {
            return directive.fallbackDue();
        }
        LocalDate end = directive.periodTo() == null ? today : LocalDate.of(directive.periodTo(), 12, 31);
        return end.isAfter(today) ? end : today.plusYears(1);
    }

    private Map<ReportingFrequency, LocalDate> firstReports() {
        Map<ReportingFrequency, LocalDate> days = new EnumMap<>(ReportingFrequency.class);
        for (ReportingFrequency frequency : ReportingFrequency.values()) {
            if (frequency != ReportingFrequency.NONE) {
                days.put(frequency, reportDates.firstDueOn(calendar.today(), frequency));
            }
        }
        return days;
    }

    private List<Row> rows(DirectiveId directive) {
        Map<Long, List<Assigned>> assigned = assigned(directive);
        return jdbc.sql("SELECT r.id, r.row_no, r.due_on FROM division_row r WHERE r.directive_id = :directive AND "
                        + NOT_LAUNCHED + " ORDER BY r.position_no")
                .param("directive", directive.value())
                .query((row, number) -> new Row(
                        row.getString("row_no"),
                        Moments.readDay(row, "due_on"),
                        assigned.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Assigned>> assigned(DirectiveId directive) {
        return jdbc
                .sql("SELECT a.row_id, a.duty_role, a.department_id, d.short_name, CASE WHEN"
                        + Staffing.staffed("a.department_id")
                        + """
                               THEN TRUE ELSE FALSE END AS staffed
                          FROM division_assignment a
                          JOIN division_row r ON r.id = a.row_id
                          JOIN department d ON d.id = a.department_id
                         WHERE r.directive_id = :directive AND """
                        + " " + NOT_LAUNCHED + " ORDER BY r.position_no, a.position_no")
                .param("directive", directive.value())
                .query((row, number) -> Map.entry(
                        row.getLong("row_id"),
                        new Assigned(
                                DutyRole.valueOf(row.getString("duty_role")),
                                row.getLong("department_id"),
                                row.getString("short_name"),
                                row.getBoolean("staffed"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
