package org.duban.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.directive.ReportingPlans;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.report.Contribution;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.report.ProgressReport.State;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.report.Reviews;
import org.duban.support.Fixture.Assigned;
import org.duban.support.Fixture.Office;
import org.duban.support.ReportFixture;
import org.duban.support.ViewTest;
import org.duban.task.Acknowledgements;
import org.duban.task.DutyId;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Through whose hands a report goes, on their pages: contributions, the head, all of them returned, and a final one. */
@Import(ReportFixture.class)
class ReportPassageViewTests extends ViewTest {

    @Autowired
    ReportFixture reportFixture;

    @Autowired
    Directives directives;

    @Autowired
    ReportingPlans plans;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    Reports reports;

    @Autowired
    Reviews reviews;

    @Autowired
    Contributions contributions;

    @Autowired
    MovableClock clock;

    private Account supervisor;
    private Office lead;
    private Office second;
    private Office helper;
    private DirectiveId directive;
    private OpenItem toWrite;

    @BeforeEach
    void begin() {
        fixture.travelTo(Instant.parse("2026-03-02T02:00:00Z"));
        supervisor = fixture.supervisor();
        lead = fixture.office();
        second = fixture.office();
        helper = fixture.office();
        directive = fixture.directive(
                supervisor,
                1,
                new Assigned(lead, DutyRole.LEAD),
                new Assigned(second, DutyRole.JOINT),
                new Assigned(helper, DutyRole.COOPERATING));
        fixture.launch(
                supervisor,
                directive,
                new ReportingPlan(ReportingFrequency.MONTHLY, 25, true, 3),
                LocalDate.of(2026, 12, 31));
        for (Office office : List.of(lead, second, helper)) {
            OpenItem item = reportFixture.item(office.staff(), ItemKind.ACKNOWLEDGE);
            fixture.as(office.staff(), () -> acknowledgements.acknowledge(new DutyId(item.subjectId())));
        }
        fixture.travelTo(Instant.parse("2026-03-16T02:00:00Z"));
        toWrite = reportFixture.item(lead.staff(), ItemKind.REPORT);
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void takesAContributionIntoTheReport() {
        signIn(helper.staff());
        open(Routes.contribution(
                reportFixture.item(helper.staff(), ItemKind.CONTRIBUTE).subjectId()));
        TextArea text = find(TextArea.class).single();
        test(text).setValue("字".repeat(Contribution.LONGEST + 1));
        click("contribution.submit");
        assertThat(notices()).contains(text("refusal.textTooLong", Contribution.LONGEST));
        assertThat(text.getValue()).as("what was typed stays").hasSize(Contribution.LONGEST + 1);
        test(text).setValue("已完成联合检查。");
        click("contribution.submit");
        assertThat(page()).contains("已完成联合检查。", text("contributionState.SUBMITTED"));
        assertThat(find(Button.class).withText(text("contribution.submit")).all())
                .isEmpty();

        signIn(lead.staff());
        open(Routes.report(toWrite.subjectId()));
        assertThat(page()).contains(helper.name(), "已完成联合检查。");
        click("contribution.take");
        assertThat(find(TextArea.class)
                        .withCondition(area -> area.getLabel().equals(text("report.body")))
                        .single()
                        .getValue())
                .isEqualTo("已完成联合检查。");
    }

    @Test
    void savesAContributionByItselfAndSaysWhatItIsAbout() {
        long asked = reportFixture.item(helper.staff(), ItemKind.CONTRIBUTE).subjectId();
        signIn(helper.staff());
        open(Routes.contribution(asked));
        assertThat(page()).contains("试验任务", text("report.save.hint"));
        test(find(TextArea.class).single()).setValue("还在写");
        assertThat(page()).contains("已保存");

        open(Routes.INBOX);
        open(Routes.contribution(asked));

        assertThat(find(TextArea.class).single().getValue()).isEqualTo("还在写");
        assertThat(page()).contains("已保存", helper.staff().displayName());
    }

    @Test
    void showsAColleaguesNewerContribution() {
        ContributionId asked = new ContributionId(
                reportFixture.item(helper.staff(), ItemKind.CONTRIBUTE).subjectId());
        signIn(helper.staff());
        open(Routes.contribution(asked.value()));
        fixture.as(helper.head(), () -> contributions.saveDraft(asked, "负责人的意见", 0));

        test(find(TextArea.class).single()).setValue("承办人的意见");
        assertThat(page()).contains(text("report.conflict", helper.head().displayName()), "负责人的意见");
        click("contribution.submit");
        assertThat(page()).as("not before one is chosen").doesNotContain(text("contributionState.SUBMITTED"));
        click("report.conflict.mine");
        click("contribution.submit");

        assertThat(page()).contains("承办人的意见", text("contributionState.SUBMITTED"));
    }

    @Test
    void saysForWhomNobodyWaited() {
        long asked = reportFixture.item(helper.staff(), ItemKind.CONTRIBUTE).subjectId();
        signIn(helper.staff());
        open(Routes.contribution(asked));
        test(find(TextArea.class).single()).setValue("还在写");
        submit(lead, toWrite.subjectId(), 10);
        letChangesArrive();

        assertThat(page()).contains(text("contributionState.NOT_WAITED_FOR"));
        assertThat(find(TextArea.class).single().getValue())
                .as("stays to be read")
                .isEqualTo("还在写");
        signIn(supervisor);
        open(Routes.report(toWrite.subjectId()));
        assertThat(page()).contains(helper.name(), text("contributionState.NOT_WAITED_FOR"));
    }

    @Test
    void letsTheHeadSendBackAndApprove() {
        submit(lead, toWrite.subjectId(), 10);
        signIn(lead.staff());
        open(Routes.report(toWrite.subjectId()));
        assertThat(page()).contains(text("report.withHead"), "已完成选址。");
        assertThat(find(HeadActions.class).all()).isEmpty();

        signIn(lead.head());
        open(Routes.INBOX);
        assertThat(page()).contains(text("inbox.kind.APPROVE_REPORT"));
        open(Routes.report(toWrite.subjectId()));
        assertThat(page()).contains("已完成选址。", "10%");
        click("approval.holdBack");
        test(find(TextArea.class).single()).setValue("请补充数据");
        test(find(Button.class).withText(text("approval.holdBack")).all().getLast())
                .click();
        assertThat(state()).isEqualTo(State.OPEN);
        assertThat(page()).contains(text("report.heldBack"), "请补充数据");

        submit(lead, toWrite.subjectId(), 20);
        open(Routes.report(toWrite.subjectId()));
        click("approval.approve");
        assertThat(state()).isEqualTo(State.SUBMITTED);
        signIn(supervisor);
        open(Routes.report(toWrite.subjectId()));
        assertThat(page()).contains(text("approval.by", lead.head().displayName()));
    }

    @Test
    void returnsAllOfThePeriodAtOnce() {
        ReportId other =
                new ReportId(reportFixture.item(second.staff(), ItemKind.REPORT).subjectId());
        handInByHead(lead, toWrite.subjectId(), 10);
        signIn(supervisor);
        open(Routes.report(toWrite.subjectId()));
        assertThat(find(Button.class).withText(text("review.returnAll")).all())
                .as("there is one only")
                .isEmpty();
        handInByHead(second, other.value(), 20);
        fixture.as(supervisor, () -> reviews.accept(other, fixture.handIn(other), null));

        signIn(supervisor);
        open(Routes.report(toWrite.subjectId()));
        click("review.returnAll");
        DatePicker due = find(DatePicker.class).single();
        test(due).setValue(LocalDate.of(2026, 3, 17));
        test(find(TextArea.class).single()).setValue("口径不一致");
        confirm("review.returnAll");
        assertThat(due.isInvalid()).as("the days that were left").isTrue();
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("口径不一致");
        test(due).setValue(LocalDate.of(2026, 4, 10));
        confirm("review.returnAll");

        assertThat(state()).isEqualTo(State.RETURNED);
        assertThat(fixture.as(supervisor, () -> reports.details(other)).report().state())
                .isEqualTo(State.RETURNED);
        signIn(second.staff());
        open(Routes.report(other.value()));
        assertThat(page()).contains("口径不一致", text("decision.RECALLED"));
    }

    @Test
    void offersAFinalReportOnWhatWasMissed() {
        fixture.as(
                supervisor,
                () -> plans.change(
                        directive, directives.get(directive).plan(), ReportingPlan.of(ReportingFrequency.NONE)));
        fixture.travelTo(Instant.parse("2026-04-20T02:00:00Z"));

        signIn(lead.staff());
        open(Routes.report(toWrite.subjectId()));
        assertThat(page()).contains(text("report.missed"), text("reportState.MISSED"));
        open(Routes.task(toWrite.keyTaskId()));
        assertThat(page()).contains(text("reportState.MISSED"));
        click("report.final.begin");

        assertThat(page()).contains(text("report.finalTitle", lead.name(), "2026年3月"), text("report.fact.covers"));
        signIn(supervisor);
        open(Routes.task(toWrite.keyTaskId()));
        assertThat(find(Button.class).withText(text("report.final.begin")).all())
                .isEmpty();
    }

    private void submit(Office office, long report, int percent) {
        hand(office.staff(), report, percent);
    }

    private void handInByHead(Office office, long report, int percent) {
        hand(office.head(), report, percent);
    }

    private void hand(Account account, long report, int percent) {
        ReportId id = new ReportId(report);
        fixture.as(
                account,
                () -> reports.submit(id, new ReportContent(percent, "已完成选址。", null, Map.of()), fixture.revision(id)));
    }

    private State state() {
        return fixture.as(supervisor, () -> reports.details(new ReportId(toWrite.subjectId())))
                .report()
                .state();
    }

    private String page() {
        return textOf((Component) getCurrentView());
    }

    private void click(String label) {
        test(find(Button.class).withText(text(label)).first()).click();
    }

    private void confirm(String label) {
        test(find(Button.class).withText(text(label)).all().getLast()).click();
    }
}
