package org.duban.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import java.time.LocalDate;
import org.duban.directive.DivisionRow;
import org.junit.jupiter.api.Test;

/** Each change of a table can be taken back, also after later ones were. */
class TableUndoTests extends TablePageTest {

    @Test
    void takesOneChangeBackAfterTheOther() {
        press("s");
        test(find(NativeButton.class, find(SplitDialog.class).single()).single())
                .click();
        test(button(find(SplitDialog.class).single(), text("intake.split.into", 2)))
                .click();
        press("m", "Delete");
        assertThat(numbers()).containsExactly("2", "3");

        press("Ctrl+z");
        assertThat(numbers()).containsExactly("1", "2", "3");
        press("Ctrl+z");
        assertThat(numbers()).containsExactly("1", "1-2", "2", "3");
        press("Ctrl+z");
        assertThat(numbers()).containsExactly("1", "2", "3");
        assertThat(row("1").text()).isEqualTo("完善制度。加强协调。");
    }

    @Test
    void takesDueDatesOfManyRowsBack() {
        LocalDate nextYear = LocalDate.now().plusYears(1);
        press("Space");
        dueForSelected(nextYear);
        dueForSelected(null);
        assertThat(row("1").dueOn()).isNull();

        press("Ctrl+z");
        assertThat(row("1").dueOn()).isEqualTo(nextYear);
        press("Ctrl+z");
        assertThat(rows()).extracting(DivisionRow::dueOn).containsOnlyNulls();
    }

    private void dueForSelected(LocalDate day) {
        test(button(find(SeveralBar.class).single(), text("intake.several.due")))
                .click();
        find(DatePicker.class).single().setValue(day);
        test(button(find(Dialog.class).single(), text("intake.several.set"))).click();
    }
}
