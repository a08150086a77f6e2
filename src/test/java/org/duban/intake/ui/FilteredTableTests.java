package org.duban.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.duban.directive.ReportingFrequency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is done while the table shows some of its rows only. */
class FilteredTableTests extends TablePageTest {

    @BeforeEach
    void showBlockedRows() {
        test(button(find(RowFilter.class).single(), text("intake.filter.BLOCKED", 2)))
                .click();
    }

    @Test
    void givesUpTheFilterThatWouldHideARowThatIsAdded() {
        press("n");
        RowEditor editor = find(RowEditor.class).single();
        find(TextField.class, editor).all().getFirst().setValue("1.1");
        find(TextArea.class, editor).all().getFirst().setValue("补充任务");
        reporting(editor).setValue(ReportingFrequency.MONTHLY);
        press("Ctrl+s");

        assertThat(row("1.1").reporting()).isEqualTo(ReportingFrequency.MONTHLY);
        assertThat(row("1").reporting()).as("another row stays as it was").isNull();
    }

    @Test
    void givesUpTheFilterForARowWhoseSentenceIsClicked() {
        source().invokeLitRendererFunction(
                        source().size() - 1,
                        "pick",
                        JsonNodeFactory.instance
                                .arrayNode()
                                .add(row("3").quote().start()));

        assertThat(current()).startsWith("3");
    }

    @SuppressWarnings("unchecked")
    private Select<ReportingFrequency> reporting(RowEditor editor) {
        return find(Select.class, editor)
                .withCondition(field -> text("directive.reporting").equals(((Select<?>) field).getLabel()))
                .single();
    }
}
