package org.duban.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.Account;
import org.duban.base.Timers;
import org.duban.directive.DivisionRow;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.RowEdit;
import org.duban.directive.Supervisor;
import org.duban.extraction.Range;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.ui.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

class TableViewTests extends TablePageTest {

    private static final LocalDate NEXT_YEAR = LocalDate.now().plusYears(1);

    @Autowired
    Departments departments;

    @Autowired
    Timers timers;

    @Test
    void highlightsTheSentenceOfTheRowThatIsWalkedTo() {
        assertThat(current()).startsWith("1");
        assertThat(highlighted()).contains("完善制度。加强协调。").doesNotContain("健全机制");

        press("ArrowDown");
        assertThat(current()).startsWith("2");
        assertThat(highlighted()).contains("健全机制。").doesNotContain("完善制度");

        press("j", "j", "k");
        assertThat(current()).as("from the last row").startsWith("2");
    }

    @Test
    void goesToTheRowWhoseSentenceIsClicked() {
        int place = row("3").quote().start() + 1;

        source().invokeLitRendererFunction(
                        0, "pick", JsonNodeFactory.instance.arrayNode().add(place));

        assertThat(current()).startsWith("3");
    }

    @Test
    void savesARowAndTakesItBack() {
        press("Enter");
        title().setValue("完善各项制度");
        press("Ctrl+s");

        assertThat(row("1").title()).isEqualTo("完善各项制度");
        assertThat(row("1").assignments().getFirst().printedName()).isEqualTo(lead.name());
        assertThat(find(RowEditor.class).all()).isEmpty();

        press("Ctrl+z");
        assertThat(row("1").title()).isEqualTo("完善制度");
    }

    @Test
    void saysAtTheFieldWhatIsMissingAndKeepsTheRest() {
        press("Enter");
        TextField no = find(TextField.class, editor()).all().getFirst();
        no.setValue("2");
        title().setValue("完善各项制度");
        press("Ctrl+s");

        assertThat(no.isInvalid()).isTrue();
        assertThat(no.getErrorMessage()).isEqualTo(text("refusal.draft.noTaken", "2"));
        assertThat(title().getValue()).isEqualTo("完善各项制度");
        assertThat(numbers()).containsExactly("1", "2", "3");
    }

    @Test
    void keepsWhatWasTypedWhenAColleagueWasFaster() {
        press("Enter");
        title().setValue("完善各项制度");
        DivisionRow row = row("1");
        RowEdit edit = new RowEdit(
                "1",
                "完善法规",
                row.text(),
                null,
                null,
                RowEdit.of(row).assigned(),
                RowEdit.of(row).names(),
                List.of());
        fixture.as(colleague, () -> tables.edit(id, row.id(), row.revision(), edit));
        letChangesArrive();
        assertThat(textOf(editor())).contains(text("intake.editor.collision"));

        press("Ctrl+s");

        assertThat(textOf(editor())).contains(colleague.displayName());
        assertThat(title().getValue()).isEqualTo("完善各项制度");
        assertThat(row("1").title()).isEqualTo("完善法规");
    }

    @Test
    void asksBeforeWhatWasTypedIsLost() {
        press("Enter", "Escape");
        assertThat(find(RowEditor.class).all()).as("nothing typed").isEmpty();

        press("Enter");
        title().setValue("完善各项制度");
        press("Escape");
        ConfirmDialog question = find(ConfirmDialog.class).single();
        test(question).cancel();
        assertThat(title().getValue()).isEqualTo("完善各项制度");

        open(Routes.DIRECTIVES);
        assertThat(address()).isEqualTo(Routes.table(id.value()));
        test(find(ConfirmDialog.class).all().getLast()).confirm();
        assertThat(address()).isEqualTo(Routes.DIRECTIVES);
    }

    @Test
    void changesRolesAndDepartmentsOfARow() {
        press("Enter");
        NativeButton chip = find(NativeButton.class, editor()).all().stream()
                .filter(each -> textOf(each).contains(unknown))
                .findFirst()
                .orElseThrow();
        assertThat(chip.hasClassName("draft-name-unresolved")).isTrue();
        addition("dutyRole.COOPERATING").setValue(department(helper.id()));
        press("Ctrl+s");

        assertThat(row("1").assignments())
                .extracting(DivisionRow.Assignment::department)
                .containsExactly(lead.id(), helper.id());
        assertThat(row("1").names()).as("is still to be resolved").hasSize(1);
    }

    @Test
    void keepsTheWordsOfANameThatIsGivenADepartmentInItsRow() {
        press("Enter");
        NativeButton chip = find(NativeButton.class, editor()).all().stream()
                .filter(each -> textOf(each).contains(unknown))
                .findFirst()
                .orElseThrow();
        fire(chip, "vaadin-context-menu-before-open", data -> data.putObject("event.detail"));
        test(find(ContextMenu.class).single()).clickItem(text("intake.name.mean"));
        DepartmentDialog dialog = find(DepartmentDialog.class).single();
        department(dialog).setValue(department(helper.id()));
        test(button(dialog, text("action.confirm"))).click();
        press("Ctrl+s");

        assertThat(row("1").names()).isEmpty();
        assertThat(row("1").assignments())
                .extracting(DivisionRow.Assignment::printedName)
                .containsExactly(lead.name(), unknown);
        assertThat(row("2").names()).as("another row").hasSize(1);
    }

    @Test
    void splitsMergesAndDropsByKey() {
        press("s");
        SplitDialog dialog = find(SplitDialog.class).single();
        test(find(NativeButton.class, dialog).single()).click();
        test(button(dialog, text("intake.split.into", 2))).click();
        assertThat(rows()).hasSize(4);
        assertThat(rows().get(1).text()).isEqualTo("加强协调。");

        press("m");
        assertThat(rows()).hasSize(3);
        assertThat(row("1").text()).contains("完善制度。", "加强协调。");

        press("Delete");
        assertThat(numbers()).containsExactly("2", "3");
        assertThat(current()).startsWith("2");
        Button undo = find(Button.class, find(Notification.class).all().getLast())
                .withText(text("intake.undo"))
                .single();
        test(undo).click();
        assertThat(numbers()).containsExactly("1", "2", "3");
    }

    @Test
    void takesDroppedRowsBackLater() {
        press("Delete");
        show();

        test(button(find(TableView.class).single(), text("intake.dropped"))).click();
        test(button(find(DroppedDialog.class).single(), text("intake.dropped.restore")))
                .click();

        assertThat(numbers()).containsExactly("1", "2", "3");
    }

    @Test
    void addsARowBehindTheCurrentOneAndOneFromTheSource() {
        press("n");
        find(TextField.class, editor()).all().getFirst().setValue("1.1");
        title().setValue("补充任务");
        press("Ctrl+s");
        assertThat(numbers()).containsExactly("1", "1.1", "2", "3");
        assertThat(current()).startsWith("1.1");

        Range words = new Range(row("3").quote().start() + 2, row("3").quote().start() + 6);
        fire(find(VirtualList.class).single(), "source-selected", data -> data.put("event.detail.start", words.start())
                .put("event.detail.end", words.end()));
        test(button(find(SourcePane.class).single(), text("intake.source.add"))).click();

        assertThat(rows()).hasSize(5);
        assertThat(rows().getLast().quote()).isEqualTo(words);
        assertThat(highlighted()).isEqualTo(rows().getLast().text());
        assertThat(title().getValue()).isEqualTo(rows().getLast().title());
    }

    @Test
    void resolvesANameOnceForAllRows() {
        press("u");
        NamesDialog dialog = find(NamesDialog.class).single();
        assertThat(textOf(dialog)).contains(unknown, text("intake.names.rows", 2, "1、2"));
        test(button(dialog, text("intake.names.other"))).click();
        search(dialog).setValue(department(lead.id()));

        assertThat(row("2").names()).isEmpty();
        assertThat(row("2").assignments())
                .extracting(DivisionRow.Assignment::printedName)
                .containsExactly(helper.name(), unknown);
        assertThat(row("1").names()).isEmpty();
        assertThat(textOf(dialog)).contains(text("intake.names.none"));

        test(button(dialog, text("intake.undo"))).click();
        assertThat(row("2").names()).hasSize(1);
        test(button(dialog, text("intake.names.leaveOut"))).click();
        assertThat(row("2").names()).isEmpty();
        assertThat(row("2").assignments()).hasSize(1);
    }

    @Test
    void remembersWhatANameMeansIfTheSupervisorSaysSo() {
        press("u");
        NamesDialog dialog = find(NamesDialog.class).single();
        test(button(dialog, text("intake.names.other"))).click();
        search(dialog).setValue(department(lead.id()));
        assertThat(departments.namesOf(Set.of(lead.id())).get(lead.id())).doesNotContain(unknown);

        test(button(dialog, text("intake.names.remember"))).click();

        assertThat(departments.namesOf(Set.of(lead.id())).get(lead.id())).contains(unknown);
        assertThat(textOf(dialog)).contains(text("intake.names.remembered"));
    }

    @Test
    void setsTheSameForAllRowsThatAreSelected() {
        press("Space", "ArrowDown", "Space");
        SeveralBar bar = find(SeveralBar.class).single();

        test(button(bar, text("intake.several.due"))).click();
        DatePicker day = find(DatePicker.class).single();
        day.setValue(LocalDate.now().minusDays(1));
        test(button(find(Dialog.class).single(), text("intake.several.set"))).click();
        assertThat(day.getErrorMessage()).isEqualTo(text("refusal.directive.dueInPast"));
        day.setValue(NEXT_YEAR);
        test(button(find(Dialog.class).single(), text("intake.several.set"))).click();
        assertThat(rows()).extracting(DivisionRow::dueOn).containsExactly(NEXT_YEAR, NEXT_YEAR, null);

        test(button(bar, text("intake.several.reporting"))).click();
        frequency().setValue(ReportingFrequency.MONTHLY);
        test(button(find(Dialog.class).single(), text("intake.several.set"))).click();
        assertThat(rows())
                .extracting(DivisionRow::reporting)
                .containsExactly(ReportingFrequency.MONTHLY, ReportingFrequency.MONTHLY, null);

        test(button(bar, text("intake.several.supervisors"))).click();
        chooseColleague();
        test(button(find(Dialog.class).single(), text("intake.several.set"))).click();
        assertThat(row("2").supervisors()).containsExactly(colleague.id());
        assertThat(row("3").supervisors()).isEmpty();
    }

    @Test
    void confirmsWhatIsRightAsItStands() {
        press("ArrowDown");
        assertThat(current()).contains(text("intake.warning.OPEN_LIST"));

        press("c");

        assertThat(row("2").warnings()).noneMatch(DivisionRow.RowWarning::open);
        assertThat(find(Button.class, find(RowIssues.class).single())
                        .withText(text("intake.warning.confirm"))
                        .all())
                .isEmpty();
    }

    @Test
    void showsOnlyRowsThatHaveToBeDealtWith() {
        test(button(find(RowFilter.class).single(), text("intake.filter.BLOCKED", 2)))
                .click();
        press("ArrowDown", "ArrowDown");

        assertThat(current()).as("the third row is all right").startsWith("2");
    }

    @Test
    void launchesWhatIsReadyAndLeavesTheRestToBeEdited() {
        test(find(Button.class).withText(text("directive.launch")).single()).click();
        test(find(Button.class).withText(text("directive.launch.confirm", 1)).single())
                .click();
        assertThat(address()).isEqualTo(Routes.directive(id.value()));
        timers.fireDue();

        show();
        assertThat(row("3").launched()).isNotNull();
        press("Enter");
        assertThat(find(RowEditor.class).all()).as("rows that stayed behind").hasSize(1);
        press("Escape", "ArrowDown", "ArrowDown", "Enter");
        assertThat(current()).startsWith("3");
        assertThat(find(RowEditor.class).all()).as("a launched row").isEmpty();
    }

    @Test
    void isNotFoundByWhoeverDoesNotSupervise() {
        for (Account other : List.of(fixture.supervisor(), fixture.leader(), lead.staff(), fixture.admin())) {
            signIn(other);
            assertThat(open(Routes.table(id.value()))).isNotInstanceOf(TableView.class);
        }
    }

    private RowEditor editor() {
        return find(RowEditor.class).single();
    }

    private TextArea title() {
        return find(TextArea.class, editor()).all().getFirst();
    }

    private Department department(DepartmentId wanted) {
        return departments.get(wanted);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Department> addition(String role) {
        return (ComboBox<Department>) find(ComboBox.class, editor()).all().stream()
                .filter(field -> ((ComboBox<?>) field)
                        .getAriaLabel()
                        .filter(text("intake.name.addTo", text(role))::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Department> department(DepartmentDialog dialog) {
        return find(ComboBox.class, dialog).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Department> search(NamesDialog dialog) {
        return find(ComboBox.class, dialog).single();
    }

    @SuppressWarnings("unchecked")
    private Select<ReportingFrequency> frequency() {
        return find(Select.class, find(Dialog.class).single()).single();
    }

    @SuppressWarnings("unchecked")
    private void chooseColleague() {
        MultiSelectComboBox<Supervisor> choice =
                find(MultiSelectComboBox.class, find(Dialog.class).single()).single();
        choice.setValue(choice.getListDataView()
                .getItems()
                .filter(each -> each.id().equals(colleague.id()))
                .collect(Collectors.toSet()));
        assertThat(choice.getValue()).hasSize(1);
    }
}
