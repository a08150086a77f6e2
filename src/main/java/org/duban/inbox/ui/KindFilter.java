package org.duban.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.Set;
import org.duban.inbox.ItemKind;
import org.duban.ui.Routes;

/** Chooses one kind of work or all. The choice is in the address, so that it can be kept and sent. */
class KindFilter extends Div {

    KindFilter(Set<ItemKind> possible, Set<ItemKind> chosen) {
        addClassName("filter-chips");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("inbox.filter"));
        boolean all = chosen.equals(possible);
        add(chip("inbox.kind.all", all, QueryParameters.empty()));
        possible.forEach(kind -> add(chip(
                Kinds.verbKey(kind), !all && chosen.contains(kind), QueryParameters.of(Kinds.PARAMETER, kind.name()))));
    }

    private Button chip(String labelKey, boolean chosen, QueryParameters query) {
        Button chip =
                new Button(getTranslation(labelKey), click -> UI.getCurrent().navigate(Routes.INBOX, query));
        chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        chip.addClassName("filter-chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        return chip;
    }
}
