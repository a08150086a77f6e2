package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.IntStream;
import org.duban.account.Account;
import org.duban.administration.DecisionRules;
import org.duban.rule.TableVersion;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The page of the rules, at the table of the lights. Another test of the same application may have deployed versions before;
 * each begins from what stands then.
 */
abstract class RulesPageTest extends ViewTest {

    @Autowired
    DecisionRules rules;

    protected Account admin;
    protected TableVersion before;

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

    protected TableVersion newest() {
        return fixture.as(admin, () -> rules.versions("light")).getFirst();
    }

    protected void choose(String table) {
        Tabs tables = find(Tabs.class).single();
        IntStream.range(0, tables.getTabCount())
                .filter(at -> tables.getTabAt(at).getLabel().equals(table))
                .forEach(tables::setSelectedIndex);
    }

    protected List<String> conditions(String rule) {
        return newest().table().row(rule).orElseThrow().conditions();
    }

    protected int place(String rule) {
        return before.table().rows().indexOf(before.table().row(rule).orElseThrow()) + 1;
    }

    /** What is read, by the place in which it is shown: inputs, light, threshold, name of the rule. */
    protected NativeTableCell tableCell(String note, int place) {
        NativeTableRow row = find(NativeTableRow.class).all().stream()
                .filter(each -> textOf(each.getComponentAt(0)).endsWith(note))
                .findFirst()
                .orElseThrow();
        return (NativeTableCell) row.getComponentAt(1 + place);
    }

    protected TextField number(String rule, int place) {
        return (TextField) cell(rule, place);
    }

    /** A field by the place in which it is shown. */
    protected Component cell(String rule, int place) {
        return row(rule).getComponentAt(1 + place).getChildren().findFirst().orElseThrow();
    }

    /** The row of a rule by its name, in the last but one cell. */
    protected NativeTableRow row(String rule) {
        return find(NativeTableRow.class, find(RuleEditor.class).single()).all().stream()
                .filter(row -> find(TextField.class, row).all().stream().skip(1).anyMatch(field -> field.getValue()
                        .equals(rule)))
                .findFirst()
                .orElseThrow();
    }

    protected void press(String key) {
        find(Button.class).all().stream()
                .filter(button -> button.getText().equals(text(key)))
                .findFirst()
                .orElseThrow()
                .click();
    }

    protected String page() {
        return textOf(find(RulesView.class).single());
    }
}
