package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.support.EmptyWorld;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.ui.EmptyState;
import org.duban.ui.Routes;
import org.duban.watchdog.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class WatchdogViewTests extends ViewTest {

    private static final LocalDate LAUNCH_DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    EmptyWorld world;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Pulse pulse;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Account admin;
    private Fixture.Office office;

    @BeforeEach
    void launchAKeyTask() {
        clock.travelTo(Instant.parse("2026-03-02T02:00:00Z"));
        world.begin();
        admin = fixture.admin();
        office = fixture.office();
        Account supervisor = fixture.supervisor();
        DirectiveId directive = fixture.directive(supervisor, 1, Ledger.lead(office));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, LAUNCH_DAY);
    }

    @AfterEach
    void releaseTheClock() {
        world.begin();
        clock.release();
    }

    @Test
    void isForTheSystemAdministratorOnly() {
        for (Account other : List.of(office.staff(), office.head(), fixture.supervisor(), fixture.leader())) {
            signIn(other);
            assertThat(open(Routes.WATCHDOG)).isNotInstanceOf(WatchdogView.class);
        }
    }

    @Test
    void movesWorkToTheNewestModel() throws IOException {
        String model = Files.readString(Path.of("bpmn/key-task.bpmn"));
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("key-task.bpmn", model.replace("name=\"启动\"", "name=\"任务启动\""))
                .deploy()
                .getId();
        try {
            openPage();
            assertThat(find(OutdatedModels.class).single().isVisible()).isTrue();

            test(button("试迁移")).click();
            test(button("迁移")).click();

            assertThat(find(OutdatedModels.class).all())
                    .as("nothing is left to move")
                    .allMatch(panel -> !panel.isVisible());
        } finally {
            world.begin();
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void saysThatAllIsWell() {
        openPage();

        assertThat(find(EmptyState.class).withClassName("watch-calm").single().isVisible())
                .isTrue();
        assertThat(textOf(find(WatchdogView.class).single())).contains("一切正常", "最近检查：10:00");
        assertThat(find(NativeButton.class).withClassName("watch-counter").all())
                .as("nothing to choose")
                .isEmpty();
        assertThat(badge()).isEmpty();
    }

    @Test
    void leadsToTheAccountsWhereNobodyCanAct() {
        enable(false);
        openPage();

        Trouble found = test(grid()).getRow(0);
        assertThat(TroubleTexts.subject(found)).isEqualTo(office.name());
        assertThat(textOf(test(grid()).getCellComponent(0, 0))).contains("无人可办");
        assertThat(textOf(test(grid()).getCellComponent(0, 2))).contains("1 项待办");
        Anchor link = find(Anchor.class, test(grid()).getCellComponent(0, 4)).single();
        assertThat(link.getHref()).isEqualTo(Routes.ACCOUNTS);
        assertThat(badge()).isEqualTo("1");
    }

    @Test
    void triesAgainAndSaysHowItWent() {
        failTheRound();
        openPage();
        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(textOf(test(grid()).getCellComponent(0, 1))).contains("升级逾期事项", "第 1 项");
        assertThat(textOf(test(grid()).getCellComponent(0, 2))).contains("已出错 1 次", "IllegalArgumentException");

        test(retryOf(0)).click();
        assertThat(notices()).singleElement().asString().startsWith("重试仍未成功");
        assertThat(textOf(test(grid()).getCellComponent(0, 2))).contains("已出错 2 次");

        setLight("GREY");
        test(retryOf(0)).click();
        assertThat(notices()).last().asString().isEqualTo("重试成功：升级逾期事项");
        test(retryOf(0)).click();

        assertThat(textOf(find(WatchdogView.class).single())).contains("一切正常");
    }

    @Test
    void showsOneGroupAndKeepsTheChoiceInTheAddress() {
        failTheRound();
        enable(false);
        openPage();
        assertThat(test(grid()).size()).isEqualTo(3);

        test(find(NativeButton.class).withClassName("watch-counter").all().getFirst())
                .click();

        assertThat(address()).isEqualTo("watchdog?group=UNATTENDED");
        assertThat(test(grid()).size()).isOne();
        assertThat(find(NativeButton.class)
                        .withClassName("watch-counter")
                        .all()
                        .getFirst()
                        .getElement()
                        .getAttribute("aria-pressed"))
                .isEqualTo("true");
        open("watchdog?group=NONSENSE");
        assertThat(test(grid()).size()).isEqualTo(3);
    }

    @Test
    void showsByItselfWhatHappensWhileItIsOpen() {
        openPage();

        enable(false);
        pulse.beat();
        roundTrip();

        assertThat(test(grid()).size()).isOne();
        assertThat(textOf(find(WatchdogView.class).single())).contains("有待处理");
    }

    @Test
    void looksForStalledWorkOnEnteringOnly() {
        openPage();

        jdbc.sql("DELETE FROM open_item").update();
        pulse.beat();
        roundTrip();
        assertThat(textOf(find(WatchdogView.class).single())).contains("一切正常");

        open(Routes.WATCHDOG);
        assertThat(test(grid()).size()).isOne();
    }

    @Test
    void signsOutAPageWhoseAccountWasClosed() {
        openPage();
        jdbc.sql("UPDATE account SET enabled = FALSE WHERE id = :id")
                .param("id", admin.id().value())
                .update();

        pulse.beat();
        letChangesArrive();

        assertThat(UI.getCurrent().isClosing()).isTrue();
    }

    @Test
    void namesEveryJobThatCanFail() {
        signIn(admin);
        List<String> steps = jdbc.sql("SELECT DISTINCT ACT_ID_ FROM ACT_RU_JOBDEF")
                .query(String.class)
                .list();
        assertThat(steps).hasSizeGreaterThan(5).allSatisfy(step -> assertThat(text("watchdog.job." + step))
                .doesNotStartWith("!"));
    }

    private void openPage() {
        signIn(admin);
        assertThat(open(Routes.WATCHDOG)).isInstanceOf(WatchdogView.class);
    }

    /** An unknown light stops whoever reads the key task. */
    private void failTheRound() {
        setLight("UNKNOWN");
        fixture.travelTo(Instant.parse("2026-03-03T02:00:00Z"));
    }

    private void setLight(String light) {
        jdbc.sql("UPDATE key_task SET light = :light").param("light", light).update();
    }

    private void enable(boolean enabled) {
        jdbc.sql("UPDATE account SET enabled = :enabled WHERE department_id = :department")
                .param("enabled", enabled)
                .param("department", office.id().value())
                .update();
    }

    private String badge() {
        return find(SideNavItem.class).all().stream()
                .filter(item -> Routes.WATCHDOG.equals(item.getPath()))
                .map(item -> (Span) item.getSuffixComponent())
                .filter(Span::isVisible)
                .map(Span::getText)
                .findFirst()
                .orElse("");
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private Button retryOf(int row) {
        return find(Button.class, test(grid()).getCellComponent(row, 4)).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<Trouble> grid() {
        return find(Grid.class).single();
    }
}
