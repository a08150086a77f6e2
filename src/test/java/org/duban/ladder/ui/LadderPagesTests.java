package org.duban.ladder.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.cooperating;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.ladder.LadderRecords;
import org.duban.ladder.Priority;
import org.duban.support.EmptyWorld;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.task.KeyTaskId;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ladder on the pages of key tasks, of what is overdue, and of the inbox. A key task is due on 30 June 2026. */
class LadderPagesTests extends ViewTest {

    private static final Instant EIGHT_WORKING_DAYS_LATE = Instant.parse("2026-07-10T02:00:00Z");
    private static final Instant THREE_WEEKS_LATE = Instant.parse("2026-07-31T02:00:00Z");

    @Autowired
    Ledger ledger;

    @Autowired
    EmptyWorld world;

    @Autowired
    LadderRecords records;

    @Autowired
    MovableClock clock;

    Account supervisor;
    Fixture.Office office;
    Fixture.Office helper;
    KeyTaskId task;

    /** The daily round begins with the world. */
    @BeforeEach
    void launch() {
        clock.travelTo(Ledger.LAUNCH);
        world.begin();
        supervisor = fixture.supervisor();
        office = fixture.office();
        helper = fixture.office();
        task = ledger.launch(supervisor, lead(office), cooperating(helper));
        ledger.sign(task, office);
        ledger.sign(task, helper);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void tellsEachStepWithRuleAndInputs() {
        fixture.travelTo(EIGHT_WORKING_DAYS_LATE);
        signIn(supervisor);

        assertThat(textOf(open(Routes.task(task.value()))))
                .contains(text("ladder.section"), text("escalation.2"), text("ladder.addressee.HEAD"))
                .contains(text("ladder.why", "2026-06-30", 8, text("priority.NORMAL"), 0, 0, "TASK_2", version()))
                .contains(text("ladder.receipt.open", office.name()));
    }

    @Test
    void letsTheHeadConfirmANotice() {
        fixture.travelTo(EIGHT_WORKING_DAYS_LATE);
        signIn(office.staff());
        assertThat(textOf(open(Routes.task(task.value())))).doesNotContain(text("ladder.action.receive"));

        signIn(office.head());
        Component page = open(Routes.task(task.value()));
        test(find(Button.class, page)
                        .withText(text("ladder.action.receive"))
                        .all()
                        .getLast())
                .click();

        assertThat(notices()).contains(text("ladder.done.received"));
        assertThat(textOf((Component) getCurrentView())).contains(office.head().displayName());
    }

    @Test
    void urgesFromTheMenuAndSaysWhyNot() {
        openAndChoose("ladder.action.urge");
        test(find(TextArea.class).single()).setValue("请尽快办理");
        confirm("ladder.action.urge");
        assertThat(notices()).contains(text("ladder.done.urged", 1));
        assertThat(find(ReasonDialog.class).all()).isEmpty();

        openAndChoose("ladder.action.urge");
        test(find(TextArea.class).single()).setValue("再次催办");
        confirm("ladder.action.urge");

        ReasonDialog dialog = find(ReasonDialog.class).single();
        assertThat(textOf(dialog)).contains("24");
        assertThat(find(TextArea.class).single().getValue())
                .as("what was typed")
                .isEqualTo("再次催办");
    }

    @Test
    void saysWhoOfSeveralWasNotUrgedAndWhy() {
        openAndChoose("ladder.action.urge");
        confirm("ladder.action.urge");

        openAndChoose("ladder.action.urge");
        test(find(CheckboxGroup.class).single()).selectAll();
        confirm("ladder.action.urge");

        assertThat(notices())
                .singleElement()
                .asString()
                .startsWith(text("ladder.urge.some", helper.name(), ""))
                .contains(office.name())
                .contains("24");
        assertThat(fixture.as(supervisor, () -> records.of(task)).urges()).hasSize(2);
    }

    @Test
    void letsTheDepartmentConfirmAnUrgeInTheInbox() {
        openAndChoose("ladder.action.urge");
        confirm("ladder.action.urge");

        signIn(office.staff());
        Component page = open(Routes.task(task.value()));
        assertThat(textOf(page)).contains(text("ladder.now.urged"));
        test(find(Button.class, page).withText(text("ladder.action.receive")).single())
                .click();

        assertThat(fixture.as(supervisor, () -> records.of(task)).urges())
                .singleElement()
                .satisfies(urge ->
                        assertThat(urge.receivedBy()).isEqualTo(office.staff().displayName()));
    }

    @Test
    void setsThePriority() {
        openAndChoose("ladder.action.high");

        assertThat(fixture.as(supervisor, () -> records.of(task)).priority()).isEqualTo(Priority.HIGH);
        assertThat(textOf((Component) getCurrentView())).contains(text("ladder.important"));
    }

    @Test
    void showsLeadersWhatStandsHighFoldedAboveTheList() {
        openAndChoose("ladder.action.urge");
        confirm("ladder.action.urge");
        fixture.travelTo(THREE_WEEKS_LATE);
        signIn(fixture.leader());
        String title = text(
                "ladder.standing",
                fixture.as(fixture.leader(), () -> records.standing(3, 50)).size());

        Component page = open(Routes.OVERDUE);

        Details standing = find(Details.class, page).all().stream()
                .filter(each -> title.equals(each.getSummaryText()))
                .findFirst()
                .orElseThrow();
        assertThat(standing.isOpened())
                .as("whoever comes here comes for the list")
                .isFalse();
        assertThat(textOf(standing)).contains(text("escalation.4"));
        assertThat(textOf(page)).contains(office.name());
        assertThat(textOf(page).indexOf(text("overdue.summary.longest")))
                .isLessThan(textOf(page).indexOf(title));
        assertThat(find(Details.class, page).all())
                .as("who has not confirmed, and how often")
                .anySatisfy(unreceived -> assertThat(textOf(unreceived))
                        .contains(text("ladder.unreceived.of", office.name(), unconfirmed())));
        assertThat(find(Button.class).withText(text("ladder.action.urge")).all())
                .as("leaders urge nobody")
                .isEmpty();
    }

    @Test
    void showsEverybodyThatATaskIsListed() {
        fixture.travelTo(THREE_WEEKS_LATE);
        signIn(helper.staff());

        assertThat(textOf(open(Routes.task(task.value())))).contains(text("escalation.4"));
    }

    @Test
    void urgesFromTheListOfWhatIsOverdue() {
        fixture.travelTo(EIGHT_WORKING_DAYS_LATE);
        signIn(supervisor);
        Component page = open(Routes.OVERDUE);
        fixture.travelTo(EIGHT_WORKING_DAYS_LATE.plusSeconds(90_000));

        test(find(Button.class, find(ListItem.class, page).all().getLast())
                        .withText(text("ladder.action.urge"))
                        .single())
                .click();
        confirm("ladder.action.urge");

        assertThat(fixture.as(supervisor, () -> records.of(task)).urges()).hasSize(1);
    }

    @Test
    void tellsADepartmentAboveItsInboxWhatIsDueSoon() {
        fixture.travelTo(Instant.parse("2026-06-25T02:00:00Z"));
        signIn(office.staff());

        assertThat(textOf(open(Routes.INBOX)))
                .contains(text("ladder.soon", 1), text("ladder.soon.left", 3, "2026-06-30"));

        signIn(helper.staff());
        assertThat(textOf(open(Routes.INBOX))).doesNotContain(text("ladder.soon", 1));
    }

    private int unconfirmed() {
        return fixture.as(fixture.leader(), () -> records.unreceived()).stream()
                .filter(each -> each.departmentName().equals(office.name()))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private int version() {
        return fixture.as(supervisor, () -> records.of(task)).steps().getFirst().tableVersion();
    }

    private void openAndChoose(String key) {
        signIn(supervisor);
        Component page = open(Routes.task(task.value()));
        new MenuBarTester<>(find(MenuBar.class, page).single()).clickItem(text("task.now.more"), text(key));
    }

    private void confirm(String key) {
        test(find(Button.class, find(ReasonDialog.class).single())
                        .withText(text(key))
                        .single())
                .click();
    }
}
