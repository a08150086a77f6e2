package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.base.Refusal;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.Test;

class ReasonDialogTests extends ViewTest {

    private final List<String> confirmed = new ArrayList<>();

    @Test
    void waitsForAText() {
        open(dialog());
        assertThat(confirm().isEnabled()).isFalse();
        write("   ");
        assertThat(confirm().isEnabled()).isFalse();
        write(" 数据不全 ");
        test(confirm()).click();
        assertThat(confirmed).containsExactly("数据不全");
        assertThat(find(ReasonDialog.class).exists()).isFalse();
    }

    @Test
    void refusesATextThatIsTooLongAtTheField() {
        open(dialog().longest(5));
        write("一二三四五六");
        assertThat(confirm().isEnabled()).isFalse();
        assertThat(area().isInvalid()).isTrue();
        assertThat(area().getErrorMessage()).isEqualTo("最多 5 字");
        assertThat(area().getHelperText()).isEqualTo("6 / 5 字");
        write("一二三四五");
        assertThat(area().isInvalid()).isFalse();
        assertThat(confirm().isEnabled()).isTrue();
    }

    @Test
    void staysOpenWithTheTextWhenTheActionIsRefused() {
        ReasonDialog dialog = new ReasonDialog("退回", "理由", "退回", text -> {
            throw Refusal.alreadyHandled();
        });
        open(dialog);
        write("数据不全");
        test(confirm()).click();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(area().getValue()).isEqualTo("数据不全");
        assertThat(textOf(dialog)).contains(text("refusal.alreadyHandled"));
    }

    @Test
    void waitsForFurtherFieldsAsWell() {
        DatePicker due = new DatePicker();
        open(dialog().with(due, () -> due.getValue() != null));
        write("数据不全");
        assertThat(confirm().isEnabled()).isFalse();
        due.setValue(LocalDate.of(2026, 3, 4));
        assertThat(confirm().isEnabled()).isTrue();
    }

    @Test
    void letsAnOptionalTextBeEmpty() {
        open(dialog().optional());
        test(confirm()).click();
        assertThat(confirmed).containsExactly("");
    }

    @Test
    void asksBeforeItLosesWhatWasTyped() {
        ReasonDialog dialog = dialog();
        open(dialog);
        write("数据不全");
        pressEscape(dialog);
        assertThat(dialog.isOpened()).isTrue();

        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(dialog.isOpened()).isFalse();
        assertThat(confirmed).isEmpty();
    }

    @Test
    void closesAtOnceWhereNothingWasTyped() {
        ReasonDialog dialog = dialog();
        open(dialog);
        pressEscape(dialog);
        assertThat(dialog.isOpened()).isFalse();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
    }

    private void pressEscape(ReasonDialog dialog) {
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
        roundTrip();
    }

    private ReasonDialog dialog() {
        return new ReasonDialog("退回", "理由", "退回", confirmed::add);
    }

    private void open(ReasonDialog dialog) {
        dialog.open();
        roundTrip();
    }

    private void write(String text) {
        test(area()).setValue(text);
    }

    private TextArea area() {
        return find(TextArea.class).single();
    }

    private Button confirm() {
        return find(Button.class)
                .withCondition(button -> "退回".equals(button.getText()))
                .single();
    }
}
