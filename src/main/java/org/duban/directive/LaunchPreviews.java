package org.duban.directive;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out what a launch would do. */
@Component
class LaunchPreviews {

    private record Row(String no, LocalDate dueOn, int named, int reporting) {}

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
        List<Row> launchable = rows.stream().filter(row -> row.reporting() > 0).toList();
        LocalDate today = calendar.today();
        return new LaunchPreview(
                launchable.size(),
                departments(directive.id()),
                launchable.stream().mapToInt(Row::named).sum(),
                (int) launchable.stream().filter(row -> row.dueOn() == null).count(),
                (int) launchable.stream()
                        .filter(row -> row.dueOn() != null && row.dueOn().isBefore(today))
                        .count(),
                numbers(rows, row -> row.named() == 0),
                numbers(rows, row -> row.named() > 0 && row.reporting() == 0),
                suggestedFallback(directive),
                firstReports());
    }

    private static List<String> numbers(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).map(Row::no).toList();
    }

    private LocalDate suggestedFallback(Directive directive) {
        LocalDate today = calendar.today();
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
        return jdbc.sql(
                        """
                        SELECT r.row_no, r.due_on, COUNT(a.department_id) AS named,
                               COUNT(CASE WHEN a.duty_role <> 'COOPERATING' THEN 1 END) AS reporting
                          FROM division_row r LEFT JOIN division_assignment a ON a.row_id = r.id
                         WHERE r.directive_id = :directive
                         GROUP BY r.id, r.row_no, r.due_on, r.position_no ORDER BY r.position_no""")
                .param("directive", directive.value())
                .query((row, number) -> new Row(
                        row.getString("row_no"),
                        Moments.readDay(row, "due_on"),
                        row.getInt("named"),
                        row.getInt("reporting")))
                .list();
    }

    /** Those of rows that stay behind do not count. */
    private int departments(DirectiveId directive) {
        return jdbc.sql(
                        """
                        SELECT COUNT(DISTINCT a.department_id)
                          FROM division_assignment a JOIN division_row r ON r.id = a.row_id
                         WHERE r.directive_id = :directive AND EXISTS (
                               SELECT 1 FROM division_assignment l
                                WHERE l.row_id = r.id AND l.duty_role <> 'COOPERATING')""")
                .param("directive", directive.value())
                .query(Integer.class)
                .single();
    }
}
