package org.duban.task.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.duban.organisation.Department;
import org.duban.task.Objection;
import org.duban.ui.ComponentTexts;
import org.duban.ui.DepartmentPicker;

/** With whom a dispute was talked over, a row each; or that it concerns nobody else. */
final class CoordinationField extends CustomField<CoordinationField.Record> {

    /** @param complete whether nothing is missing in it */
    record Record(List<Objection.Coordination> rows, boolean nobodyConcerned, boolean complete) {}

    private final transient DepartmentPicker departments;
    private final LocalDate today;
    private final Checkbox nobody = new Checkbox();
    private final Div list = new Div();
    private final Button more = new Button();
    private final List<Row> rows = new ArrayList<>();

    private final class Row extends Div {

        private final ComboBox<Department> department = departments.any("");
        private final DatePicker on = new DatePicker();
        private final Select<Objection.Result> result = new Select<>();

        Row() {
            addClassName("coordination-row");
            department.setPlaceholder(getTranslation("task.coordination.department"));
            department.setAriaLabel(getTranslation("task.coordination.department"));
            ComponentTexts.apply(on);
            on.setAriaLabel(getTranslation("task.coordination.on"));
            on.setMax(today);
            on.setValue(today);
            result.setItems(Objection.Result.values());
            result.setItemLabelGenerator(each -> getTranslation("coordination." + each));
            result.setPlaceholder(getTranslation("task.coordination.result"));
            result.setAriaLabel(getTranslation("task.coordination.result"));
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove());
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(getTranslation("task.coordination.remove"));
            Stream.<HasValue<?, ?>>of(department, on, result)
                    .forEach(field -> field.addValueChangeListener(change -> changed()));
            add(department, on, result, remove);
        }

        private void remove() {
            rows.remove(this);
            list.remove(this);
            changed();
        }

        boolean complete() {
            return missing().findAny().isEmpty();
        }

        /** Ends of the message keys of its empty fields. */
        Stream<String> missing() {
            return Stream.of(
                            department.isEmpty() ? "department" : null,
                            on.isEmpty() ? "on" : null,
                            result.isEmpty() ? "result" : null)
                    .filter(Objects::nonNull);
        }

        Objection.Coordination value() {
            return new Objection.Coordination(department.getValue().id(), on.getValue(), result.getValue());
        }
    }

    CoordinationField(DepartmentPicker departments, LocalDate today) {
        super(new Record(List.of(), false, false));
        this.departments = departments;
        this.today = today;
        addClassName("coordination");
        setLabel(getTranslation("task.coordination"));
        setWidthFull();
        nobody.setLabel(getTranslation("task.coordination.nobody"));
        nobody.addValueChangeListener(change -> {
            list.setVisible(!nobody.getValue());
            more.setVisible(!nobody.getValue());
            changed();
        });
        more.setText(getTranslation("task.coordination.add"));
        more.setIcon(VaadinIcon.PLUS.create());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        more.addClickListener(click -> addRow());
        Div choices = new Div(more, nobody);
        choices.addClassName("coordination-choices");
        add(list, choices);
        setRequiredIndicatorVisible(true);
        addRow();
    }

    private void changed() {
        updateValue();
        sayWhatIsMissing();
    }

    /** The button of the dialog waits for it, so it says for what. */
    private void sayWhatIsMissing() {
        List<String> missing = rows.stream()
                .flatMap(Row::missing)
                .distinct()
                .map(key -> getTranslation("task.coordination." + key))
                .toList();
        if (generateModelValue().complete()) {
            setHelperText(null);
        } else if (missing.isEmpty()) {
            setHelperText(getTranslation("task.coordination.none"));
        } else {
            setHelperText(getTranslation(
                    "task.coordination.missing", String.join(getTranslation("list.separator"), missing)));
        }
    }

    private void addRow() {
        Row row = new Row();
        rows.add(row);
        list.add(row);
        changed();
    }

    @Override
    protected Record generateModelValue() {
        return nobody.getValue()
                ? new Record(List.of(), true, true)
                : new Record(
                        rows.stream().filter(Row::complete).map(Row::value).toList(),
                        false,
                        !rows.isEmpty() && rows.stream().allMatch(Row::complete));
    }

    @Override
    protected void setPresentationValue(Record value) {
        throw new UnsupportedOperationException("Filled in by hand only");
    }
}
