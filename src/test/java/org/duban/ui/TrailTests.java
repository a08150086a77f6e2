package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.PermitAll;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.task.KeyTaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrailTests extends ViewTest {

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    private KeyTaskId task;
    private String directive;

    @BeforeEach
    void launch() {
        Account supervisor = fixture.supervisor();
        Fixture.Office office = fixture.office();
        task = ledger.launch(supervisor, lead(office));
        directive = Routes.directive(
                ledger.details(supervisor, task).task().directiveId().value());
        signIn(supervisor);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void leadsBackToTheListWithItsFilter() {
        open(Routes.TASKS);
        open("tasks?open=yes");
        open(Routes.task(task.value()));
        assertThat(back()).isEqualTo("重点任务 -> tasks?open=yes");
    }

    @Test
    void leadsToTheListAboveWhereNoPageWasBefore() {
        Trail.follow(UI.getCurrent());
        open(Routes.task(task.value()));
        assertThat(back()).isEqualTo("重点任务 -> tasks");
    }

    @Test
    void beginsAnewAtAPageOfTheNavigation() {
        open(directive);
        open(Routes.DIRECTIVES);
        open(Routes.task(task.value()));
        assertThat(back()).isEqualTo("文件与分工表 -> directives");
    }

    @Test
    void goesBackStepByStep() {
        open(Routes.DIRECTIVES);
        open(directive);
        open(Routes.task(task.value()));
        assertThat(back()).endsWith("-> " + directive);
        open(directive);
        assertThat(back()).isEqualTo("文件与分工表 -> directives");
    }

    @Test
    void leadsOnFromAPageThatIsNotThere() {
        open("tasks?overdue=yes");
        open("tasks/nonsense");
        assertThat(find(Anchor.class)
                        .withText(text("page.back", "重点任务"))
                        .single()
                        .getHref())
                .isEqualTo("tasks?overdue=yes");
    }

    @Test
    void leadsHomeOnlyWhereThePageBeforeHasNoTitle() {
        Trail.follow(UI.getCurrent());
        RouteConfiguration.forSessionScope().setRoute("untitled", Untitled.class);
        open("untitled");
        open("no-such-page");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getText))
                .contains(text("error.home"))
                .doesNotContain(text("page.back", ""));
    }

    @PermitAll
    static class Untitled extends Div {}

    private String back() {
        Anchor link = find(Anchor.class).withClassName("page-back").single();
        return textOf(link) + " -> " + link.getHref();
    }
}
