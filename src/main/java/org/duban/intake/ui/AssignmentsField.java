package org.duban.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duban.directive.DutyRole;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.ui.DepartmentPicker;

/** Who is responsible for a row, by role. A name that means no department yet can be given one, or left out. */
final class AssignmentsField extends Div {

    /**
     * Somebody who is named.
     *
     * @param department {@code null} for a name that means none yet
     * @param printedName as the document has it, or {@code null} where it was added here
     * @param nameId identifier of the name that means no department; kept when it gets one here
     */
    record Named(DutyRole role, DepartmentId department, String shortName, String printedName, Long nameId) {

        Named as(DutyRole other) {
            return new Named(other, department, shortName, printedName, nameId);
        }

        Named meaning(Department other) {
            return new Named(role, other.id(), other.shortName(), printedName, nameId);
        }

        boolean unresolved() {
            return department == null;
        }

        String label() {
            return department == null ? printedName : shortName;
        }
    }

    private final transient DepartmentPicker departments;
    private final SerializableRunnable changed;
    private final List<Named> named = new ArrayList<>();
    private final Map<DutyRole, ComboBox<Department>> additions = new EnumMap<>(DutyRole.class);
    private final Span error = new Span();

    AssignmentsField(DepartmentPicker departments, SerializableRunnable changed) {
        this.departments = departments;
        this.changed = changed;
        addClassName("assignments-field");
        error.addClassName("field-error");
        error.getElement().setAttribute("role", "alert");
    }

    void setNamed(List<Named> names) {
        named.clear();
        named.addAll(names);
        show();
    }

    List<Named> named() {
        return List.copyOf(named);
    }

    void setError(String reason) {
        error.setText(reason == null ? "" : reason);
        error.setVisible(reason != null);
    }

    private void show() {
        removeAll();
        Span label = new Span(getTranslation("directive.row.departments"));
        label.addClassName("field-label");
        add(label);
        for (DutyRole role : DutyRole.values()) {
            add(line(role));
        }
        add(error);
        setError(null);
    }

    private Div line(DutyRole role) {
        Span label = new Span(getTranslation("dutyRole." + role));
        label.addClassNames("row-role", "row-role-" + role.name().toLowerCase(Locale.ROOT));
        Div names = new Div();
        names.addClassName("assignment-names");
        named.stream().filter(each -> each.role() == role).forEach(each -> names.add(chip(each)));
        names.add(addition(role));
        Div line = new Div(label, names);
        line.addClassName("assignment-line");
        return line;
    }

    private Component chip(Named each) {
        NativeButton chip = new NativeButton(each.label());
        chip.addClassName("assignment-chip");
        chip.add(VaadinIcon.CHEVRON_DOWN_SMALL.create());
        chip.setClassName("draft-name-unresolved", each.unresolved());
        if (each.printedName() != null && !each.printedName().equals(each.label())) {
            chip.setTitle(getTranslation("intake.name.printed", each.printedName()));
        }
        ContextMenu menu = new ContextMenu(chip);
        menu.setOpenOnClick(true);
        menu.addItem(
                getTranslation(each.unresolved() ? "intake.name.mean" : "intake.name.replace"), click -> replace(each));
        for (DutyRole role : DutyRole.values()) {
            if (role != each.role()) {
                menu.addItem(
                        getTranslation("intake.name.toRole", getTranslation("dutyRole." + role)),
                        click -> put(each, each.as(role)));
            }
        }
        menu.addItem(getTranslation("intake.name.remove"), click -> put(each, null));
        return chip;
    }

    private void replace(Named each) {
        new DepartmentDialog(departments, each.label(), department -> put(each, each.meaning(department))).open();
    }

    private ComboBox<Department> addition(DutyRole role) {
        ComboBox<Department> field = departments.any(null);
        field.addClassName("assignment-add");
        field.addThemeVariants(ComboBoxVariant.LUMO_SMALL);
        field.setPlaceholder(getTranslation("intake.name.add"));
        field.setAriaLabel(getTranslation("intake.name.addTo", getTranslation("dutyRole." + role)));
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                Department added = change.getValue();
                put(null, new Named(role, added.id(), added.shortName(), null, null));
                additions.get(role).focus();
            }
        });
        additions.put(role, field);
        return field;
    }

    /** A row names a department once: what is said last counts. */
    private void put(Named before, Named now) {
        int place = before == null ? named.size() : named.indexOf(before);
        if (before != null) {
            named.remove(before);
        }
        if (now != null) {
            if (!now.unresolved()) {
                int same = indexOf(now.department());
                if (same >= 0) {
                    named.remove(same);
                    place = Math.min(place, named.size());
                }
            }
            named.add(Math.min(place, named.size()), now);
        }
        show();
        changed.run();
    }

    private int indexOf(DepartmentId department) {
        for (int index = 0; index < named.size(); index++) {
            if (department.equals(named.get(index).department())) {
                return index;
            }
        }
        return -1;
    }
}
