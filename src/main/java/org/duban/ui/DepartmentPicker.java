package org.duban.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Optional;
import org.duban.account.Staffing;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.springframework.stereotype.Component;

/** Makes fields in which a department is found by any of its names; they are read a page at a time. */
@Component
public class DepartmentPicker {

    private final Departments departments;
    private final Staffing staffing;

    DepartmentPicker(Departments departments, Staffing staffing) {
        this.departments = departments;
        this.staffing = staffing;
    }

    /** Any department of the register. */
    public ComboBox<Department> any(String label) {
        return create(label, departments::search);
    }

    /** One that can be given a duty. */
    public ComboBox<Department> staffed(String label) {
        return create(label, staffing::search);
    }

    /** Several of the register. */
    public MultiSelectComboBox<Department> several(String label) {
        return severalAmong(label, departments::search);
    }

    /** One of those that the search finds. */
    public ComboBox<Department> among(String label, Search search) {
        return create(label, search);
    }

    /** Several of those. */
    public MultiSelectComboBox<Department> severalAmong(String label, Search search) {
        MultiSelectComboBox<Department> field = new MultiSelectComboBox<>(label);
        field.setOverlayWidth("20rem");
        set(field, search);
        return field;
    }

    /** Finds departments by any of their names, a page at a time. */
    public interface Search {
        List<Department> search(String text, int offset, int limit);
    }

    private static ComboBox<Department> create(String label, Search search) {
        ComboBox<Department> field = new ComboBox<>(label);
        field.setOverlayWidth("20rem");
        set(field, search);
        return field;
    }

    private static void set(ComboBoxBase<?, Department, ?> field, Search search) {
        field.setItemLabelGenerator(Department::shortName);
        field.setRenderer(new ComponentRenderer<>(DepartmentPicker::choice));
        field.setItemsWithFilterConverter(
                query -> search.search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                typed -> typed);
    }

    /** Two provinces may have a department of the same name. */
    private static Div choice(Department department) {
        Span jurisdiction = new Span(department.jurisdiction());
        jurisdiction.addClassName("soft");
        Div choice = new Div(new Span(department.shortName()), jurisdiction);
        choice.addClassName("department-choice");
        return choice;
    }

    public Optional<Department> find(DepartmentId id) {
        return departments.byIds(List.of(id)).values().stream().findFirst();
    }
}
