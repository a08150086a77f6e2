package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.duban.task.KeyTaskDetails;

/** What the signed-in person can do about a key task now; what can't be done is not offered. */
@org.springframework.stereotype.Component
class TaskActions {

    private final List<TaskAction> actions;

    TaskActions(List<TaskAction> actions) {
        this.actions = actions.stream()
                .sorted(Comparator.comparingInt(TaskAction::order))
                .toList();
    }

    /** Nothing for those who can never act on this key task, as it stands. */
    Optional<Component> of(KeyTaskDetails details, Runnable changed) {
        Section area = new Section();
        List<TaskAction> possible = actions.stream()
                .filter(action -> !details.task().suspended() || action.whileSuspended())
                .toList();
        List<Component> choices = possible.stream()
                .flatMap(action -> action.choices(area, details, changed).stream())
                .toList();
        List<TaskAction.Offer> offers = possible.stream()
                .flatMap(action -> action.offers(details, changed).stream())
                .toList();
        boolean concerned = details.task().open() && (details.actsForDuty() != null || details.supervised());
        if (choices.isEmpty() && offers.isEmpty() && !concerned) {
            return Optional.empty();
        }
        area.addClassName("task-now");
        H3 heading = new H3(area.getTranslation("task.now"));
        area.add(heading);
        if (choices.isEmpty()) {
            Paragraph nothing = new Paragraph(area.getTranslation("task.now.nothing"));
            nothing.addClassName("soft");
            area.add(nothing);
        }
        area.add(choices);
        if (!offers.isEmpty()) {
            area.add(menu(area, offers));
        }
        return Optional.of(area);
    }

    private static MenuBar menu(Component page, List<TaskAction.Offer> offers) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        bar.addClassName("task-more");
        MenuItem more = bar.addItem(page.getTranslation("task.now.more"));
        offers.forEach(offer -> more.getSubMenu().addItem(page.getTranslation(offer.labelKey()), click -> offer.open()
                .run()));
        return bar;
    }
}
