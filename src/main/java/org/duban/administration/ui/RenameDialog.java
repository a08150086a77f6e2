package org.duban.administration.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.duban.base.Refusal;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentChanges;
import org.duban.ui.Notices;

/** Changes the names of a department. */
final class RenameDialog extends FormDialog {

    private final transient DepartmentChanges changes;
    private final transient Department department;
    private final SerializableRunnable changed;
    private final TextField name;
    private final TextField shortName;
    private final TextArea aliases;
    private final TextArea note;

    RenameDialog(DepartmentChanges changes, Department department, SerializableRunnable changed) {
        super(Fields.text("department.edit.title", department.shortName()), Fields.text("department.edit.confirm"));
        this.changes = changes;
        this.department = department;
        this.changed = changed;
        name = field(Fields.required("department.name", 120), "refusal.department.nameMissing");
        name.setValue(department.name());
        name.setHelperText(getTranslation("department.edit.help"));
        shortName = field(Fields.required("department.shortName", 60), "refusal.department.shortNameMissing");
        shortName.setValue(department.shortName());
        List<String> present = changes.aliases(department.id());
        aliases = field(Fields.lines("department.aliases", 2000));
        aliases.setHelperText(getTranslation("department.aliases.help"));
        aliases.setValue(String.join(getTranslation("list.separator"), present));
        note = field(Fields.lines("department.note", 500));
        note.setValue(department.note() == null ? "" : department.note());
    }

    @Override
    void perform() {
        changes.rename(
                department.id(),
                name.getValue(),
                shortName.getValue(),
                Fields.names(aliases.getValue()),
                note.getValue());
        close();
        changed.run();
        Notices.done("department.edited", shortName.getValue().strip());
    }

    @Override
    HasValidation fieldOf(Refusal refusal) {
        HasValidation taken = Fields.ofTakenName(refusal, aliases, name, shortName);
        return taken == null ? super.fieldOf(refusal) : taken;
    }
}
