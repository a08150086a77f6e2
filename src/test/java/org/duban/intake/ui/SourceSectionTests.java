package org.duban.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Paper.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.Timers;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.Drafts;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.support.Fixture;
import org.duban.support.Paper;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SourceSectionTests extends ViewTest {

    @Autowired
    Directives directives;

    @Autowired
    Drafts drafts;

    @Autowired
    Timers timers;

    @Test
    void showsTheSentenceOfTheKeyTaskToEverybodyWhoSeesIt() {
        Account supervisor = fixture.supervisor();
        Fixture.Office lead = fixture.office();
        Paper paper = new Paper("试点方案" + lead.name())
                .row("1", "完善制度。", leads(lead.name()))
                .row("2", "健全机制。", leads(lead.name()));
        DirectiveId id =
                fixture.as(supervisor, () -> drafts.create(paper.facts(), "方案.docx", paper.text(), paper.document()));
        launch(supervisor, id);

        for (Account reader : List.of(lead.staff(), supervisor, fixture.leader())) {
            Component page = openTheSecondKeyTask(reader, supervisor, id);

            assertThat(textOf(page))
                    .contains(text("intake.section.fromNumbered", paper.facts().title(), "试发〔2026〕7号"));
            Div excerpt = find(Div.class).withClassName("source-excerpt").single();
            Span quote =
                    find(Span.class, excerpt).withClassName("source-current").single();
            assertThat(quote.getText()).contains("健全机制。").doesNotContain("完善制度");
            assertThat(textOf(excerpt)).contains("完善制度。");
        }
    }

    @Test
    void isLeftOutWhereTheTableWasReadFromNoText() {
        Account supervisor = fixture.supervisor();
        DirectiveId id = fixture.directive(supervisor, 2, new Fixture.Assigned(fixture.office(), DutyRole.LEAD));
        launch(supervisor, id);

        openTheSecondKeyTask(supervisor, supervisor, id);

        assertThat(find(Div.class).withClassName("source-excerpt").all()).isEmpty();
    }

    private void launch(Account supervisor, DirectiveId id) {
        fixture.as(
                supervisor,
                () -> directives.launch(
                        id, ReportingFrequency.NONE, LocalDate.now().plusYears(1)));
        timers.fireDue();
    }

    private Component openTheSecondKeyTask(Account reader, Account supervisor, DirectiveId id) {
        long task = fixture.as(supervisor, () -> directives.rows(id, Directives.FIRST_ROW, 10))
                .rows()
                .get(1)
                .launched()
                .keyTaskId();
        signIn(reader);
        return open(Routes.task(task));
    }
}
