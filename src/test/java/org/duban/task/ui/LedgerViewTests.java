package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.cooperating;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.Ids;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTaskRow;
import org.duban.task.Light;
import org.duban.ui.EmptyState;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LedgerViewTests extends ViewTest {

    @Autowired
    Ledger ledger;

    Account supervisor;
    Fixture.Office first;
    Fixture.Office second;

    @BeforeEach
    void makePeople() {
        supervisor = fixture.supervisor();
        first = fixture.office();
        second = fixture.office();
    }

    @Test
    void showsToAStaffMemberOnlyTheOwnDepartmentsKeyTasks() {
        KeyTaskId own = ledger.launch(supervisor, lead(first));
        ledger.launch(supervisor, lead(second));
        signIn(first.staff());
        open(Routes.TASKS);
        assertThat(shown()).containsExactly(own);
    }

    @Test
    void showsToASupervisorWhatIsEntrustedToThem() {
        KeyTaskId own = ledger.launch(supervisor, lead(first));
        ledger.launch(fixture.supervisor(), lead(first));
        signIn(supervisor);
        open(Routes.TASKS);
        assertThat(shown()).containsExactly(own);
    }

    @Test
    void isNotForAdministrators() {
        signIn(fixture.admin());
        assertThat(open(Routes.TASKS)).isNotInstanceOf(LedgerView.class);
    }

    @Test
    void readsTheFilterFromTheAddress() {
        ledger.launch(supervisor, lead(first), cooperating(second));
        KeyTaskId helping = ledger.launch(supervisor, lead(second), cooperating(first));
        signIn(first.staff());
        open("tasks?role=cooperating&light=grey&open=yes&department="
                + Ids.format(first.id().value()));
        assertThat(shown()).containsExactly(helping);
        assertThat(lights().getValue()).isEqualTo(Light.GREY);
        assertThat(find(ComboBox.class).all())
                .extracting(box -> box.getValue() == null ? null : box.getLabel())
                .contains(text("ledger.filter.department"));
    }

    @Test
    void ignoresWhatItDoesNotUnderstandInTheAddress() {
        KeyTaskId task = ledger.launch(supervisor, lead(first));
        signIn(first.staff());
        open("tasks?role=king&light=blue&directive=nonsense&overdue=maybe&else=1");
        assertThat(shown()).containsExactly(task);
    }

    @Test
    void writesAChangedFilterIntoTheAddress() {
        List<KeyTaskId> launched = ledger.launch(supervisor, 2, lead(first));
        ledger.sign(launched.get(0), first);
        signIn(first.staff());
        open(Routes.TASKS);
        test(lights()).selectItem(text("light.GREEN"));
        assertThat(address()).isEqualTo("tasks?light=green");
        assertThat(shown()).containsExactly(launched.get(0));
        test(find(TextField.class).single()).setValue("之2");
        assertThat(address()).contains("light=green").contains("q=");
        assertThat(find(Grid.class).all()).isEmpty();
    }

    @Test
    void goesBackToTheFilterBefore() {
        ledger.launch(supervisor, lead(first));
        signIn(first.staff());
        open("tasks?light=grey");
        open("tasks");
        assertThat(lights().getValue()).isNull();
        open("tasks?light=grey");
        assertThat(lights().getValue()).isEqualTo(Light.GREY);
    }

    @Test
    void showsOnlyWhatIsOverdue() {
        KeyTaskId task = ledger.launch(supervisor, lead(first));
        fixture.travelTo(Instant.parse("2026-06-30T15:59:59Z"));
        signIn(first.staff());
        open("tasks?overdue=yes");
        assertThat(find(Grid.class).all()).isEmpty();
        fixture.travelTo(Instant.parse("2026-06-30T16:00:00Z"));
        open(Routes.TASKS);
        test(checkbox("ledger.filter.overdue")).click();
        assertThat(address()).isEqualTo("tasks?overdue=yes");
        assertThat(shown()).containsExactly(task);
    }

    @Test
    void tellsWhichFilterToLoosenWhereNothingIsFound() {
        KeyTaskId task = ledger.launch(supervisor, lead(first));
        signIn(first.staff());
        open("tasks?light=red&open=yes");
        assertThat(textOf(find(EmptyState.class).single())).contains(text("ledger.empty.filtered.hint"));
        assertThat(find(Button.class, find(EmptyState.class).single()).all())
                .extracting(Button::getText)
                .containsExactly(text("ledger.empty.without", text("light.RED")));
        test(find(Button.class, find(EmptyState.class).single()).single()).click();
        assertThat(address()).isEqualTo("tasks?open=yes");
        assertThat(shown()).containsExactly(task);
    }

    @Test
    void clearsAllFilters() {
        KeyTaskId task = ledger.launch(supervisor, lead(first));
        signIn(first.staff());
        open("tasks?light=red&role=joint");
        test(find(Button.class).withText(text("ledger.filter.clear")).all().getFirst())
                .click();
        assertThat(address()).isEqualTo("tasks");
        assertThat(shown()).containsExactly(task);
    }

    @Test
    void saysWhyItIsEmptyAtTheBeginning() {
        signIn(first.staff());
        open(Routes.TASKS);
        assertThat(textOf(find(EmptyState.class).single())).contains(text("ledger.empty.message"));
    }

    @Test
    void opensTheKeyTaskOfARow() {
        KeyTaskId task = ledger.launch(supervisor, lead(first));
        signIn(first.staff());
        open(Routes.TASKS);
        test(grid()).clickRow(0);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo(Routes.task(task.value()));
        assertThat(find(H2.class).single().getText()).contains("试验任务");
    }

    @SuppressWarnings("unchecked")
    private Grid<KeyTaskRow> grid() {
        return find(Grid.class).single();
    }

    private List<KeyTaskId> shown() {
        Grid<KeyTaskRow> grid = grid();
        return java.util.stream.IntStream.range(0, test(grid).size())
                .mapToObj(row -> test(grid).getRow(row).task().id())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Select<Light> lights() {
        return (Select<Light>) find(Select.class).all().stream()
                .filter(select -> text("ledger.filter.light").equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private Checkbox checkbox(String labelKey) {
        return find(Checkbox.class).all().stream()
                .filter(box -> text(labelKey).equals(box.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
