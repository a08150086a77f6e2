package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import org.duban.rule.DecisionTable;
import org.duban.ui.Routes;
import org.junit.jupiter.api.Test;

class RuleEditorTests extends RulesPageTest {

    @Test
    void offersTheWordsThereAreAndWritesThemAsBefore() {
        press("rules.edit");
        WordsField state = (WordsField) cell("CLOSED_LATE", 0);
        assertThat(state.getText()).isEqualTo("逾期办结");
        assertThat(find(CheckboxGroup.class).all()).isEmpty();

        CheckboxGroup<String> states = list(state);
        assertThat(states.getItemLabelGenerator().apply("SUSPENDED")).isEqualTo("已暂停");
        states.setValue(Set.of("SUSPENDED", "CLOSED_LATE"));
        assertThat(state.getText()).isEqualTo("已暂停、逾期办结");
        states.clear();
        assertThat(state.getText()).isEqualTo(text("rules.any"));
        states.setValue(Set.of("CLOSED_LATE"));
        assertThat(list((WordsField) cell("SUSPENDED", 0)).getValue()).containsExactly("SUSPENDED");

        WordsField light = (WordsField) cell("SUSPENDED", 9);
        choiceOf(light).setValue("YELLOW");
        assertThat(light.getText()).isEqualTo("黄灯");
        press("rules.edit.check");
        assertThat(textOf(find(RulePreview.class).single()))
                .contains(
                        text("rules.becomes", "灰灯", "黄灯"),
                        text("rules.preview.same", before.table().rows().size() - 1));
        press("rules.preview.deploy");
        DecisionTable now = newest().table();
        assertThat(now.output(now.row("SUSPENDED").orElseThrow(), "light")).isEqualTo("\"YELLOW\"");
        assertThat(conditions("CLOSED_LATE").getFirst()).isEqualTo("\"CLOSED_LATE\"");
    }

    @Test
    void asksBeforeAnotherTabTakesTheChangesAway() {
        press("rules.edit");
        choose("升级督办");
        assertThat(find(ConfirmDialog.class).all()).as("nothing was changed").isEmpty();
        choose("红黄绿灯");
        press("rules.edit");
        number("BEHIND", 5).setValue("[10..20]");

        choose("升级督办");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(find(Tabs.class).single().getSelectedTab().getLabel()).isEqualTo("红黄绿灯");
        assertThat(number("BEHIND", 5).getValue()).isEqualTo("[10..20]");

        choose("升级督办");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(Tabs.class).single().getSelectedTab().getLabel()).isEqualTo("升级督办");
        assertThat(find(RuleEditor.class).all()).isEmpty();
        assertThat(page()).contains("一般任务逾期：催办");
    }

    @Test
    void asksBeforeAnotherPageTakesTheChangesAway() {
        press("rules.edit");
        number("BEHIND", 5).setValue("[10..20]");

        UI.getCurrent().navigate(Routes.WATCHDOG);
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(number("BEHIND", 5).getValue()).isEqualTo("[10..20]");

        UI.getCurrent().navigate(Routes.WATCHDOG);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(RulesView.class).all()).isEmpty();
    }

    @Test
    void namesTheRowThatIsRefusedAndKeepsWhatWasTyped() {
        press("rules.edit");
        number("BEHIND", 5).setValue("[5..29]");
        press("rules.edit.check");

        assertThat(page())
                .contains("重叠", "第 " + place("BEHIND") + " 行（实报落后序时进度）", "状态 = 执行中")
                .contains("第 " + place("DUE_SOON") + " 行（临近办理时限，尚未完成）")
                .doesNotContain("RUNNING");
        assertThat(faults())
                .as("both ranges that overlap, among what the rows ask differently")
                .contains(cell("BEHIND", 5), cell("DUE_SOON", 5))
                .doesNotContain(cell("BEHIND", 0), cell("BEHIND", 4));
        assertThat(number("BEHIND", 5).getValue()).isEqualTo("[5..29]");
        assertThat(find(RulePreview.class).all()).isEmpty();

        number("BEHIND", 5).setValue("abc");
        press("rules.edit.check");
        assertThat(page()).contains("“落后序时（百分点）”一栏无法识别：abc");
        assertThat(faults()).containsExactly(cell("BEHIND", 5));

        press("rules.edit.cancel");
        test(find(ConfirmDialog.class).single()).cancel();
        assertThat(number("BEHIND", 5).getValue()).isEqualTo("abc");
        press("rules.edit.cancel");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(page()).contains("10 至 29").doesNotContain("abc");
    }

    @Test
    void showsTheRangesBesideAGap() {
        press("rules.edit");
        number("BEHIND", 5).setValue("[10..27]");
        press("rules.edit.check");

        assertThat(page()).contains("状态 = 执行中", "落后序时（百分点） = 28").doesNotContain("实报进度（%） = ", "子任务最差的灯 = ");
        assertThat(faults()).containsExactly(cell("FAR_BEHIND", 5), cell("BEHIND", 5));
    }

    @Test
    void addsAndRemovesRows() {
        press("rules.edit");
        press("rules.edit.addRow");
        press("rules.edit.check");
        int added = before.table().rows().size() + 1;
        assertThat(page()).contains(text("refusal.table.unnamed", added));
        assertThat(faults()).hasSize(1);
        ((TextField) faults().getFirst()).setValue("NEW");
        press("rules.edit.check");
        assertThat(page()).contains(text("rules.refused.empty", added, "灯"));
        assertThat(faults()).hasSize(1).first().returns(text("rules.edit.pick"), field -> textOf((Component) field));

        press("rules.edit.cancel");
        test(find(ConfirmDialog.class).single()).confirm();
        press("rules.edit");
        find(Button.class).all().stream()
                .filter(button -> text("rules.edit.removeRow", 4)
                        .equals(button.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow()
                .click();
        press("rules.edit.check");
        assertThat(page()).contains("没有任何一行适用，例如：状态 = 已撤销").doesNotContain("已撤销、");
    }

    @Test
    void foldsTheColumnsThatNoRowAsksAbout() {
        assertThat(tableCell("任务已撤销", 6).hasClassName("rule-unused")).isTrue();
        assertThat(tableCell("任务已撤销", 5).hasClassName("rule-unused")).isFalse();
        press("rules.edit");
        Checkbox all = find(Checkbox.class).single();
        assertThat(all.getLabel()).contains("序时进度（%）").doesNotContain("实报进度（%）");

        ((TextField) cell("BEHIND", 6)).setValue("[0..100]");
        press("rules.edit.check");

        assertThat(all.getLabel()).doesNotContain("序时进度（%）");
        assertThat(cell("BEHIND", 6).getParent().orElseThrow())
                .returns(false, used -> ((NativeTableCell) used).hasClassName("rule-unused"));
    }

    @Test
    void tellsThatAnotherAdministratorWasFaster() {
        press("rules.edit");
        noteOf("CLOSED_LATE").setValue("我的说明");
        press("rules.edit.check");
        fixture.as(admin, () -> rules.deploy(withNote("他人的说明"), before.version()));

        press("rules.preview.deploy");

        assertThat(textOf(find(RulePreview.class).single())).contains(admin.displayName());
        assertThat(newest().version()).isEqualTo(before.version() + 1);
    }

    private DecisionTable withNote(String note) {
        DecisionTable table = before.table();
        return table.with(table.rows().stream()
                .map(row -> table.ruleOf(row).equals("CLOSED_LATE")
                        ? new DecisionTable.Row(row.conditions(), row.outputs(), note)
                        : row)
                .toList());
    }

    private TextField noteOf(String rule) {
        return find(TextField.class, row(rule)).all().getFirst();
    }

    private List<Component> faults() {
        return find(NativeTableCell.class).all().stream()
                .filter(cell -> cell.hasClassName("rule-fault"))
                .flatMap(Component::getChildren)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<String> list(WordsField field) {
        field.click();
        return find(CheckboxGroup.class).all().getLast();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> choiceOf(WordsField field) {
        field.click();
        return find(RadioButtonGroup.class).all().getLast();
    }
}
