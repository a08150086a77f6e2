package org.duban.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.duban.account.Account;
import org.duban.account.Substitutions;
import org.duban.base.DueKey;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.Inbox;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.support.Fixture;
import org.duban.support.ViewTest;
import org.duban.task.Acknowledgements;
import org.duban.task.Disputes;
import org.duban.task.DutyId;
import org.duban.task.Objection;
import org.duban.ui.CalendarTexts;
import org.duban.ui.Formats;
import org.duban.ui.HowCounted;
import org.duban.ui.KeyedPages;
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
    Substitutions substitutions;

    @Autowired
    Disputes disputes;

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
        assertThat(cell(1, 0)).contains("签收");
        assertThat(cell(1, 1)).contains("试验任务", "试发〔2026〕");
        assertThat(cell(1, 2))
                .contains(formats.day(items(office.staff()).getFirst().dueOn()));
    }

    @Test
    void saysHowADueDayWasCountedOnAnyScreen() {
        signIn(office.staff());
        navigate(InboxView.class);
        OpenItem first = items(office.staff()).getFirst();
        String sentence = CalendarTexts.sentence(first.counted(), first.dueOn());
        assertThat(sentence).contains("2 个工作日");
        ItemCells cells = new ItemCells(formats, List.of(), () -> {});

        for (Component shown : List.of(test(grid()).getCellComponent(1, 2), cells.card(first, false))) {
            assertThat(find(HowCounted.class, shown).all()).hasSize(1);
        }
        UI.getCurrent().add(cells.due(first));
        test(find(HowCounted.class, UI.getCurrent()).all().getLast()).click();
        assertThat(textOf(find(Popover.class).single())).isEqualTo(sentence);
    }

    @Test
    void saysNothingOfADayThatWasNotCounted() {
        OpenItem counted = items(office.staff()).getFirst();
        OpenItem chosen = new OpenItem(
                counted.id(),
                ItemKind.AMEND,
                counted.subjectId(),
                counted.keyTaskId(),
                counted.directiveId(),
                counted.departmentId(),
                counted.taskNo(),
                counted.taskTitle(),
                counted.directiveLabel(),
                counted.aboutDepartment(),
                null,
                counted.dueOn(),
                null,
                counted.openedAt(),
                false);
        signIn(office.staff());
        ItemCells cells = new ItemCells(formats, List.of(), () -> {});

        assertThat(find(HowCounted.class, cells.due(chosen)).all()).isEmpty();
        assertThat(find(HowCounted.class, cells.card(chosen, false)).all()).isEmpty();
    }

    @Test
    void showsNothingOfOtherDepartments() {
        signIn(fixture.office().staff());
        navigate(InboxView.class);
        assertThat(size()).isZero();
        assertThat(textOf(grid())).contains(text("inbox.empty"));
    }

    @Test
    void showsASupervisorWhatADepartmentHandedIn() {
        fixture.as(office.head(), () -> disputes.raise(firstDuty(), Objection.concerningNobody("不属于本部门职责")));
        signIn(supervisor);
        navigate(InboxView.class);
        assertThat(size()).isEqualTo(1);
        assertThat(cell(1, 0)).contains("裁定异议");
        assertThat(cell(1, 2)).isEqualTo(office.name());
        assertThat(find(BatchBar.class).all()).isEmpty();
    }

    @Test
    void saysForWhomAnItemComes() {
        fixture.as(office.head(), () -> disputes.raise(firstDuty(), Objection.concerningNobody("不属于本部门职责")));
        Account substitute = fixture.supervisor();
        fixture.as(supervisor, () -> substitutions.name(supervisor.id(), substitute.id(), LocalDate.now(clock), null));
        signIn(substitute);
        navigate(InboxView.class);
        assertThat(size()).isEqualTo(1);
        assertThat(cell(1, 1)).contains(text("inbox.behalf", supervisor.displayName()));
        signIn(supervisor);
        navigate(InboxView.class);
        assertThat(cell(1, 1)).doesNotContain(text("inbox.behalf", ""));
    }

    @Test
    void opensThePageOnWhichTheItemIsDone() {
        signIn(office.staff());
        navigate(InboxView.class);
        OpenItem first = items(office.staff()).getFirst();
        test(grid()).clickRow(0);
        assertThat(address()).as("a heading leads nowhere").isEmpty();
        test(grid()).clickRow(1);
        assertThat(address()).isEqualTo(Routes.task(first.keyTaskId()));
    }

    @Test
    void filtersByKindInTheAddress() {
        signIn(office.staff());
        open("?kind=REPORT");
        assertThat(size()).isZero();
        assertThat(textOf(grid())).contains(text("inbox.empty.filtered"));
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
        assertThat(cell(0, 0)).isEqualTo("已逾期");
        assertThat(cell(1, 2)).contains("逾期");
        assertThat(grid().getPartNameGenerator().apply(row(1))).isEqualTo("overdue-row");
    }

    @Test
    void groupsByHowSoonItIsDue() {
        clock.travelTo(
                LocalDate.of(2026, 3, 2).atTime(9, 0).atZone(clock.getZone()).toInstant());
        Fixture.Office busy = fixture.office();
        LocalDate yearEnd = LocalDate.of(2026, 12, 31);
        launch(busy, 2, yearEnd);
        fixture.travelTo(clock.instant().plus(Duration.ofDays(1)));
        launch(busy, 1, yearEnd);
        fixture.travelTo(clock.instant().plus(Duration.ofDays(1)));
        launch(busy, 1, yearEnd);
        fixture.travelTo(clock.instant().plus(Duration.ofDays(1)));
        launch(busy, 1, yearEnd);
        signIn(busy.staff());
        navigate(InboxView.class);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < test(grid()).size(); line++) {
            lines.add(row(line).heading() ? cell(line, 0) : "·");
        }
        assertThat(lines).containsExactly("已逾期", "·", "·", "今天到期", "·", "本周到期", "·", "下周及以后", "·");
    }

    @Test
    void pagesThroughTheGroupsWithoutLosingALine() {
        launch(office, 3, LocalDate.now(clock).plusYears(1));
        signIn(office.staff());
        navigate(InboxView.class);
        KeyedPages.Reader<InboxRow, DueKey> reader = InboxRow.grouped(inbox::mine, LocalDate.now(clock));
        List<InboxRow> whole = reader.read(DueKey.START, 50).rows();
        List<InboxRow> oneByOne = new ArrayList<>();
        DueKey after = DueKey.START;
        Slice<InboxRow> page;
        do {
            page = reader.read(after, 1);
            oneByOne.addAll(page.rows());
            after = page.rows().getLast().key(LocalDate.now(clock));
        } while (page.more());
        assertThat(whole).hasSize(6);
        assertThat(oneByOne).isEqualTo(whole);
    }

    @Test
    void signsForAllThatIsChosenAfterOneQuestion() {
        signIn(office.staff());
        navigate(InboxView.class);
        test(find(Button.class).withText("全选 2 项").single()).click();
        test(find(Button.class).withText("签收（所选事项）").single()).click();
        assertThat(size()).isEqualTo(2);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(notices()).containsExactly("已签收 2 项责任");
        assertThat(items(office.staff())).isEmpty();
        assertThat(size()).isZero();
        assertThat(find(BatchBar.class).all()).isEmpty();
    }

    @Test
    void namesThoseThatCouldNotBeSignedFor() {
        DutyId duty = firstDuty();
        String title = items(office.staff()).getFirst().taskTitle();
        signIn(office.staff());
        navigate(InboxView.class);
        test(find(Button.class).withText("全选 2 项").single()).click();
        test(find(Button.class).withText("签收（所选事项）").single()).click();
        fixture.as(office.head(), () -> acknowledgements.acknowledge(duty));
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(textOf(find(Dialog.class).single()))
                .contains(
                        "已办 1 项。以下 1 项未能办理",
                        title,
                        "该事项已由" + office.name() + " " + office.head().displayName());
        assertThat(size()).isZero();
    }

    @Test
    void keepsWhatIsChosenAsFarAsItStillWaits() {
        DutyId duty = firstDuty();
        signIn(office.staff());
        InboxView view = navigate(InboxView.class);
        test(find(Button.class).withText("全选 2 项").single()).click();
        fixture.as(office.head(), () -> acknowledgements.acknowledge(duty));
        view.refresh();
        assertThat(grid().getSelectedItems()).hasSize(1);
        assertThat(textOf(find(BatchBar.class).single())).contains("已选 1 项");
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

            @Override
            public Map<OpenItem, Refusal> performAll(List<OpenItem> items) {
                return Map.of();
            }
        };
    }

    private void launch(Fixture.Office to, int rows, LocalDate dueOn) {
        fixture.launch(
                supervisor,
                fixture.directive(supervisor, rows, new Fixture.Assigned(to, DutyRole.LEAD)),
                ReportingFrequency.NONE,
                dueOn);
    }

    private List<OpenItem> items(Account account) {
        return fixture.as(account, () -> inbox.mine(DueKey.START, 10)).rows();
    }

    private DutyId firstDuty() {
        return new DutyId(items(office.head()).getFirst().subjectId());
    }

    private InboxGrid grid() {
        return find(InboxGrid.class).single();
    }

    private InboxRow row(int line) {
        return test(grid()).getRow(line);
    }

    /** How many items there are, without headings. */
    private int size() {
        int lines = test(grid()).size();
        return (int)
                IntStream.range(0, lines).filter(line -> !row(line).heading()).count();
    }

    private String cell(int row, int column) {
        return textOf(test(grid()).getCellComponent(row, column));
    }
}
