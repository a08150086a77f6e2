package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.List;
import org.duban.task.Dispute;
import org.duban.task.Duty;
import org.duban.task.KeyTaskDetails;
import org.duban.ui.Formats;

/** The supervisor decides on disputed duties. */
@org.springframework.stereotype.Component
class DecisionAction implements TaskAction {

    private final TaskDialogs dialogs;
    private final Formats formats;

    DecisionAction(TaskDialogs dialogs, Formats formats) {
        this.dialogs = dialogs;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        return details.supervised() && details.task().open()
                ? details.disputes().stream()
                        .map(dispute -> ofDispute(page, details, dispute, changed))
                        .toList()
                : List.of();
    }

    private Component ofDispute(Component page, KeyTaskDetails details, Dispute dispute, Runnable changed) {
        Duty duty = details.duties().stream()
                .filter(each -> each.id().equals(dispute.duty()))
                .findFirst()
                .orElseThrow();
        Button withdraw =
                new Button(page.getTranslation("task.action.withdraw"), click -> dialogs.withdraw(duty, changed));
        withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return Choices.choice(
                page.getTranslation(
                        dispute.takenUp() ? "task.now.decide" : "task.now.dispute",
                        duty.departmentName(),
                        page.getTranslation("dutyRole." + duty.role())),
                Choices.quote(page, dispute.reason(), dispute.raisedBy(), formats.moment(dispute.raisedAt())),
                Choices.primary(page.getTranslation("task.action.confirm"), () -> dialogs.confirm(duty, changed)),
                new Button(page.getTranslation("task.action.change"), click -> dialogs.change(duty, changed)),
                withdraw);
    }
}
