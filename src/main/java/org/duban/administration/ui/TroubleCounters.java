package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.ui.Routes;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Watchdog;

/** How many troubles there are of each group; chooses one group or all. The choice is in the address. */
final class TroubleCounters extends Div {

    private static final String PARAMETER = "group";

    TroubleCounters() {
        addClassName("watch-counters");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("watchdog.counters"));
    }

    /** The group named in the address, or all. */
    static Set<Group> chosen(QueryParameters query) {
        Optional<String> named = query.getSingleParameter(PARAMETER);
        return EnumSet.allOf(Group.class).stream()
                .filter(group -> named.filter(group.name()::equals).isPresent())
                .findFirst()
                .map(EnumSet::of)
                .orElseGet(() -> EnumSet.allOf(Group.class));
    }

    void show(Map<Group, Integer> counts, Set<Group> chosen) {
        removeAll();
        boolean one = chosen.size() == 1;
        counts.forEach((group, count) -> add(counter(group, count, one && chosen.contains(group))));
    }

    /** A group without troubles is nothing to choose. */
    private Component counter(Group group, int count, boolean chosen) {
        Span number = new Span(count >= Watchdog.COUNTED_AT_MOST ? count + "+" : String.valueOf(count));
        number.addClassName("figure-number");
        Span label = new Span(TroubleTexts.group(group));
        label.addClassName("watch-label");
        Span explanation = new Span(getTranslation("watchdog.explained." + group));
        explanation.addClassName("soft");
        if (count == 0 && !chosen) {
            Div calm = new Div(label, number, explanation);
            calm.addClassName("watch-counter");
            return calm;
        }
        NativeButton counter = new NativeButton();
        counter.add(label, number, explanation);
        counter.addClassNames("watch-counter", "watch-trouble");
        counter.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        counter.addClickListener(click -> UI.getCurrent()
                .navigate(
                        Routes.WATCHDOG,
                        chosen ? QueryParameters.empty() : QueryParameters.of(PARAMETER, group.name())));
        return counter;
    }
}
