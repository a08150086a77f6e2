package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import org.duban.directive.DutyRole;
import org.duban.organisation.Department;
import org.duban.task.Acknowledgements;
import org.duban.task.Dispute;
import org.duban.task.Duty;
import org.duban.ui.DepartmentPicker;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** The questions that are asked before something is done about a key task. A refusal leaves them open as they are. */
@Component
class TaskDialogs {

    private final Acknowledgements acknowledgements;
    private final DepartmentPicker departments;

    TaskDialogs(Acknowledgements acknowledgements, DepartmentPicker departments) {
        this.acknowledgements = acknowledgements;
        this.departments = departments;
    }

    void takeUp(Duty duty, Runnable changed) {
        dialog(
                        "task.takeUp.title",
                        "task.takeUp.label",
                        "task.action.takeUp",
                        "task.done.takenUp",
                        changed,
                        words -> acknowledgements.takeUp(duty.id(), words),
                        duty.departmentName())
                .explain(text("task.takeUp.hint"))
                .open();
    }

    void confirm(Duty duty, Runnable changed) {
        dialog(
                        "task.confirm.title",
                        "task.reason",
                        "task.action.confirm",
                        "task.done.confirmed",
                        changed,
                        words -> acknowledgements.confirm(duty.id(), words),
                        duty.departmentName())
                .explain(text("task.confirm.hint"))
                .open();
    }

    /** @param proposal what the department would have, or {@code null} */
    void change(Duty duty, Dispute.Proposal proposal, Runnable changed) {
        ComboBox<Department> department = departments.staffed(text("task.change.department"));
        department.setRequiredIndicatorVisible(true);
        department.setWidthFull();
        RadioButtonGroup<DutyRole> role = new RadioButtonGroup<>(text("task.change.role"));
        role.setItems(DutyRole.values());
        role.setItemLabelGenerator(each -> text("dutyRole." + each));
        role.setValue(duty.role());
        if (proposal != null && proposal.role() != null) {
            role.setValue(proposal.role());
        }
        if (proposal != null && proposal.department() != null) {
            departments.find(proposal.department()).ifPresent(department::setValue);
        }
        // Begins with a proposal or empty: a name that was typed but not chosen would fall back to what stood here,
        // unnoticed.
        department.setHelperText(text("task.change.present", duty.departmentName(), text("dutyRole." + duty.role())));
        dialog(
                        "task.change.title",
                        "task.reason",
                        "task.action.change",
                        "task.done.changed",
                        changed,
                        words -> acknowledgements.change(
                                duty.id(), department.getValue().id(), role.getValue(), words))
                .explain(text("task.change.hint"))
                .with(department, () -> true)
                .with(role, () -> department.getValue() != null && role.getValue() != null)
                .refusedAt(
                        department,
                        "refusal.dispute.departmentTaken",
                        "refusal.dispute.unstaffed",
                        "refusal.dispute.nothingChanged")
                .open();
    }

    void withdraw(Duty duty, Runnable changed) {
        dialog(
                        "task.withdraw.title",
                        "task.reason",
                        "task.action.withdraw",
                        "task.done.withdrawn",
                        changed,
                        words -> acknowledgements.withdraw(duty.id(), words),
                        duty.departmentName())
                .explain(text("task.withdraw.hint"))
                .dangerous()
                .open();
    }

    private static ReasonDialog dialog(
            String titleKey,
            String labelKey,
            String confirmKey,
            String doneKey,
            Runnable changed,
            SerializableConsumer<String> decision,
            Object... titleArguments) {
        return ReasonDialog.of(text(titleKey, titleArguments), labelKey, confirmKey, doneKey, changed, decision)
                .longest(Acknowledgements.LONGEST_REASON);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
