package org.duban.administration.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.Abolition;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentChanges;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.organisation.Succession.Reform;
import org.duban.ui.ComponentTexts;
import org.duban.ui.Notices;
import org.duban.ui.Questions;

/** Records that a department was abolished or merged, and who has its duties now. */
final class AbolishDialog extends FormDialog {

    private final transient DepartmentChanges changes;
    private final transient Department department;
    private final SerializableRunnable changed;
    private final DatePicker on;
    private final Select<Reform> reform = new Select<>();
    private final ComboBox<Department> main;
    private final MultiSelectComboBox<Department> further;
    private final TextField source;
    private final TextArea note;

    AbolishDialog(
            Departments departments,
            DepartmentChanges changes,
            WorkingCalendar calendar,
            Department department,
            SerializableRunnable changed) {
        super(Fields.text("department.abolish.title", department.shortName()), Fields.text("department.abolish"));
        this.changes = changes;
        this.department = department;
        this.changed = changed;
        on = field(
                new DatePicker(getTranslation("department.abolish.on")),
                "refusal.department.abolishedOnMissing",
                "refusal.department.abolishedInFuture");
        ComponentTexts.apply(on);
        on.setManualValidation(true);
        on.setRequiredIndicatorVisible(true);
        on.setMax(calendar.today());
        on.setValue(calendar.today());
        on.setWidthFull();
        reform.setLabel(getTranslation("department.abolish.reform"));
        reform.setItems(Reform.values());
        reform.setItemLabelGenerator(each -> getTranslation("department.reform." + each));
        reform.setValue(Reform.OTHER);
        reform.setWidthFull();
        field(reform);
        main = field(new ComboBox<>(getTranslation("department.abolish.heir")), "refusal.department.ownHeir");
        main.setItemLabelGenerator(AbolishDialog::label);
        main.setItemsWithFilterConverter(query -> found(departments, query), typed -> typed);
        main.setHelperText(getTranslation("department.abolish.heir.help"));
        main.setManualValidation(true);
        main.setWidthFull();
        further = field(new MultiSelectComboBox<>(getTranslation("department.abolish.heirs")));
        further.setItemLabelGenerator(AbolishDialog::label);
        further.setItemsWithFilterConverter(query -> found(departments, query), typed -> typed);
        further.setManualValidation(true);
        further.setWidthFull();
        source = field(new TextField(getTranslation("department.abolish.source")));
        source.setMaxLength(300);
        source.setManualValidation(true);
        source.setWidthFull();
        note = field(Fields.lines("department.abolish.note", 500));
        note.setHelperText(getTranslation("department.abolish.note.help"));
    }

    /** Asks once more: the department can't be brought back. */
    @Override
    void confirm() {
        var question = Questions.warn(
                getTranslation("department.abolish.question", department.shortName()),
                getTranslation("department.abolish.confirm"),
                super::confirm);
        question.setText(getTranslation("department.abolish.consequence"));
        question.open();
    }

    @Override
    void perform() {
        changes.abolish(
                department.id(),
                new Abolition(on.getValue(), reform.getValue(), heirs(), note.getValue(), source.getValue()));
        close();
        changed.run();
        Notices.done("department.abolish.done", department.shortName());
    }

    private List<DepartmentId> heirs() {
        List<DepartmentId> heirs = new ArrayList<>();
        if (main.getValue() != null) {
            heirs.add(main.getValue().id());
        }
        further.getValue().stream()
                .map(Department::id)
                .filter(id -> !heirs.contains(id))
                .forEach(heirs::add);
        return heirs;
    }

    private static Stream<Department> found(Departments departments, Query<Department, String> query) {
        return departments.search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream();
    }

    private static String label(Department department) {
        return department.shortName() + " · " + department.jurisdiction();
    }
}
