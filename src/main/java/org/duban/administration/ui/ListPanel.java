package org.duban.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import org.duban.ui.EmptyState;

/** A list with a search field above it, and what can be added to it. */
abstract class ListPanel<T> extends Div {

    private final Grid<T> grid = new Grid<>();
    private final TextField search = new TextField();
    private final Div toolbar = new Div(search);

    ListPanel(String searchKey, String emptyKey, VaadinIcon icon) {
        addClassName("list-panel");
        toolbar.addClassName("list-toolbar");
        search.setPlaceholder(getTranslation(searchKey));
        search.setAriaLabel(getTranslation(searchKey));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> readAgain());
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateComponent(new EmptyState(icon, getTranslation(emptyKey)));
        grid.setSizeFull();
        add(toolbar, grid);
    }

    final Grid<T> grid() {
        return grid;
    }

    final String searched() {
        return search.getValue();
    }

    final void action(String labelKey, SerializableRunnable run) {
        Button button = new Button(getTranslation(labelKey), VaadinIcon.PLUS.create(), click -> run.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        toolbar.add(button);
    }

    final void readAgain() {
        grid.getDataProvider().refreshAll();
    }
}
