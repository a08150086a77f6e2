package org.duban.task.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duban.directive.DutyRole;
import org.duban.organisation.Department;
import org.duban.task.DirectiveChoice;
import org.duban.task.KeyTaskFilter;
import org.duban.task.KeyTasks;
import org.duban.task.Light;
import org.duban.ui.DepartmentPicker;

/** The fields by which the ledger is filtered. On a narrow screen they are folded under one button. */
class FilterPanel extends Div {

    private final KeyTasks tasks;
    private final DepartmentPicker departments;
    private final TextField text = new TextField();
    private final ComboBox<DirectiveChoice> directive = new ComboBox<>();
    private final ComboBox<Department> department;
    private final Select<DutyRole> role = new Select<>();
    private final Select<Light> light = new Select<>();
    private final Checkbox overdue = new Checkbox();
    private final Checkbox open = new Checkbox();
    private final Button clear = new Button();
    private final Button toggle = new Button(VaadinIcon.FILTER.create());
    private boolean showing;

    FilterPanel(KeyTasks tasks, DepartmentPicker departments, Consumer<KeyTaskFilter> changed) {
        this.tasks = tasks;
        this.departments = departments;
        this.department = departments.any(getTranslation("ledger.filter.department"));
        addClassName("filter-panel");

        text.setLabel(getTranslation("ledger.filter.text"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(400);
        directive.setLabel(getTranslation("ledger.filter.directive"));
        directive.setItemLabelGenerator(DirectiveChoice::label);
        directive.setRenderer(new ComponentRenderer<>(FilterPanel::choice));
        directive.setOverlayWidth("30rem");
        directive.setItemsWithFilterConverter(
                query -> tasks.directives(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                typed -> typed);
        directive.setClearButtonVisible(true);
        department.setClearButtonVisible(true);
        choices(role, "ledger.filter.role", "dutyRole.", DutyRole.values());
        choices(light, "ledger.filter.light", "light.", Light.values());
        overdue.setLabel(getTranslation("ledger.filter.overdue"));
        open.setLabel(getTranslation("ledger.filter.open"));
        clear.setText(getTranslation("ledger.filter.clear"));
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        clear.addClickListener(click -> {
            show(KeyTaskFilter.ALL);
            changed.accept(KeyTaskFilter.ALL);
        });
        toggle.addClassName("filter-toggle");
        toggle.addClickListener(click -> unfold(!hasClassName("unfolded")));

        Div fields = new Div(text, directive, department, role, light, overdue, open, clear);
        fields.addClassName("filter-fields");
        add(toggle, fields);
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(text, directive, department, role, light, overdue, open)) {
            field.addValueChangeListener(change -> {
                if (!showing) {
                    count();
                    changed.accept(value());
                }
            });
        }
        unfold(false);
        count();
    }

    private <E extends Enum<E>> void choices(Select<E> field, String labelKey, String prefix, E[] values) {
        field.setLabel(getTranslation(labelKey));
        field.setItems(values);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(getTranslation("ledger.filter.any"));
        field.setItemLabelGenerator(
                value -> getTranslation(value == null ? "ledger.filter.any" : prefix + value.name()));
    }

    private static Div choice(DirectiveChoice directive) {
        Div choice = new Div(new Span(directive.label()));
        if (!directive.title().equals(directive.label())) {
            Span title = new Span(directive.title());
            title.addClassName("soft");
            choice.add(title);
        }
        choice.addClassName("directive-choice");
        return choice;
    }

    /** Shows a filter that came from elsewhere, without telling of a change. */
    void show(KeyTaskFilter filter) {
        showing = true;
        try {
            text.setValue(filter.text() == null ? "" : filter.text());
            directive.setValue(
                    filter.directive() == null
                            ? null
                            : tasks.directive(filter.directive()).orElse(null));
            department.setValue(
                    filter.department() == null
                            ? null
                            : departments.find(filter.department()).orElse(null));
            role.setValue(filter.role());
            light.setValue(filter.light());
            overdue.setValue(filter.overdueOnly());
            open.setValue(filter.openOnly());
        } finally {
            showing = false;
        }
        count();
    }

    KeyTaskFilter value() {
        return new KeyTaskFilter(
                directive.getValue() == null ? null : directive.getValue().id(),
                department.getValue() == null ? null : department.getValue().id(),
                role.getValue(),
                light.getValue(),
                overdue.getValue(),
                open.getValue(),
                text.getValue().isBlank() ? null : text.getValue().strip());
    }

    /** What is set, by the words that stand for it, each with the filter that would be without it. */
    Map<String, KeyTaskFilter> loosened() {
        KeyTaskFilter set = value();
        Map<String, KeyTaskFilter> loosened = new LinkedHashMap<>();
        if (set.text() != null) {
            loosened.put(set.text(), set.withoutText());
        }
        if (set.directive() != null) {
            loosened.put(directive.getValue().label(), set.withoutDirective());
        }
        if (set.department() != null) {
            loosened.put(department.getValue().shortName(), set.withoutDepartment());
        }
        if (set.role() != null) {
            loosened.put(getTranslation("dutyRole." + set.role()), set.withoutRole());
        }
        if (set.light() != null) {
            loosened.put(getTranslation("light." + set.light()), set.withoutLight());
        }
        if (set.overdueOnly()) {
            loosened.put(overdue.getLabel(), set.withoutOverdueOnly());
        }
        if (set.openOnly()) {
            loosened.put(open.getLabel(), set.withoutOpenOnly());
        }
        return loosened;
    }

    private void count() {
        int set = loosened().size();
        clear.setVisible(set > 0);
        toggle.setText(set > 0 ? getTranslation("ledger.filters.active", set) : getTranslation("ledger.filters"));
    }

    private void unfold(boolean unfolded) {
        setClassName("unfolded", unfolded);
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(unfolded));
    }
}
