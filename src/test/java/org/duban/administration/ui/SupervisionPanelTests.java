package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.account.Account;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.Entrusted;
import org.duban.directive.NewDirective;
import org.duban.directive.Supervision;
import org.duban.directive.Supervisor;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SupervisionPanelTests extends ViewTest {

    private static final int STATE = 1;
    private static final int SUPERVISORS = 2;

    private final String name = UUID.randomUUID().toString();

    @Autowired
    Directives directives;

    @Autowired
    Supervision supervision;

    private Account admin;
    private Account colleague;
    private DirectiveId directive;

    @BeforeEach
    void openTheListWithADirectiveOfNobody() {
        admin = fixture.admin();
        colleague = fixture.supervisor();
        directive = directives.registerAsSystem(new NewDirective(
                name,
                "交办文件" + name,
                "试发〔2026〕" + name,
                "试验机关",
                LocalDate.of(2026, 1, 1),
                2026,
                2027,
                "国家",
                List.of(),
                List.of()));
        signIn(admin);
        navigate(AccountsView.class);
        find(TabSheet.class).single().setSelectedIndex(2);
        search("交办文件" + name);
    }

    @Test
    void findsADirectiveByItsTitleOrNumber() {
        assertThat(test(grid()).size()).isEqualTo(1);
        search("试发〔2026〕" + name);
        assertThat(test(grid()).size()).isEqualTo(1);
        search("没有" + name);
        assertThat(test(grid()).size()).isZero();
        assertThat(textOf(grid().getEmptyStateComponent())).contains(text("supervision.directives.empty"));
    }

    @Test
    void marksADirectiveThatNobodySupervisesUntilItIsEntrusted() {
        assertThat(textOf(cell(STATE))).contains(text("supervision.nobody"));

        entrust(colleague);

        assertThat(textOf(cell(SUPERVISORS))).contains(colleague.displayName());
        assertThat(textOf(cell(STATE))).contains(text("supervision.entrusted"));
    }

    @Test
    void asksBeforeItTakesADirectiveFromASupervisor() {
        Account other = fixture.supervisor();
        entrust(colleague);
        entrust(other);

        test(removal(colleague).getFirst()).click();
        assertThat(supervisors()).hasSize(2);
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(supervisors()).containsExactly(other.displayName());
        assertThat(removal(other)).as("the last one stays").isEmpty();
    }

    /** As somebody else does it; the list is searched again. */
    private void entrust(Account account) {
        fixture.as(admin, () -> supervision.entrust(directive, account.id()));
        search("");
        search("交办文件" + name);
    }

    private List<Button> removal(Account account) {
        return find(Button.class, cell(SUPERVISORS))
                .withAttribute("aria-label", text("supervision.remove", account.displayName()))
                .all();
    }

    private List<String> supervisors() {
        return fixture.as(admin, () -> supervision.of(directive)).stream()
                .map(Supervisor::displayName)
                .toList();
    }

    private Component cell(int column) {
        return test(grid()).getCellComponent(0, column);
    }

    private void search(String typed) {
        test(find(TextField.class, find(SupervisionPanel.class).single()).first())
                .setValue(typed);
    }

    @SuppressWarnings("unchecked")
    private Grid<Entrusted> grid() {
        return find(Grid.class, find(SupervisionPanel.class).single()).single();
    }
}
