package org.duban.directive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.directive.DirectiveId;
import org.duban.directive.DirectiveSummary;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.support.Fixture;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.Test;

class DirectivesViewTests extends ViewTest {

    @Test
    void listsWhatIsEntrustedToTheSupervisor() {
        Account supervisor = fixture.supervisor();
        Fixture.Office office = fixture.office();
        DirectiveId running = fixture.directive(supervisor, 2, new Fixture.Assigned(office, DutyRole.LEAD));
        DirectiveId draft = fixture.directive(supervisor, 3, new Fixture.Assigned(office, DutyRole.LEAD));
        fixture.directive(fixture.supervisor(), 1);
        fixture.launch(
                supervisor, running, ReportingFrequency.NONE, LocalDate.now().plusYears(1));

        signIn(supervisor);
        DirectivesView view = navigate(DirectivesView.class);

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(test(grid()).getRow(0).directive().id()).isEqualTo(draft);
        assertThat(test(grid()).getRow(1).keyTasks()).isEqualTo(2);
        assertThat(view.getPageTitle()).isEqualTo("文件与分工表");
    }

    @Test
    void findsADirectiveByItsNumber() {
        Account supervisor = fixture.supervisor();
        fixture.directive(supervisor, 1);
        DirectiveId wanted = fixture.directive(supervisor, 1);
        signIn(supervisor);
        navigate(DirectivesView.class);
        String number = test(grid()).getRow(0).directive().number();

        test(find(TextField.class).single()).setValue(number);

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(test(grid()).getRow(0).directive().id()).isEqualTo(wanted);
        assertThat(address()).startsWith("directives?q=");
    }

    @Test
    void findsAgainWhatTheAddressSearchesFor() {
        Account supervisor = fixture.supervisor();
        DirectiveId wanted = fixture.directive(supervisor, 1);
        fixture.directive(supervisor, 1);
        signIn(supervisor);
        navigate(DirectivesView.class);
        String number = test(grid()).getRow(1).directive().number();

        open("directives?q=" + number);

        assertThat(find(TextField.class).single().getValue()).isEqualTo(number);
        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(test(grid()).getRow(0).directive().id()).isEqualTo(wanted);
    }

    @Test
    void saysWhatToDoWhereNothingIsEntrusted() {
        signIn(fixture.supervisor());
        DirectivesView view = navigate(DirectivesView.class);

        assertThat(test(grid()).size()).isZero();
        assertThat(textOf(grid().getEmptyStateComponent())).contains(text("directives.empty.import"));
        assertThat(view).isNotNull();
    }

    @Test
    void isForSupervisorsAndLeadersOnly() {
        Fixture.Office office = fixture.office();
        for (Account other : List.of(office.staff(), office.head(), fixture.admin())) {
            signIn(other);
            assertThat(open("directives")).isNotInstanceOf(DirectivesView.class);
        }
        signIn(fixture.leader());
        assertThat(open("directives")).isInstanceOf(DirectivesView.class);
    }

    @SuppressWarnings("unchecked")
    private Grid<DirectiveSummary> grid() {
        return find(Grid.class).single();
    }
}
