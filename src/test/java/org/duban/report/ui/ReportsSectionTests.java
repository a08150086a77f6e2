package org.duban.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.time.Duration;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.support.ReportFixture;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(ReportFixture.class)
class ReportsSectionTests extends ViewTest {

    @Autowired
    ReportFixture reportFixture;

    @Autowired
    MovableClock clock;

    ReportFixture.Open open;

    @BeforeEach
    void openAReport() {
        open = reportFixture.open();
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void offersADepartmentItsOwnOpenReport() {
        openTask(open.lead().staff());

        assertThat(reportLinks()).containsExactly(Routes.report(open.report().value()));
    }

    @Test
    void linksOthersToWhatWasHandedInAlone() {
        openTask(open.supervisor());
        assertThat(reportLinks()).isEmpty();

        reportFixture.submit(open.lead().staff(), open.report(), 20);
        openTask(open.supervisor());

        assertThat(reportLinks()).containsExactly(Routes.report(open.report().value()));
        assertThat(textOf((Component) getCurrentView()))
                .contains("20%", text("reportState.SUBMITTED"), text("reportState.OPEN"));
    }

    @Test
    void leadsFromWhatStandsInTheWayOfCompletionToTheReportToWrite() {
        fixture.travel(Duration.ofDays(45));
        openTask(open.lead().staff());

        Anchor write =
                find(Anchor.class).withText(text("task.now.apply.report")).single();
        assertThat(write.getHref())
                .as("the one that is open now")
                .isIn(reportLinks())
                .isNotEqualTo(Routes.report(open.report().value()));
        assertThat(textOf((Component) getCurrentView()))
                .contains(text("task.now.apply.notYet"), text("refusal.completion.missedReports", 1));
    }

    private void openTask(Account account) {
        signIn(account);
        open(Routes.task(open.task().value()));
    }

    private List<String> reportLinks() {
        return find(Anchor.class).all().stream()
                .map(Anchor::getHref)
                .filter(address -> address.startsWith("reports/"))
                .toList();
    }
}
