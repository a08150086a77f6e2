package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.duban.organisation.Department;
import org.duban.task.Acknowledgements;
import org.duban.task.Duty;
import org.duban.task.Transfer;
import org.duban.task.Transfers;
import org.duban.ui.DepartmentPicker;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** Asks to which department a duty shall go, and whether it may. */
@Component
class TransferDialogs {

    private static final String[] ABOUT_THE_DEPARTMENT = {
        "refusal.dispute.departmentTaken", "refusal.dispute.unstaffed", "refusal.succession.abolished"
    };

    private final Transfers transfers;
    private final DepartmentPicker departments;

    TransferDialogs(Transfers transfers, DepartmentPicker departments) {
        this.transfers = transfers;
        this.departments = departments;
    }

    void request(Duty duty, Runnable changed) {
        ComboBox<Department> department = department();
        new ReasonDialog(
                        text("task.requestTransfer.title"),
                        text("task.transfer.reason"),
                        text("task.action.requestTransfer"),
                        words -> {
                            transfers.request(duty.id(), department.getValue().id(), words);
                            Notices.done("task.done.transferRequested");
                            changed.run();
                        })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("task.requestTransfer.hint"))
                .with(department, () -> department.getValue() != null)
                .refusedAt(department, ABOUT_THE_DEPARTMENT)
                .open();
    }

    /** @param signed the duties that can go elsewhere */
    void transfer(List<Duty> signed, Runnable changed) {
        Select<Duty> duty = new Select<>();
        duty.setLabel(text("task.transfer.duty"));
        duty.setItems(signed);
        duty.setItemLabelGenerator(Duty::departmentName);
        duty.setWidthFull();
        if (signed.size() == 1) {
            duty.setValue(signed.getFirst());
        }
        ComboBox<Department> department = department();
        new ReasonDialog(
                        text("task.transfer.title"),
                        text("task.transfer.reason"),
                        text("task.action.transfer"),
                        words -> {
                            transfers.transfer(
                                    duty.getValue().id(), department.getValue().id(), words);
                            done(department.getValue().shortName(), changed);
                        })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("task.transfer.hint"))
                .with(duty, () -> true)
                .with(department, () -> duty.getValue() != null && department.getValue() != null)
                .refusedAt(department, ABOUT_THE_DEPARTMENT)
                .open();
    }

    void approve(Transfer transfer, Runnable changed) {
        new ReasonDialog(
                        text("task.approveTransfer.title", transfer.fromName(), transfer.toName()),
                        text("task.approveTransfer.opinion"),
                        text("task.action.approveTransfer"),
                        words -> {
                            transfers.approve(transfer.id(), words);
                            done(transfer.toName(), changed);
                        })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("task.transfer.hint"))
                .optional()
                .open();
    }

    void refuse(Transfer transfer, Runnable changed) {
        new ReasonDialog(
                        text("task.refuseTransfer.title", transfer.fromName()),
                        text("task.reason"),
                        text("task.action.refuseTransfer"),
                        words -> {
                            transfers.refuse(transfer.id(), words);
                            Notices.done("task.done.transferRefused");
                            changed.run();
                        })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("task.refuseTransfer.hint"))
                .open();
    }

    private static void done(String to, Runnable changed) {
        Notices.done("task.done.transferred", to);
        changed.run();
    }

    private ComboBox<Department> department() {
        ComboBox<Department> department = departments.staffed(text("task.transfer.department"));
        department.setRequiredIndicatorVisible(true);
        department.setWidthFull();
        return department;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
