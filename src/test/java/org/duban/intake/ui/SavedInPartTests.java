package org.duban.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Set;
import org.duban.directive.Supervision;
import org.duban.directive.Supervisor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A colleague is chosen for a row who does not supervise the directive any more. */
class SavedInPartTests extends TablePageTest {

    @Autowired
    Supervision supervision;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsWhatCanBeSavedAndGoesBackToTheTable() {
        press("Enter");
        RowEditor editor = find(RowEditor.class).single();
        find(TextArea.class, editor).all().getFirst().setValue("完善各项制度");
        chooseColleague(editor);
        jdbc.sql("DELETE FROM directive_supervisor WHERE directive_id = :id AND account_id = :account")
                .param("id", id.value())
                .param("account", colleague.id().value())
                .update();

        press("Ctrl+s");

        assertThat(row("1").title()).isEqualTo("完善各项制度");
        assertThat(row("1").supervisors()).isEmpty();
        assertThat(find(RowEditor.class).all())
                .as("what it shows is not the row any more")
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void chooseColleague(RowEditor editor) {
        Supervisor wanted = fixture.as(supervisor, () -> supervision.of(id)).stream()
                .filter(each -> each.id().equals(colleague.id()))
                .findFirst()
                .orElseThrow();
        ((MultiSelectComboBox<Supervisor>)
                        find(MultiSelectComboBox.class, editor).single())
                .setValue(Set.of(wanted));
    }
}
