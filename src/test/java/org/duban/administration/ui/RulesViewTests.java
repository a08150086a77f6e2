package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.duban.account.Account;
import org.duban.administration.DecisionRules;
import org.duban.rule.Choices;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableVersion;
import org.duban.rule.TableWriter;
import org.duban.support.ViewTest;
import org.duban.ui.Messages;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another test of the same application may have deployed versions before; each here begins from what stands then. */
class RulesViewTests extends ViewTest {

    @Autowired
    DecisionRules rules;

    private Account admin;
    private TableVersion before;

    @BeforeEach
    void openTheRules() {
        admin = fixture.admin();
        before = newest();
        signIn(admin);
        open(Routes.RULES);
        choose("红黄绿灯");
    }

    /** Tests of other pages go by the same rules. */
    @AfterEach
    void takeBackWhatWasDeployed() {
        TableVersion now = newest();
        if (!now.table().equals(before.table())) {
            fixture.as(admin, () -> rules.deploy(before.table(), now.version()));
        }
    }

    @Test
    void showsTheTableRowByRow() {
        assertThat(page()).contains("红黄绿灯", "距办理时限（天）", "CLOSED_LATE", "逾期后办结");
        assertThat(find(NativeTableRow.class).all())
                .hasSize(1 + before.table().rows().size());
        assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains(text("rules.download"));
    }

    @Test
    void saysValuesInWordsAndKeepsWhatIsWrittenAtHand() {
        NativeTableCell light = tableCell("实报落后序时进度", 9);
        NativeTableCell behind = tableCell("实报落后序时进度", 5);

        assertThat(light.getText()).isEqualTo(text("light.YELLOW"));
        assertThat(light.getElement().getAttribute("title")).isEqualTo("\"YELLOW\"");
        assertThat(behind.getText()).isEqualTo("10 至 29");
        assertThat(behind.getElement().getAttribute("title")).isEqualTo("[10..29]");
        assertThat(tableCell("有子任务亮黄灯或红灯", 8).getText()).isEqualTo("黄灯、红灯");
        assertThat(tableCell("任务已撤销", 5).getText()).isEqualTo(text("rules.any"));
    }

    /** A word without a text would be shown as it is written in the file. */
    @Test
    void hasWordsForEveryValueOfEveryTable() {
        for (Locale language : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            UI.getCurrent().setLocale(language);
            for (TableVersion version : fixture.as(admin, rules::tables)) {
                RuleTexts texts = new RuleTexts(version.table());
                for (DecisionTable.Column column : version.table().columns()) {
                    Choices.of(column).ifPresent(choices -> assertThat(choices.all())
                            .as(version.table().key() + "." + column.name())
                            .noneMatch(value -> texts.word(column, value).equals(value)));
                }
            }
        }
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
    void changesACellAndShowsWhatDiffers() {
        press("rules.edit");
        number("FAR_BEHIND", 5).setValue(">= 40");
        number("REPORT_MISSED", 5).setValue("< 40");
        number("BEHIND", 5).setValue("[10..39]");
        press("rules.edit.check");
        RulePreview preview = find(RulePreview.class).single();
        assertThat(textOf(preview))
                .contains(
                        text("rules.mark.CHANGED"),
                        text("rules.preview.row", place("FAR_BEHIND"), "实报落后序时进度较多"),
                        text("rules.becomes", "≥ 30", "≥ 40"),
                        text("rules.becomes", "10 至 29", "10 至 39"),
                        text("rules.preview.same", before.table().rows().size() - 3))
                .doesNotContain("任务已撤销");
        assertThat(newest()).as("nothing is done before it is confirmed").isEqualTo(before);

        press("rules.preview.deploy");

        assertThat(newest().version()).isEqualTo(before.version() + 1);
        assertThat(newest().deployedBy()).isEqualTo(admin.displayName());
        assertThat(conditions("FAR_BEHIND").get(5)).isEqualTo(">= 40");
        assertThat(notices()).contains(text("rules.deployed", "红黄绿灯"));
        assertThat(page())
                .contains(
                        text("rules.compared", before.version()),
                        text("rules.mark.CHANGED"),
                        text("rules.becomes", "≥ 30", "≥ 40"));
    }

    @Test
    void tellsOfRowsThatAreNewOrGone() {
        press("rules.edit");
        ((TextField) cell("REPORTED_COMPLETE", 11)).setValue("ALL_REPORTED");
        press("rules.edit.check");

        assertThat(textOf(find(RulePreview.class).single()))
                .contains(
                        text("rules.mark.ADDED"),
                        text("rules.mark.REMOVED"),
                        text("rules.preview.row", place("REPORTED_COMPLETE"), "临近办理时限，已报完成"),
                        text("rules.preview.row.before", place("REPORTED_COMPLETE"), "临近办理时限，已报完成"),
                        text("rules.preview.same", before.table().rows().size() - 1));
    }

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

        choice("SUSPENDED", 9).setValue("YELLOW");
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
    void showsEarlierVersionsWithoutAWayToChangeThem() {
        changesACellAndShowsWhatDiffers();

        @SuppressWarnings("unchecked")
        Select<TableVersion> versions = find(Select.class).single();
        versions.setValue(fixture.as(admin, () -> rules.versions("light")).get(1));

        assertThat(page()).doesNotContain("≥ 40").contains("≥ 30");
        assertThat(buttons()).doesNotContain(text("rules.edit"));
        assertThat(find(Upload.class).all()).isEmpty();
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
        assertThat(faults()).hasSize(1).first().isInstanceOf(Select.class);

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
    void takesAChangedFile() {
        upload(new String(TableWriter.write(before.table()), StandardCharsets.UTF_8).replace("逾期后办结", "迟办"));

        assertThat(textOf(find(RulePreview.class).single())).contains("迟办");
        press("rules.preview.deploy");
        assertThat(newest().table().row("CLOSED_LATE").orElseThrow().note()).startsWith("迟办");
    }

    @Test
    void saysWhyAFileIsRefused() {
        String file = new String(TableWriter.write(before.table()), StandardCharsets.UTF_8);

        upload(file.replace("[10..29]", "[9..29]"));
        assertThat(page()).contains("临近办理时限，尚未完成").contains("重叠").contains("状态 = 执行中");
        upload(file.replace("id=\"light\"", "id=\"other\""));
        assertThat(page()).contains(text("refusal.table.unknown", "other"));
        upload("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
        assertThat(page()).contains(text("refusal.table.unreadable"));
        upload(file);
        assertThat(page()).contains(text("refusal.table.unchanged", "红黄绿灯"));
        assertThat(find(RulePreview.class).all()).isEmpty();
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

    private TableVersion newest() {
        return fixture.as(admin, () -> rules.versions("light")).getFirst();
    }

    private void upload(String file) {
        test(find(Upload.class).single()).upload("light.dmn", "text/xml", file.getBytes(StandardCharsets.UTF_8));
        letChangesArrive();
    }

    private void choose(String table) {
        Tabs tables = find(Tabs.class).single();
        IntStream.range(0, tables.getTabCount())
                .filter(at -> tables.getTabAt(at).getLabel().equals(table))
                .forEach(tables::setSelectedIndex);
    }

    private List<String> conditions(String rule) {
        return newest().table().row(rule).orElseThrow().conditions();
    }

    private int place(String rule) {
        return before.table().rows().indexOf(before.table().row(rule).orElseThrow()) + 1;
    }

    /** What is read, by the place in which it is shown: inputs, light, threshold, name of the rule. */
    private NativeTableCell tableCell(String note, int place) {
        NativeTableRow row = find(NativeTableRow.class).all().stream()
                .filter(each -> textOf(each.getComponentAt(0)).endsWith(note))
                .findFirst()
                .orElseThrow();
        return (NativeTableCell) row.getComponentAt(1 + place);
    }

    private TextField number(String rule, int place) {
        return (TextField) cell(rule, place);
    }

    @SuppressWarnings("unchecked")
    private Select<String> choice(String rule, int place) {
        return (Select<String>) cell(rule, place);
    }

    /** A field by the place in which it is shown. */
    private Component cell(String rule, int place) {
        return row(rule).getComponentAt(1 + place).getChildren().findFirst().orElseThrow();
    }

    private TextField noteOf(String rule) {
        return find(TextField.class, row(rule)).all().getFirst();
    }

    /** The row of a rule by its name, in the last but one cell. */
    private NativeTableRow row(String rule) {
        return find(NativeTableRow.class, find(RuleEditor.class).single()).all().stream()
                .filter(row -> find(TextField.class, row).all().stream().skip(1).anyMatch(field -> field.getValue()
                        .equals(rule)))
                .findFirst()
                .orElseThrow();
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

    private void press(String key) {
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text(key)))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    private String page() {
        return textOf(find(RulesView.class).single());
    }
}
