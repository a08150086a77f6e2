package org.duban.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.ProgressReport;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Samples;
import org.duban.report.Submission;
import org.duban.support.Fixture;
import org.duban.support.ReportFixture;
import org.duban.ui.HowCounted;
import org.duban.ui.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReportViewTests extends ReportPageTest {

    @Autowired
    MovableClock clock;

    @Test
    void showsTheReviewerWhatChangedSinceThePeriodBefore() {
        ReportId next = nextAfterAccepted();
        reportFixture.submit(open.lead().staff(), next, 35);

        openAs(open.supervisor(), next);

        assertThat(page()).contains(text("report.change.up", 15), text("report.targets.previous"), "125 座");
        assertThat(find(PreviousPeriod.class).single().isOpened()).isTrue();
        assertThat(textOf(find(PreviousPeriod.class).single())).contains("20%", "已完成选址。");
    }

    @Test
    void saysHowTheDueDayOfALateOpeningWasCounted() {
        openAs(open.lead().staff(), open.report());
        assertThat(find(HowCounted.class).all()).as("the planned day").isEmpty();
        clock.travelTo(Instant.parse("2026-03-02T02:00:00Z"));
        Fixture.Office office = fixture.office();
        DirectiveId directive = fixture.directive(open.supervisor(), 1, new Fixture.Assigned(office, DutyRole.LEAD));
        fixture.launch(open.supervisor(), directive, ReportingFrequency.MONTHLY, LocalDate.of(2026, 12, 31));
        fixture.travelTo(Instant.parse("2026-03-31T02:00:00Z"));
        ReportId late =
                new ReportId(reportFixture.item(office.staff(), ItemKind.REPORT).subjectId());

        openAs(office.staff(), late);
        assertThat(page()).contains("2026-04-08");
        test(find(HowCounted.class).single()).click();

        assertThat(textOf(find(Popover.class).single())).isEqualTo("自3月31日次日起 5 个工作日：4月4日至6日清明节放假");
    }

    @Test
    void showsOthersNeitherDraftNorForm() {
        fixture.as(
                open.lead().staff(),
                () -> reports.saveDraft(open.report(), new ReportContent(10, "草稿内容", null, Map.of()), 0));

        for (Account other : List.of(open.fellow().staff(), open.supervisor(), fixture.leader())) {
            openAs(other, open.report());
            assertThat(page()).doesNotContain("草稿内容").contains(text("report.nothingYet"));
            assertThat(find(CustomField.class).all()).isEmpty();
            assertThat(find(Upload.class).all()).isEmpty();
            assertThat(buttons()).isEmpty();
        }
    }

    @Test
    void showsAReportToNobodyWithoutAPartInIt() {
        reportFixture.submit(open.lead().staff(), open.report(), 20);

        for (Account stranger : List.of(fixture.office().staff(), fixture.supervisor())) {
            openAs(stranger, open.report());
            assertThat(find(ReportView.class).all()).isEmpty();
            assertThat(page()).contains(text("error.notFound.title"));
        }
    }

    @Test
    void offersALeaderTheEvidenceButNoReview() {
        fixture.as(open.lead().staff(), () -> {
            try {
                attachments.add(open.report(), "验收单.pdf", Samples.stream(Samples.PDF));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        reportFixture.submit(open.lead().staff(), open.report(), 20);

        openAs(fixture.leader(), open.report());

        assertThat(find(ReviewActions.class).all()).isEmpty();
        assertThat(find(Anchor.class).all())
                .filteredOn(link -> link.getHref().startsWith("files/"))
                .extracting(Anchor::getText)
                .containsExactly("验收单.pdf");
    }

    @Test
    void letsTheSupervisorAcceptAndGoOn() {
        ReportFixture.Open second = reportFixture.open(open.supervisor());
        reportFixture.submit(open.lead().staff(), open.report(), 20);
        reportFixture.submit(second.lead().staff(), second.report(), 30);
        openAs(open.supervisor(), open.report());

        click("review.accept");

        assertThat(state()).isEqualTo(ProgressReport.State.ACCEPTED);
        assertThat(find(ReviewActions.class).all()).isEmpty();
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(Routes.report(second.report().value()));
    }

    @Test
    void letsTheSupervisorReturnWithAReasonAndADay() {
        reportFixture.submit(open.lead().staff(), open.report(), 20);
        openAs(open.supervisor(), open.report());

        click("review.return");
        assertThat(find(DatePicker.class).single().getValue()).isEqualTo(LocalDate.of(2026, 3, 25));
        test(find(TextArea.class).single()).setValue("请补充验收数据");
        test(find(Button.class)
                        .withCondition(button -> button.getText().equals(text("review.return")))
                        .all()
                        .getLast())
                .click();

        Submission decided = fixture.as(open.supervisor(), () -> reports.details(open.report()))
                .submissions()
                .getFirst();
        assertThat(decided.reason()).isEqualTo("请补充验收数据");
        assertThat(decided.newDueOn()).isEqualTo(LocalDate.of(2026, 3, 25));
    }
}
