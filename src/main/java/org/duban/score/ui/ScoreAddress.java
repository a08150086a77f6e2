package org.duban.score.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.organisation.DepartmentId;
import org.duban.score.LedgerId;
import org.duban.score.LineFilter;
import org.duban.score.ScoreFilter;
import org.duban.task.KeyTaskId;

/**
 * What the page shows, as it stands in its address; what can't be read there is left out.
 *
 * @param directive {@code null} for all
 * @param department {@code null} for the ranking
 * @param which of the department's lines are listed
 * @param thisYear which the address need not name
 */
record ScoreAddress(
        LedgerId ledger, int year, DirectiveId directive, DepartmentId department, LineFilter which, int thisYear) {

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2999;

    static ScoreAddress of(int thisYear) {
        return new ScoreAddress(LedgerId.RUNNING, thisYear, null, null, LineFilter.ALL, thisYear);
    }

    ScoreAddress with(LedgerId other) {
        return new ScoreAddress(other, year, directive, department, which, thisYear);
    }

    ScoreAddress with(DepartmentId other) {
        return new ScoreAddress(ledger, year, directive, other, LineFilter.ALL, thisYear);
    }

    ScoreAddress with(LineFilter other) {
        return new ScoreAddress(ledger, year, directive, department, other, thisYear);
    }

    ScoreFilter filter() {
        return new ScoreFilter(ledger, year, directive);
    }

    Optional<DepartmentId> departmentId() {
        return Optional.ofNullable(department);
    }

    ScoreAddress read(QueryParameters query) {
        int asked = query.getSingleParameter("year")
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(number -> number >= EARLIEST && number <= LATEST)
                .orElse(thisYear);
        return new ScoreAddress(
                identifier(query, "ledger", LedgerId::new).orElse(LedgerId.RUNNING),
                asked,
                identifier(query, "directive", DirectiveId::new).orElse(null),
                identifier(query, "department", DepartmentId::new).orElse(null),
                new LineFilter(
                        kind(query), identifier(query, "task", KeyTaskId::new).orElse(null)),
                thisYear);
    }

    private static LineFilter.Kind kind(QueryParameters query) {
        return Stream.of(LineFilter.Kind.values())
                .filter(each -> query.getSingleParameter("lines")
                        .filter(each.name()::equalsIgnoreCase)
                        .isPresent())
                .findFirst()
                .orElse(LineFilter.Kind.ALL);
    }

    private static <T> Optional<T> identifier(QueryParameters query, String name, Function<Long, T> type) {
        return query.getSingleParameter(name).flatMap(text -> {
            try {
                return Optional.of(type.apply(Ids.parse(text)));
            } catch (Refusal unknown) {
                return Optional.empty();
            }
        });
    }

    QueryParameters query() {
        Map<String, String> parts = new LinkedHashMap<>();
        if (!ledger.running()) {
            parts.put("ledger", Ids.format(ledger.value()));
        }
        if (year != thisYear) {
            parts.put("year", String.valueOf(year));
        }
        if (directive != null) {
            parts.put("directive", Ids.format(directive.value()));
        }
        if (department != null) {
            parts.put("department", Ids.format(department.value()));
        }
        if (which.kind() != LineFilter.Kind.ALL) {
            parts.put("lines", which.kind().name().toLowerCase(Locale.ROOT));
        }
        if (which.task() != null) {
            parts.put("task", Ids.format(which.task().value()));
        }
        return QueryParameters.simple(parts);
    }

    /** What stands behind the route. */
    String text() {
        String query = query().getQueryString();
        return query.isEmpty() ? "" : "?" + query;
    }
}
