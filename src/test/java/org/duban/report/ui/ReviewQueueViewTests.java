package org.duban.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.CellFocusEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.List;
import java.util.stream.IntStream;
import org.duban.account.Account;
import org.duban.base.DueKey;
import org.duban.base.MovableClock;
import org.duban.report.ReviewRow;
import org.duban.report.Reviews;
import org.duban.support.ReportFixture;
import org.duban.support.ViewTest;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.HowCounted;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Import(ReportFixture.class)
class ReviewQueueViewTests extends ViewTest {

    @Autowired
    ReportFixture reportFixture;

    @Autowired
    MovableClock clock;

    @Autowired
    Reviews reviews;

    @Autowired
    Formats formats;

    Account supervisor;
    ReportFixture.Open first;
    ReportFixture.Open second;

    @BeforeEach
    void handTwoReportsIn() {
        supervisor = fixture.supervisor();
        first = reportFixture.open(supervisor);
        second = reportFixture.open(supervisor);
        reportFixture.submit(first.lead().staff(), first.report(), 20);
        reportFixture.submit(second.lead().staff(), second.report(), 30);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void showsTheQueueAndTheFirstReportBesideIt() {
        openQueue();

        assertThat(rows())
                .extracting(row -> row.item().aboutDepartment())
                .containsExactly(first.lead().name(), second.lead().name());
        assertThat(read()).contains(first.lead().name(), "20%", "已完成选址。");
    }

    @Test
    void saysHowTheDayForTheReviewWasCounted() {
        signIn(supervisor);
        ReviewRow row = fixture.as(supervisor, () -> reviews.queue(DueKey.START, 1))
                .rows()
                .getFirst();

        HowCounted asked =
                find(HowCounted.class, new ReviewCells(formats).report(row)).single();

        UI.getCurrent().add(asked);
        test(asked).click();
        assertThat(textOf(find(Popover.class).single())).isEqualTo("自3月16日次日起 3 个工作日");
    }

    @Test
    void readsOnAfterAReview() {
        openQueue();

        click("review.accept");

        assertThat(rows()).extracting(ReviewRow::reportId).containsExactly(second.report());
        assertThat(read()).contains(second.lead().name());
        click("review.accept");
        assertThat(find(EmptyState.class).single().isVisible()).isTrue();
        assertThat(find(ReportReading.class).all()).isEmpty();
    }

    @Test
    void readsOnAfterAReturn() {
        openQueue();
        ReviewRow returned = rows().getFirst();
        press("KeyR");
        test(find(TextArea.class).single()).setValue("请补充佐证材料");
        test(find(Button.class, find(ReasonDialog.class).single())
                        .withCondition(button -> button.getText().equals(text("review.return")))
                        .single())
                .click();

        focus(returned);

        assertThat(waiting()).extracting(ReviewRow::reportId).containsExactly(second.report());
        assertThat(read()).contains(second.lead().name());
        assertThat(find(ReviewActions.class).all()).hasSize(1);
    }

    @Test
    void readsByWalkingThroughTheQueue() {
        openQueue();

        focus(rows().getLast());

        assertThat(read()).contains(second.lead().name());
    }

    @Test
    void asksBeforeItAcceptsByAKey() {
        openQueue();

        press("KeyA");

        assertThat(waiting()).hasSize(2);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(waiting()).extracting(ReviewRow::reportId).containsExactly(second.report());
        assertThat(read()).contains(second.lead().name());
    }

    @Test
    void opensTheReturnByAKey() {
        openQueue();

        press("KeyR");

        assertThat(find(ReasonDialog.class).single().isOpened()).isTrue();
    }

    @Test
    void leavesAKeyThatIsHeldDownToTheBrowser() {
        openQueue();

        assertThat(find(ReviewQueueView.class)
                        .single()
                        .getElement()
                        .getNode()
                        .getFeature(ElementListenerMap.class)
                        .getExpressions("keydown"))
                .isNotEmpty()
                .allMatch(filter -> filter.contains("!event.repeat"));
    }

    @Test
    void acceptsTheSelectedOnesTogether() {
        openQueue();
        rows().forEach(row -> grid().select(row));

        click("review.batch");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(waiting()).isEmpty();
        assertThat(notices()).contains(text("review.batch.done", 2));
        assertThat(find(EmptyState.class).single().isVisible()).isTrue();
        assertThat(find(ReportReading.class).all()).isEmpty();
    }

    @Test
    void readsTheFirstThatStillWaitsAfterSeveralWereAccepted() {
        openQueue();
        grid().select(rows().getFirst());

        click("review.batch");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(read()).contains(second.lead().name());
        assertThat(find(ReviewActions.class).all()).hasSize(1);
    }

    @Test
    void namesPeriodPercentAndTaskOfEachThatWillBeAccepted() {
        openQueue();
        ReviewRow row = rows().getFirst();
        grid().select(row);

        click("review.batch");

        assertThat(textOf(find(ConfirmDialog.class).single()))
                .contains(
                        first.lead().name(),
                        ReportTexts.period(row.period()),
                        "20%",
                        text("report.task", row.item().taskNo(), row.item().taskTitle()));
    }

    @Test
    void saysForEachSelectedOneWhyItWasNotAccepted() {
        openQueue();
        List<ReviewRow> both = rows();
        both.forEach(row -> grid().select(row));
        click("review.batch");
        fixture.as(supervisor, () -> reviews.accept(first.report(), fixture.handIn(first.report()), null));
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(waiting()).isEmpty();
        assertThat(find(ListItem.class).all().stream().map(ViewTest::textOf))
                .anyMatch(
                        line -> line.contains(first.lead().name()) && line.contains("该事项已由" + supervisor.displayName()))
                .anyMatch(line -> line.contains(second.lead().name()) && line.contains(text("decision.ACCEPTED")));
    }

    @Test
    void followsWhatOthersDoWithoutLosingTheSelection() {
        openQueue();
        grid().select(rows().getLast());
        fixture.as(supervisor, () -> reviews.accept(first.report(), fixture.handIn(first.report()), null));
        ReportFixture.Open third = reportFixture.open(supervisor);
        reportFixture.submit(third.lead().staff(), third.report(), 40);

        find(ReviewQueueView.class).single().refresh();

        assertThat(rows()).extracting(ReviewRow::reportId).containsExactly(second.report(), third.report());
        assertThat(grid().getSelectedItems()).extracting(ReviewRow::reportId).containsExactly(second.report());
        assertThat(find(ReviewActions.class).all()).isEmpty();
        assertThat(read()).contains(text("reportState.ACCEPTED"));
    }

    @Test
    void showsASupervisorOfOtherDirectivesAnEmptyQueue() {
        signIn(fixture.supervisor());
        open(Routes.REVIEWS);
        assertThat(find(EmptyState.class).single().isVisible()).isTrue();
    }

    @Test
    void isForSupervisorsAlone() {
        for (Account other : List.of(first.lead().staff(), first.lead().head(), fixture.leader(), fixture.admin())) {
            signIn(other);
            open(Routes.REVIEWS);
            assertThat(find(ReviewQueueView.class).all()).isEmpty();
        }
    }

    private void openQueue() {
        signIn(supervisor);
        open(Routes.REVIEWS);
    }

    @SuppressWarnings("unchecked")
    private Grid<ReviewRow> grid() {
        return find(Grid.class).single();
    }

    private List<ReviewRow> rows() {
        int size = test(grid()).size();
        return IntStream.range(0, size)
                .mapToObj(row -> test(grid()).getRow(row))
                .toList();
    }

    private String read() {
        return textOf(find(ReportReading.class).single());
    }

    private List<ReviewRow> waiting() {
        return fixture.as(supervisor, () -> reviews.queue(DueKey.START, 10)).rows();
    }

    /** As the browser reports the press of a key that passed the filter for it. */
    private void press(String code) {
        Element page = find(ReviewQueueView.class).single().getElement();
        ElementListenerMap listeners = page.getNode().getFeature(ElementListenerMap.class);
        ObjectNode passed = JsonNodeFactory.instance.objectNode();
        listeners.getExpressions("keydown").forEach(filter -> passed.put(filter, filter.contains(code)));
        listeners.fireEvent(new DomEvent(page, "keydown", passed));
    }

    /** As the browser reports that the focus went to a cell of the row. */
    private void focus(ReviewRow row) {
        String key = grid().getDataCommunicator().getKeyMapper().key(row);
        ComponentUtil.fireEvent(grid(), new CellFocusEvent<>(grid(), true, key, null, "body"));
    }

    private void click(String label) {
        test(find(Button.class)
                        .withCondition(button -> button.getText().equals(text(label)))
                        .first())
                .click();
    }
}
