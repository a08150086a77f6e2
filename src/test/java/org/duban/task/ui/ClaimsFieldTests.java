package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import org.duban.support.ReportFixture;
import org.duban.support.ViewTest;
import org.duban.task.Completion;
import org.duban.task.KeyTasks;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Applying for completion of a key task with a target. */
@Import(ReportFixture.class)
class ClaimsFieldTests extends ViewTest {

    @Autowired
    ReportFixture reports;

    @Autowired
    KeyTasks tasks;

    @Test
    void asksForFigureAndEvidenceAndShowsThemToTheSupervisor() {
        ReportFixture.Open open = reports.open();
        signIn(open.lead().staff());
        open(Routes.task(open.task().value()));
        test(find(Button.class).withText(text("task.action.apply")).single()).click();
        test(find(TextArea.class).single()).setValue("已全部完成");
        Button apply = find(Button.class, find(ReasonDialog.class).single())
                .withText(text("task.action.apply"))
                .single();
        assertThat(apply.isEnabled()).as("nothing is said of the target").isFalse();
        TextField note =
                find(TextField.class, find(ReasonDialog.class).single()).single();
        test(find(BigDecimalField.class).single()).setValue(BigDecimal.valueOf(480));
        assertThat(note.getPlaceholder()).isEqualTo(text("completion.claims.why"));
        assertThat(apply.isEnabled()).isFalse();
        test(note).setValue("二十座厂房延期");
        test(apply).click();

        Completion completion = fixture.as(open.supervisor(), () -> tasks.details(open.task()))
                .completions()
                .getFirst();
        assertThat(completion.targets().getFirst().met()).isFalse();
        signIn(open.supervisor());
        assertThat(textOf(open(Routes.task(open.task().value()))))
                .contains("实际 480 座，承诺 ≥ 500 座", "二十座厂房延期", text("completion.target.missed"));
    }
}
