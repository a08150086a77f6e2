package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.duban.rule.Choices;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableVersion;
import org.duban.rule.TableWriter;
import org.duban.ui.Messages;
import org.junit.jupiter.api.Test;

class RulesViewTests extends RulesPageTest {

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
    void showsEarlierVersionsWithoutAWayToChangeThem() {
        changesACellAndShowsWhatDiffers();

        @SuppressWarnings("unchecked")
        Select<TableVersion> versions = find(Select.class).single();
        versions.setValue(fixture.as(admin, () -> rules.versions("light")).get(1));

        assertThat(page()).doesNotContain(text("rules.becomes", "≥ 30", "≥ 40")).contains("≥ 30");
        assertThat(buttons()).doesNotContain(text("rules.edit"));
        assertThat(find(Upload.class).all()).isEmpty();
    }

    @Test
    void putsAnEarlierVersionBackIntoForce() {
        showsEarlierVersionsWithoutAWayToChangeThem();
        press("rules.restore");
        assertThat(textOf(find(RulePreview.class).single())).contains(text("rules.becomes", "≥ 40", "≥ 30"));

        press("rules.preview.deploy");

        assertThat(newest().version()).isEqualTo(before.version() + 2);
        assertThat(newest().table()).isEqualTo(before.table());
    }

    @Test
    void saysWhyAnEarlierVersionCannotBePutBack() {
        putsAnEarlierVersionBackIntoForce();
        @SuppressWarnings("unchecked")
        Select<TableVersion> versions = find(Select.class).single();
        versions.setValue(fixture.as(admin, () -> rules.versions("light")).get(2));

        press("rules.restore");

        assertThat(page()).contains(text("refusal.table.unchanged", "红黄绿灯"));
        assertThat(find(RulePreview.class).all()).isEmpty();
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

    private void upload(String file) {
        test(find(Upload.class).single()).upload("light.dmn", "text/xml", file.getBytes(StandardCharsets.UTF_8));
        letChangesArrive();
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }
}
