package org.duban.task.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.joint;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Instant;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.task.Completions;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.ui.EmptyState;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OverdueViewTests extends ViewTest {

    @Autowired
    Ledger ledger;

    @Autowired
    Completions completions;

    @Autowired
    MovableClock clock;

    Account supervisor;
    Fixture.Office office;

    @BeforeEach
    void makePeople() {
        supervisor = fixture.supervisor();
        office = fixture.office();
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void tellsHowLateWhatAndWhoHoldsTheBall() {
        ledger.launch(supervisor, lead(office));
        fixture.travelTo(Instant.parse("2026-07-12T02:00:00Z"));
        signIn(supervisor);
        OverdueView page = (OverdueView) open(Routes.OVERDUE);
        String entry = textOf(
                find(ListItem.class, find(OrderedList.class, page).single()).single());
        assertThat(entry)
                .contains("12", "试验任务", office.name(), text("move.SIGN"))
                .contains(text("overdue.held", 132), text("overdue.held.since", "2026-03-02"));
        assertThat(textOf(page)).contains(text("overdue.summary.longest"));
    }

    @Test
    void namesAllWhoHoldTheBallThoughTheLastOnesOnRequest() {
        Fixture.Assigned[] offices =
                Stream.generate(() -> joint(fixture.office())).limit(7).toArray(Fixture.Assigned[]::new);
        ledger.launch(supervisor, offices);
        fixture.travelTo(Instant.parse("2026-07-12T02:00:00Z"));
        signIn(supervisor);
        OverdueView page = (OverdueView) open(Routes.OVERDUE);
        assertThat(textOf(page))
                .contains(Stream.of(offices)
                        .map(assigned -> assigned.office().name())
                        .toArray(String[]::new));
        assertThat(find(Div.class).withClassName("folded").all()).hasSize(1);
        test(find(Button.class).withText(text("overdue.holders.more", 3)).single())
                .click();
        assertThat(find(Div.class).withClassName("folded").all()).isEmpty();
    }

    @Test
    void namesTheSupervisorsWhileTheyVerify() {
        KeyTaskId task = ledger.launch(supervisor, lead(office));
        ledger.sign(task, office);
        DutyId duty = ledger.duty(task, office);
        fixture.as(office.staff(), () -> completions.apply(duty, "全部完成"));
        fixture.travelTo(Instant.parse("2026-07-12T02:00:00Z"));
        signIn(supervisor);
        open(Routes.OVERDUE);
        assertThat(textOf(find(ListItem.class).single()))
                .contains(text("overdue.supervisors"), text("move.VERIFY"))
                .doesNotContain(office.name());
    }

    @Test
    void isOpenToLeaders() {
        ledger.launch(supervisor, lead(office));
        fixture.travelTo(Instant.parse("2026-07-12T02:00:00Z"));
        signIn(fixture.leader());
        assertThat(open(Routes.OVERDUE)).isInstanceOf(OverdueView.class);
        // leaders see what other tests left behind, too
        while (find(Button.class).withText(text("overdue.more")).exists()) {
            test(find(Button.class).withText(text("overdue.more")).single()).click();
        }
        assertThat(textOf(find(OrderedList.class).single())).contains(office.name());
    }

    @Test
    void isClosedToDepartments() {
        for (Account account : java.util.List.of(office.staff(), office.head())) {
            signIn(account);
            assertThat(open(Routes.OVERDUE)).isNotInstanceOf(OverdueView.class);
        }
    }

    @Test
    void saysThatNothingIsOverdue() {
        ledger.launch(supervisor, lead(office));
        signIn(supervisor);
        open(Routes.OVERDUE);
        assertThat(textOf(find(EmptyState.class).single())).contains("没有逾期任务");
    }
}
