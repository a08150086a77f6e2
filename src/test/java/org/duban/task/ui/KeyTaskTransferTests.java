package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import org.duban.organisation.Department;
import org.duban.organisation.Departments;
import org.duban.support.Fixture;
import org.duban.task.Duty;
import org.duban.task.Transfers;
import org.duban.ui.ReasonDialog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Transfers on the key-task page: asked for, decided, and done unasked. */
class KeyTaskTransferTests extends KeyTaskPageTest {

    @Autowired
    Departments departments;

    @Autowired
    Transfers transfers;

    private Fixture.Office third;

    @BeforeEach
    void sign() {
        third = fixture.office();
        ledger.sign(task, first);
    }

    @Test
    void isAskedForByTheHeadAndApprovedByTheSupervisor() {
        openAs(first.head());
        choose("task.action.requestTransfer");
        box().setValue(departments.get(second.id()));
        fill("另有分工");
        confirm("task.action.requestTransfer");
        assertThat(box().getErrorMessage()).isEqualTo(text("refusal.dispute.departmentTaken"));
        box().setValue(departments.get(third.id()));
        confirm("task.action.requestTransfer");
        assertThat(page()).contains(text("task.now.transferRequested", third.name()), "另有分工");
        assertThat(offers()).doesNotContain(text("task.action.requestTransfer"));

        openAs(supervisor);
        assertThat(page()).contains(text("task.now.transfer", first.name(), third.name()), "另有分工");
        click("task.action.approveTransfer");
        confirm("task.action.approveTransfer");

        assertThat(duty(third).state()).isEqualTo(Duty.State.AWAITING);
        assertThat(page())
                .contains(text("timeline.DUTY_TRANSFERRED", third.name(), supervisor.displayName(), first.name()));
    }

    @Test
    void isRefusedWithAReason() {
        fixture.as(first.head(), () -> transfers.request(duty(first).id(), third.id(), "另有分工"));
        openAs(supervisor);

        click("task.action.refuseTransfer");
        fill("职责明确");
        confirm("task.action.refuseTransfer");

        assertThat(duty(first).state()).isEqualTo(Duty.State.ACKNOWLEDGED);
        assertThat(page()).contains("职责明确").doesNotContain(text("task.action.approveTransfer"));
    }

    @Test
    void isDoneUnaskedBySupervisors() {
        openAs(supervisor);
        choose("task.action.transfer");
        box().setValue(departments.get(third.id()));
        fill("机构职能调整");
        confirm("task.action.transfer");

        assertThat(duty(third).state()).isEqualTo(Duty.State.AWAITING);
    }

    @Test
    void isNotOfferedToStaffNorOfWhatIsUnsigned() {
        openAs(first.staff());
        assertThat(offers()).doesNotContain(text("task.action.requestTransfer"));
        openAs(second.head());
        assertThat(offers()).doesNotContain(text("task.action.requestTransfer"));
    }

    private void choose(String key) {
        MenuItem item = find(MenuBar.class, find(KeyTaskView.class).single()).all().stream()
                .flatMap(bar -> bar.getItems().getFirst().getSubMenu().getItems().stream())
                .filter(each -> each.getText().equals(text(key)))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Department> box() {
        return find(ComboBox.class, find(ReasonDialog.class).single()).single();
    }
}
