package org.duban.administration.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import org.duban.base.Refusal;
import org.duban.organisation.Department;
import org.duban.organisation.Departments;
import org.duban.ui.Notices;

/** Enters a department. */
final class DepartmentDialog extends FormDialog {

    private final transient Departments departments;
    private final SerializableRunnable added;
    private final TextField name;
    private final TextField shortName;
    private final TextField aliases;
    private final TextField code;
    private final TextField jurisdiction;
    private final Select<Department.Tier> tier = new Select<>();
    private final Select<Department.Kind> kind = new Select<>();

    DepartmentDialog(Departments departments, SerializableRunnable added) {
        super(Fields.text("departments.add"), Fields.text("departments.add.confirm"));
        this.departments = departments;
        this.added = added;
        name = field(Fields.required("department.name", 120), "refusal.department.nameMissing");
        shortName = field(Fields.required("department.shortName", 60), "refusal.department.shortNameMissing");
        aliases = field(new TextField(getTranslation("department.aliases")));
        aliases.setManualValidation(true);
        aliases.setWidthFull();
        aliases.setHelperText(getTranslation("department.aliases.help"));
        code = field(
                Fields.required("department.code", 40),
                "refusal.department.codeMissing",
                "refusal.department.codeMalformed",
                "refusal.department.codeTaken");
        code.setHelperText(getTranslation("department.code.help"));
        jurisdiction = field(Fields.required("department.jurisdiction", 40), "refusal.department.jurisdictionMissing");
        jurisdiction.setHelperText(getTranslation("department.jurisdiction.help"));
        tier.setLabel(getTranslation("department.tier"));
        tier.setItems(Department.Tier.values());
        tier.setItemLabelGenerator(each -> getTranslation("department.tier." + each));
        tier.setValue(Department.Tier.PROVINCIAL);
        field(tier);
        kind.setLabel(getTranslation("department.kind"));
        kind.setItems(Department.Kind.values());
        kind.setItemLabelGenerator(each -> getTranslation("department.kind." + each));
        kind.setValue(Department.Kind.OFFICE);
        field(kind);
    }

    @Override
    void perform() {
        departments.add(new Department(
                null,
                code.getValue(),
                name.getValue(),
                shortName.getValue(),
                tier.getValue(),
                jurisdiction.getValue(),
                kind.getValue(),
                Fields.names(aliases.getValue()),
                null,
                null,
                null));
        close();
        added.run();
        Notices.done("departments.added", shortName.getValue().strip());
    }

    @Override
    HasValidation fieldOf(Refusal refusal) {
        HasValidation taken = Fields.ofTakenName(refusal, aliases, name, shortName);
        return taken == null ? super.fieldOf(refusal) : taken;
    }
}
