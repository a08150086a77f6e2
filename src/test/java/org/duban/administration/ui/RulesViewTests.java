package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.account.Account;
import org.duban.administration.DecisionRules;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableVersion;
import org.duban.rule.TableWriter;
import org.duban.support.ViewTest;
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
        Tabs tables = find(Tabs.class).single();
        for (int at = 0; at < tables.getTabCount(); at++) {
            if (tables.getTabAt(at).getLabel().equals("红黄绿灯")) {
                tables.setSelectedIndex(at);
            }
        }
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
        assertThat(page()).contains("红黄绿灯", "距办理时限（天）", "CLOSED_LATE", "[10..29]", "\"YELLOW\"", "逾期后办结");
        assertThat(find(NativeTableRow.class).all())
                .hasSize(1 + before.table().rows().size());
        assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains(text("rules.download"));
    }

    @Test
    void changesACellAndShowsWhatDiffers() {
        press("rules.edit");
        cell("FAR_BEHIND", 5).setValue(">= 40");
        cell("REPORT_MISSED", 5).setValue("< 40");
        cell("BEHIND", 5).setValue("[10..39]");
        press("rules.edit.check");
        RulePreview preview = find(RulePreview.class).single();
        assertThat(textOf(preview)).contains(text("rules.mark.CHANGED"), ">= 40");
        assertThat(newest()).as("nothing is done before it is confirmed").isEqualTo(before);

        press("rules.preview.deploy");

        assertThat(newest().version()).isEqualTo(before.version() + 1);
        assertThat(newest().deployedBy()).isEqualTo(admin.displayName());
        assertThat(notices()).contains(text("rules.deployed", "红黄绿灯"));
        assertThat(page()).contains(text("rules.compared", before.version()), text("rules.mark.CHANGED"), ">= 40");
    }

    @Test
    void showsEarlierVersionsWithoutAWayToChangeThem() {
        changesACellAndShowsWhatDiffers();

        @SuppressWarnings("unchecked")
        Select<TableVersion> versions = find(Select.class).single();
        versions.setValue(fixture.as(admin, () -> rules.versions("light")).get(1));

        assertThat(page()).doesNotContain(">= 40").contains(">= 30");
        assertThat(buttons()).doesNotContain(text("rules.edit"));
        assertThat(find(Upload.class).all()).isEmpty();
    }

    @Test
    void namesTheRowThatIsRefusedAndKeepsWhatWasTyped() {
        press("rules.edit");
        cell("BEHIND", 5).setValue("[5..29]");
        press("rules.edit.check");

        assertThat(page()).contains("DUE_SOON").contains("BEHIND").contains("重叠");
        assertThat(cell("BEHIND", 5).getValue()).isEqualTo("[5..29]");
        assertThat(find(RulePreview.class).all()).isEmpty();

        press("rules.edit.cancel");
        assertThat(page()).contains("[10..29]").doesNotContain("[5..29]");
    }

    @Test
    void addsAndRemovesRows() {
        press("rules.edit");
        press("rules.edit.addRow");
        press("rules.edit.check");
        assertThat(page())
                .contains(text("refusal.table.unnamed", before.table().rows().size() + 1));

        press("rules.edit.cancel");
        press("rules.edit");
        find(Button.class).all().stream()
                .filter(button -> text("rules.edit.removeRow", 4)
                        .equals(button.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow()
                .click();
        press("rules.edit.check");
        assertThat(page()).contains("没有任何一行适用").contains("= -1");
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
        assertThat(page()).contains("DUE_SOON").contains("重叠");
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

    private TextField cell(String rule, int column) {
        return fields(rule).get(column);
    }

    private TextField noteOf(String rule) {
        return fields(rule).getLast();
    }

    /** The fields of a row: conditions, outputs, note. */
    private List<TextField> fields(String rule) {
        int name = before.table().inputs().size() + 1;
        return find(NativeTableRow.class, find(RuleEditor.class).single()).all().stream()
                .map(row -> find(TextField.class, row).all())
                .filter(fields ->
                        fields.size() > name && fields.get(name).getValue().equals('"' + rule + '"'))
                .findFirst()
                .orElseThrow();
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
