package org.duban.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import org.duban.organisation.Department;
import org.duban.ui.DepartmentPicker;

/** Asks which department a name means. */
final class DepartmentDialog extends Dialog {

    private final ComboBox<Department> department;

    DepartmentDialog(DepartmentPicker departments, String name, SerializableConsumer<Department> meant) {
        setHeaderTitle(getTranslation("intake.name.means", name));
        setWidth("min(26rem, calc(100vw - 2rem))");
        department = departments.any(getTranslation("intake.name.department"));
        department.setWidthFull();
        department.setRequiredIndicatorVisible(true);
        Button confirm = new Button(getTranslation("action.confirm"), click -> {
            if (department.isEmpty()) {
                department.setErrorMessage(getTranslation("intake.name.missing"));
                department.setInvalid(true);
            } else {
                close();
                meant.accept(department.getValue());
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(department);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), confirm);
    }

    @Override
    public void open() {
        super.open();
        department.focus();
    }
}
