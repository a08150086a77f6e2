package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentChanges;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.organisation.Register;
import org.duban.organisation.Resolution;
import org.duban.ui.Narrow;

/** The department register with all names. */
final class DepartmentsPanel extends ListPanel<DepartmentsPanel.Row> {

    /**
     * @param aliases names besides the canonical and the short one
     * @param heirs short names of those who have its duties now; empty while it exists
     */
    record Row(Department department, List<String> aliases, List<String> heirs) {}

    private final transient Departments departments;
    private final transient Register register;
    private final transient DepartmentChanges changes;
    private final transient WorkingCalendar calendar;

    DepartmentsPanel(Departments departments, Register register, DepartmentChanges changes, WorkingCalendar calendar) {
        super("departments.search", "departments.empty", VaadinIcon.BUILDING_O);
        this.departments = departments;
        this.register = register;
        this.changes = changes;
        this.calendar = calendar;
        action("departments.add", () -> new DepartmentDialog(departments, this::readAgain).open());
        columns();
        grid().setItems(this::page);
    }

    private Stream<Row> page(Query<Row, Void> query) {
        List<Department> page = departments.search(searched(), query.getOffset(), query.getLimit());
        Map<DepartmentId, List<String>> names =
                departments.namesOf(page.stream().map(Department::id).toList());
        Map<DepartmentId, List<Resolution.Heir>> heirs = register.heirs(
                page.stream()
                        .filter(department -> department.abolishedYear() != null)
                        .map(Department::id)
                        .toList(),
                calendar.today());
        return page.stream()
                .map(department -> new Row(
                        department,
                        names.getOrDefault(department.id(), List.of()).stream()
                                .filter(name -> !name.equals(department.name()) && !name.equals(department.shortName()))
                                .toList(),
                        heirs.getOrDefault(department.id(), List.of()).stream()
                                .map(heir -> heir.department().shortName())
                                .toList()));
    }

    private void columns() {
        Grid<Row> grid = grid();
        grid.addComponentColumn(this::names)
                .setHeader(getTranslation("department.name"))
                .setFlexGrow(4);
        grid.addColumn(row -> row.department().code())
                .setHeader(getTranslation("department.code"))
                .setFlexGrow(2);
        grid.addColumn(row ->
                        getTranslation("department.tier." + row.department().tier()))
                .setHeader(getTranslation("department.tier"))
                .setWidth("6rem")
                .setFlexGrow(0);
        grid.addColumn(row -> row.department().jurisdiction())
                .setHeader(getTranslation("department.jurisdiction"))
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.addColumn(row ->
                        getTranslation("department.kind." + row.department().kind()))
                .setHeader(getTranslation("department.kind"))
                .setWidth("6.5rem")
                .setFlexGrow(0);
        grid.addColumn(this::aliases)
                .setHeader(getTranslation("department.aliases"))
                .setFlexGrow(4);
        grid.addComponentColumn(this::buttons)
                .setHeader(getTranslation("department.actions"))
                .setWidth("11rem")
                .setFlexGrow(0);
        Narrow.cardBelow(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
    }

    private Div buttons(Row row) {
        Department department = row.department();
        Div buttons = new Div(button(
                "department.edit", department, () -> new RenameDialog(changes, department, this::readAgain).open()));
        if (department.abolishedYear() == null && department.kind() != Department.Kind.GROUP) {
            buttons.add(button("department.abolish", department, () -> new AbolishDialog(
                            departments, changes, calendar, department, this::readAgain)
                    .open()));
        }
        buttons.addClassName("entry-actions");
        return buttons;
    }

    private Button button(String labelKey, Department department, SerializableRunnable action) {
        Button button = new Button(getTranslation(labelKey), click -> action.run());
        button.setAriaLabel(getTranslation(labelKey + ".of", department.shortName()));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private Div names(Row row) {
        Department department = row.department();
        Span shortName = new Span(department.shortName());
        shortName.addClassName("entry-title");
        Div names = new Div(shortName);
        if (!department.name().equals(department.shortName())) {
            Span name = new Span(department.name());
            name.addClassName("entry-more");
            names.add(name);
        }
        if (department.abolishedYear() != null) {
            String when = department.abolishedOn() != null
                    ? getTranslation(
                            "department.abolishedOn", department.abolishedOn().toString())
                    : getTranslation(
                            "department.abolished", department.abolishedYear().toString());
            Span abolished = new Span(
                    row.heirs().isEmpty()
                            ? when
                            : getTranslation(
                                    "department.succeeded",
                                    when,
                                    String.join(getTranslation("list.separator"), row.heirs())));
            abolished.addClassName("entry-more");
            names.add(abolished);
        }
        names.addClassName("entry-lines");
        return names;
    }

    private String aliases(Row row) {
        return row.aliases().isEmpty() ? "–" : String.join(getTranslation("list.separator"), row.aliases());
    }

    private Component card(Row row) {
        Department department = row.department();
        Div card = new Div(
                names(row),
                new Span(String.join(
                        " · ",
                        department.jurisdiction(),
                        getTranslation("department.tier." + department.tier()),
                        getTranslation("department.kind." + department.kind()),
                        department.code())));
        if (!row.aliases().isEmpty()) {
            card.add(new Span(getTranslation("department.aliasesOf", aliases(row))));
        }
        card.add(buttons(row));
        card.addClassName("list-card");
        return card;
    }
}
