package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.organisation.Department;
import org.duban.organisation.Departments;
import org.duban.organisation.Register;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DepartmentsPanelTests extends ViewTest {

    private static final int NAMES = 0;
    private static final int ALIASES = 5;
    private static final int ACTIONS = 6;
    private static final int CARD = 7;

    private final String name = UUID.randomUUID().toString().substring(0, 12);

    @Autowired
    Departments departments;

    @Autowired
    Register register;

    @BeforeEach
    void openTheRegister() {
        Account admin = fixture.admin();
        fixture.as(
                admin,
                () -> departments.add(new Department(
                        null,
                        "d" + name,
                        "试验管理局" + name,
                        "试管局" + name,
                        Department.Tier.CITY,
                        "试验省",
                        Department.Kind.OFFICE,
                        List.of("老试管局" + name),
                        2018,
                        null,
                        null)));
        signIn(admin);
        navigate(AccountsView.class);
        find(TabSheet.class).single().setSelectedIndex(1);
    }

    @Test
    void findsADepartmentByAnyOfItsNames() {
        for (String typed : List.of("管理局" + name, "试管局" + name, "老试管局" + name, "d" + name)) {
            search(typed);

            assertThat(rows()).as(typed).isEqualTo(1);
            assertThat(test(grid()).getRow(0).department().code()).isEqualTo("d" + name);
        }
    }

    @Test
    void tellsADepartmentsNamesAndThatItWasAbolished() {
        search(name);

        assertThat(textOf(test(grid()).getCellComponent(0, NAMES)))
                .contains("试管局" + name, "试验管理局" + name, text("department.abolished", "2018"));
        assertThat(test(grid()).getCellText(0, ALIASES)).isEqualTo("老试管局" + name);
    }

    @Test
    void showsACardForEachDepartmentOnAPhone() {
        resizeTo(390);
        search(name);

        assertThat(grid().getColumns().stream().filter(Grid.Column::isVisible)).hasSize(1);
        assertThat(textOf(test(grid()).getCellComponent(0, visibleColumn())))
                .contains("试管局" + name, "试验省", text("department.tier.CITY"), "d" + name, "老试管局" + name);
    }

    @Test
    void findsNothingForAnUnknownName() {
        search("没有这个部门" + name);

        assertThat(rows()).isZero();
        assertThat(textOf(grid().getEmptyStateComponent())).contains(text("departments.empty"));
    }

    @Test
    void saysAtEachFieldWhatIsMissingAndKeepsWhatWasTyped() {
        test(button(find(DepartmentsPanel.class).single(), "departments.add")).click();
        DepartmentDialog dialog = find(DepartmentDialog.class).single();
        Button confirm = button(dialog, "departments.add.confirm");

        test(confirm).click();
        assertInvalid(dialog, "department.name", "refusal.department.nameMissing");

        test(field(dialog, "department.name")).setValue("新局" + name);
        test(confirm).click();
        assertInvalid(dialog, "department.shortName", "refusal.department.shortNameMissing");

        test(field(dialog, "department.shortName")).setValue("新" + name);
        test(field(dialog, "department.jurisdiction")).setValue("国家");
        test(field(dialog, "department.code")).setValue("代码");
        test(confirm).click();
        assertInvalid(dialog, "department.code", "refusal.department.codeMalformed");
        assertThat(field(dialog, "department.name").getValue()).isEqualTo("新局" + name);

        test(field(dialog, "department.code")).setValue("n" + name);
        test(confirm).click();
        assertThat(departments.byCode("n" + name)).isPresent();
        assertThat(find(DepartmentDialog.class).all()).isEmpty();
        assertThat(notices()).contains(text("departments.added", "新" + name));
    }

    @Test
    void renamesADepartmentAndKeepsItsFormerNameAsAnAlias() {
        search(name);
        test(buttonOfRow("department.edit")).click();
        RenameDialog dialog = find(RenameDialog.class).single();
        assertThat(area(dialog, "department.aliases").getValue()).isEqualTo("老试管局" + name);

        test(field(dialog, "department.name")).setValue("");
        test(button(dialog, "department.edit.confirm")).click();
        assertInvalid(dialog, "department.name", "refusal.department.nameMissing");

        test(field(dialog, "department.name")).setValue("新试验局" + name);
        test(area(dialog, "department.aliases")).setValue("老试管局" + name + "、老老局" + name);
        test(button(dialog, "department.edit.confirm")).click();

        assertThat(notices()).contains(text("department.edited", "试管局" + name));
        assertThat(textOf(test(grid()).getCellComponent(0, NAMES))).contains("新试验局" + name);
        assertThat(test(grid()).getCellText(0, ALIASES)).contains("老试管局" + name, "老老局" + name, "试验管理局" + name);
    }

    @Test
    void saysAtTheAliasesWhichNameIsTaken() {
        enter("another", "另一局" + name);
        search("d" + name);
        test(buttonOfRow("department.edit")).click();
        RenameDialog dialog = find(RenameDialog.class).single();
        test(area(dialog, "department.aliases")).setValue("另一局" + name);
        test(button(dialog, "department.edit.confirm")).click();

        assertThat(area(dialog, "department.aliases").isInvalid()).isTrue();
        assertThat(area(dialog, "department.aliases").getErrorMessage())
                .isEqualTo(text("refusal.department.nameTaken", "另一局" + name, "试验省"));
    }

    @Test
    void abolishesADepartmentAfterAQuestionAndNamesItsSuccessors() {
        Department old = enter("old", "旧局" + name);
        Department heir = enter("heir", "承接局" + name);
        Department second = enter("second", "另局" + name);
        search("旧局" + name);
        test(buttonOfRow("department.abolish")).click();
        AbolishDialog dialog = find(AbolishDialog.class).single();
        ComboBox<Department> main = combo(dialog);
        main.setValue(heir);
        further(dialog).setValue(Set.of(second));
        find(DatePicker.class, dialog).single().setValue(LocalDate.of(2020, 5, 6));
        test(button(dialog, "department.abolish")).click();
        assertThat(departments.get(old.id()).abolishedYear()).as("not yet").isNull();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(notices()).contains(text("department.abolish.done", "旧局" + name));
        assertThat(departments.get(old.id()).abolishedOn()).isEqualTo(LocalDate.of(2020, 5, 6));
        assertThat(register.heirs(List.of(old.id()), LocalDate.of(2026, 1, 1)).get(old.id()))
                .extracting(each -> each.department().id())
                .containsExactly(heir.id(), second.id());
        assertThat(buttonsOfRow()).doesNotContain(text("department.abolish"));
        assertThat(textOf(test(grid()).getCellComponent(0, NAMES)))
                .contains(text(
                        "department.succeeded",
                        text("department.abolishedOn", "2020-05-06"),
                        "承接局" + name + text("list.separator") + "另局" + name));
    }

    @Test
    void saysAtTheDayWhatIsWrongWithIt() {
        enter("old", "旧局" + name);
        search("旧局" + name);
        test(buttonOfRow("department.abolish")).click();
        AbolishDialog dialog = find(AbolishDialog.class).single();
        DatePicker on = find(DatePicker.class, dialog).single();
        on.setValue(null);
        test(button(dialog, "department.abolish")).click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(on.getErrorMessage()).isEqualTo(text("refusal.department.abolishedOnMissing"));
        assertThat(find(AbolishDialog.class).all()).isNotEmpty();
    }

    private Department enter(String code, String shortName) {
        return fixture.as(
                fixture.admin(),
                () -> departments.get(departments.add(new Department(
                        null,
                        code + name,
                        "试验" + shortName,
                        shortName,
                        Department.Tier.CITY,
                        "试验省",
                        Department.Kind.OFFICE,
                        List.of(),
                        null,
                        null,
                        null))));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Department> combo(Component dialog) {
        return find(ComboBox.class, dialog).single();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Department> further(Component dialog) {
        return find(MultiSelectComboBox.class, dialog).single();
    }

    private TextArea area(Component dialog, String label) {
        return find(TextArea.class, dialog)
                .withCondition(field -> text(label).equals(field.getLabel()))
                .single();
    }

    private Button buttonOfRow(String label) {
        return cellButtons()
                .filter(button -> text(label).equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> buttonsOfRow() {
        return cellButtons().map(Button::getText).toList();
    }

    private Stream<Button> cellButtons() {
        return test(grid()).getCellComponent(0, ACTIONS).getChildren().map(Button.class::cast);
    }

    private void assertInvalid(Component dialog, String label, String reason) {
        assertThat(find(TextField.class, dialog).all().stream().filter(TextField::isInvalid))
                .containsExactly(field(dialog, label));
        assertThat(field(dialog, label).getErrorMessage()).isEqualTo(text(reason));
    }

    private void search(String typed) {
        test(find(TextField.class, find(DepartmentsPanel.class).single()).single())
                .setValue(typed);
    }

    private int rows() {
        return test(grid()).size();
    }

    private int visibleColumn() {
        return grid().getColumns().get(CARD).isVisible() ? 0 : CARD;
    }

    private TextField field(Component dialog, String label) {
        return find(TextField.class, dialog)
                .withCondition(field -> text(label).equals(field.getLabel()))
                .single();
    }

    private Button button(Component within, String label) {
        return find(Button.class, within).withText(text(label)).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<DepartmentsPanel.Row> grid() {
        return find(Grid.class, find(DepartmentsPanel.class).single()).single();
    }
}
