package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import java.util.function.Consumer;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DutyRole;
import org.duban.organisation.Department;
import org.duban.task.Acknowledgements;
import org.duban.task.Disputes;
import org.duban.task.Duty;
import org.duban.task.Objection;
import org.duban.ui.DepartmentPicker;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** Asks what a department says against its duty, and its head whether that is to be said. */
@Component
class DisputeDialogs {

    private final Disputes disputes;
    private final DepartmentPicker departments;
    private final WorkingCalendar calendar;

    DisputeDialogs(Disputes disputes, DepartmentPicker departments, WorkingCalendar calendar) {
        this.disputes = disputes;
        this.departments = departments;
        this.calendar = calendar;
    }

    void raise(Duty duty, Runnable changed) {
        ask("task.action.dispute", "task.dispute.hint", objection -> {
            disputes.raise(duty.id(), objection);
            Notices.done("task.done.disputed");
            changed.run();
        });
    }

    void prepare(Duty duty, Runnable changed) {
        ask("task.action.prepareDispute", "task.prepareDispute.hint", objection -> {
            disputes.prepare(duty.id(), objection);
            Notices.done("task.done.disputePrepared");
            changed.run();
        });
    }

    void reject(Duty duty, Runnable changed) {
        new ReasonDialog(
                        text("task.rejectDispute.title"),
                        text("task.rejectDispute.label"),
                        text("task.action.rejectDispute"),
                        words -> {
                            disputes.reject(duty.id(), words);
                            Notices.done("task.done.disputeRejected");
                            changed.run();
                        })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("task.rejectDispute.hint"))
                .open();
    }

    private void ask(String confirmKey, String hintKey, Consumer<Objection> action) {
        CoordinationField coordination = new CoordinationField(departments, calendar.today());
        ComboBox<Department> department = departments.staffed(text("task.dispute.proposedDepartment"));
        department.setWidthFull();
        department.setClearButtonVisible(true);
        Select<DutyRole> role = new Select<>();
        role.setLabel(text("task.dispute.proposedRole"));
        role.setItems(DutyRole.values());
        role.setItemLabelGenerator(each -> each == null ? "" : text("dutyRole." + each));
        role.setEmptySelectionAllowed(true);
        role.setWidthFull();
        new ReasonDialog(text("task.dispute.title"), text("task.dispute.label"), text(confirmKey), words -> {
                    Department proposed = department.getValue();
                    CoordinationField.Record record = coordination.getValue();
                    action.accept(new Objection(
                            words,
                            record.rows(),
                            record.nobodyConcerned(),
                            proposed == null ? null : proposed.id(),
                            role.getValue()));
                })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text(hintKey))
                .with(coordination, () -> true)
                .with(department, () -> true)
                .with(role, () -> coordination.getValue().complete())
                .open();
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
