package org.duban.task.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;
import org.duban.task.KeyTaskFilter;
import org.duban.task.Light;

/** The filter of the ledger as it stands in the address; what is not understood there counts as not set. */
final class FilterAddress {

    private FilterAddress() {}

    static QueryParameters of(KeyTaskFilter filter) {
        Map<String, String> set = new LinkedHashMap<>();
        put(set, "q", filter.text());
        put(
                set,
                "directive",
                filter.directive() == null
                        ? null
                        : Ids.format(filter.directive().value()));
        put(
                set,
                "department",
                filter.department() == null
                        ? null
                        : Ids.format(filter.department().value()));
        put(set, "role", lower(filter.role()));
        put(set, "light", lower(filter.light()));
        put(set, "overdue", filter.overdueOnly() ? "yes" : null);
        put(set, "open", filter.openOnly() ? "yes" : null);
        return QueryParameters.simple(set);
    }

    static KeyTaskFilter read(QueryParameters address) {
        return new KeyTaskFilter(
                id(address, "directive").map(DirectiveId::new).orElse(null),
                id(address, "department").map(DepartmentId::new).orElse(null),
                constant(address, "role", DutyRole.values()),
                constant(address, "light", Light.values()),
                yes(address, "overdue"),
                yes(address, "open"),
                address.getSingleParameter("q").filter(text -> !text.isBlank()).orElse(null));
    }

    private static void put(Map<String, String> set, String name, String value) {
        if (value != null) {
            set.put(name, value);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase();
    }

    private static Optional<Long> id(QueryParameters address, String name) {
        try {
            return address.getSingleParameter(name).map(Ids::parse);
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> E constant(QueryParameters address, String name, E[] values) {
        return address.getSingleParameter(name)
                .flatMap(text -> Arrays.stream(values)
                        .filter(value -> value.name().equalsIgnoreCase(text))
                        .findFirst())
                .orElse(null);
    }

    private static boolean yes(QueryParameters address, String name) {
        return address.getSingleParameter(name).filter("yes"::equals).isPresent();
    }
}
