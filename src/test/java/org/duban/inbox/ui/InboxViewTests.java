package org.duban.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.duban.account.Account;
import org.duban.base.DueKey;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.Inbox;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.support.Fixture;
import org.duban.support.ViewTest;
import org.duban.task.Acknowledgements;
import org.duban.task.DutyId;
import org.duban.ui.Formats;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InboxViewTests extends ViewTest {

    @Autowired
    Inbox inbox;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    Formats formats;

    @Autowired
    MovableClock clock;

    private Fixture.Office office;
    private Account supervisor;

    @BeforeEach
    void launch() {
        office = fixture.office();
        supervisor = fixture.supervisor();
        fixture.launch(
                supervisor,
                fixture.directive(supervisor, 2, new Fixture.Assigned(office, DutyRole.LEAD)),
                ReportingFrequency.MONTHLY,
                LocalDate.now(clock).plusYears(1));
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void showsADepartmentWhatItMustSignFor() {
        signIn(office.staff());
        navigate(InboxView.class);
        assertThat(size()).isEqualTo(2);
        assertThat(cell(0, 0)).contains("签收");
        assertThat(cell(0, 1)).contains("试验任务", "试发〔2026〕");
        assertThat(cell(0, 2))
                .contains(formats.day(items(office.staff()).getFirst().dueOn()));
    }

    @Test
    void showsNothingOfOtherDepartments() {
        signIn(fixture.office().staff());
        navigate(InboxView.class);
        assertThat(size()).isZero();
        assertThat(textOf(grid())).contains("没有待办事项");
    }

    @Test
    void showsASupervisorWhatADepartmentHandedIn() {
        fixture.as(office.head(), () -> acknowledgements.dispute(firstDuty(), "不属于本部门职责"));
        signIn(supervisor);
        navigate(InboxView.class);
        assertThat(size()).isEqualTo(1);
        assertThat(cell(0, 0)).contains("裁定异议");
        assertThat(test(grid()).getCellText(0, 2)).isEqualTo(office.name());
    }

    @Test
    void opensThePageOnWhichTheItemIsDone() {
        signIn(office.staff());
        navigate(InboxView.class);
        OpenItem first = items(office.staff()).getFirst();
        test(grid()).clickRow(0);
        assertThat(address()).isEqualTo(Routes.task(first.keyTaskId()));
    }

    @Test
    void filtersByKindInTheAddress() {
        signIn(office.staff());
        open("?kind=REPORT");
        assertThat(size()).isZero();
        assertThat(textOf(grid())).contains("没有这一类待办事项");
        test(find(Button.class).withText("签收").single()).click();
        assertThat(address()).isEqualTo("?kind=ACKNOWLEDGE");
        assertThat(size()).isEqualTo(2);
        open("?kind=nonsense");
        assertThat(size()).isEqualTo(2);
    }

    @Test
    void marksWhatIsLate() {
        fixture.travelTo(clock.instant().plus(Duration.ofDays(60)));
        signIn(office.staff());
        navigate(InboxView.class);
        assertThat(cell(0, 2)).contains("逾期");
        OpenItem first = items(office.staff()).getFirst();
        assertThat(grid().getPartNameGenerator().apply(first)).isEqualTo("overdue-row");
    }

    @Test
    void leadsTheLeaderToTheOverdueListAndTheAdministratorToTheAccounts() {
        signIn(fixture.leader());
        assertThat(address()).isEqualTo(Routes.OVERDUE);
        signIn(fixture.admin());
        assertThat(address()).isEqualTo(Routes.ACCOUNTS);
    }

    @Test
    void followsWhatColleaguesDo() {
        DutyId duty = firstDuty();
        signIn(office.staff());
        navigate(InboxView.class);
        assertThat(size()).isEqualTo(2);
        CompletableFuture.runAsync(() -> fixture.as(office.head(), () -> acknowledgements.acknowledge(duty)))
                .join();
        await().pollInSameThread()
                .until(() -> !VaadinSession.getCurrent().getPendingAccessQueue().isEmpty());
        roundTrip();
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void doesAnItemRightInItsRowAndReadsAgainEvenWhenRefused() {
        signIn(office.staff());
        List<String> done = new ArrayList<>();
        OpenItem item = items(office.staff()).getFirst();
        ItemCells cells = new ItemCells(
                formats, List.of(refused(ItemKind.ACKNOWLEDGE), refused(ItemKind.REVIEW)), () -> done.add("read"));
        Button button = (Button) cells.actions(item).getChildren().findFirst().orElseThrow();
        assertThat(cells.actions(item).getChildren()).hasSize(1);
        button.click();
        assertThat(done).containsExactly("read");
        assertThat(notices()).containsExactly(text("refusal.alreadyHandled"));
    }

    private static ItemAction refused(ItemKind kind) {
        return new ItemAction() {
            @Override
            public ItemKind kind() {
                return kind;
            }

            @Override
            public String labelKey() {
                return "inbox.kind.ACKNOWLEDGE";
            }

            @Override
            public void perform(OpenItem item) {
                throw Refusal.alreadyHandled();
            }
        };
    }

    private List<OpenItem> items(Account account) {
        return fixture.as(account, () -> inbox.mine(DueKey.START, 10)).rows();
    }

    private DutyId firstDuty() {
        return new DutyId(items(office.head()).getFirst().subjectId());
    }

    @SuppressWarnings("unchecked")
    private Grid<OpenItem> grid() {
        return find(Grid.class).single();
    }

    private int size() {
        return test(grid()).size();
    }

    private String cell(int row, int column) {
        return textOf(test(grid()).getCellComponent(row, column));
    }
}
