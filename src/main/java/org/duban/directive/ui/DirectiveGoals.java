package org.duban.directive.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.duban.directive.Target;

/** The goals of the whole document, in its own words, with the figure that is counted. */
final class DirectiveGoals extends Details {

    private final List<Target> goals;

    DirectiveGoals(List<Target> goals) {
        this.goals = goals;
        addClassName("directive-goals");
        setSummaryText(getTranslation("directive.goals", goals.size()));
        UnorderedList list = new UnorderedList();
        for (Target goal : goals) {
            Span counted = new Span(DirectiveTexts.target(goal));
            counted.addClassName("goal-counted");
            list.add(new ListItem(new Span(goal.wording()), counted));
        }
        add(list);
    }

    boolean isEmpty() {
        return goals.isEmpty();
    }
}
