package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.task.Completions;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Drawing a sample of the applications that wait, from the ledger of one directive. */
class SampleBarTests extends ViewTest {

    @Autowired
    Ledger ledger;

    @Autowired
    Completions completions;

    @Autowired
    MovableClock clock;

    private Account supervisor;
    private Fixture.Office office;
    private List<KeyTaskId> tasks;

    @BeforeEach
    void applyForAll() {
        supervisor = fixture.supervisor();
        office = fixture.office();
        tasks = ledger.launch(supervisor, 4, lead(office));
        for (KeyTaskId task : tasks) {
            ledger.sign(task, office);
            DutyId duty = ledger.duty(task, office);
            fixture.as(office.staff(), () -> completions.apply(duty, "全部完成"));
        }
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    private String ledgerOfDirective() {
        return Routes.tasksOf(ledger.details(supervisor, tasks.getFirst())
                .task()
                .directiveId()
                .value());
    }

    @Test
    void drawsAndShowsHow() {
        signIn(supervisor);
        open(ledgerOfDirective());
        test(find(Button.class).withText(text("sample.action")).single()).click();
        test(find(IntegerField.class).single()).setValue(50);
        assertThat(find(IntegerField.class).single().getHelperText()).isEqualTo(text("sample.size", 2, 4));
        test(find(DatePicker.class).single()).setValue(LocalDate.of(2026, 3, 20));
        test(find(TextArea.class).single()).setValue("督查一组");
        test(find(Button.class, find(ReasonDialog.class).single())
                        .withText(text("sample.action.draw"))
                        .single())
                .click();

        assertThat(tasks)
                .filteredOn(task -> ledger.details(supervisor, task).task().state() == KeyTask.State.ON_SITE_CHECK)
                .hasSize(2);
        String shown = textOf(find(Dialog.class).withClassName("sample-dialog").single());
        assertThat(shown).contains(text("sample.badge"), text("sample.how"));
        assertThat(textOf(find(SampleBar.class).single()))
                .contains(text("sample.waiting", 2), text("sample.earlier", 1));
    }

    @Test
    void isForItsSupervisorsAndOneDirective() {
        signIn(office.staff());
        open(ledgerOfDirective());
        assertThat(find(SampleBar.class).all()).isEmpty();
        signIn(supervisor);
        open(Routes.TASKS);
        assertThat(find(SampleBar.class).all()).isEmpty();
    }
}
