package org.duban.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.duban.support.Refused.assertRefused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.base.DueKey;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.inbox.ItemKind;
import org.duban.support.Fixture;
import org.duban.support.IntegrationTest;
import org.duban.support.ReportFixture;
import org.duban.task.Completions;
import org.duban.task.DutyId;
import org.duban.task.KeyTasks;
import org.duban.task.Outcome;
import org.duban.task.TargetClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@IntegrationTest
@Import(ReportFixture.class)
class ReportsTests {

    @Autowired
    Fixture fixture;

    @Autowired
    ReportFixture reportFixture;

    @Autowired
    MovableClock clock;

    @Autowired
    Reports reports;

    @Autowired
    Reviews reviews;

    @Autowired
    BatchReviews batch;

    @Autowired
    Completions completions;

    @Autowired
    KeyTasks tasks;

    ReportFixture.Open open;

    @BeforeEach
    void openAReport() {
        open = reportFixture.open();
    }

    @Test
    void proposesFiveWorkingDaysForAnAmendmentButNeverLessThanWasLeft() {
        clock.travelTo(Instant.parse("2026-03-19T02:00:00Z"));

        Instant now = clock.instant();
        assertThat(reviews.proposedDue(LocalDate.of(2026, 3, 25), now)).isEqualTo(LocalDate.of(2026, 3, 26));
        assertThat(reviews.proposedDue(LocalDate.of(2026, 3, 31), now)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(reviews.earliestDue(LocalDate.of(2026, 3, 25), now)).isEqualTo(LocalDate.of(2026, 3, 25));
    }

    @Test
    void keepsADraftExactlyAsTyped() {
        long target = details().targets().getFirst().id();
        ReportContent typed = new ReportContent(120, "  第一段\n\n", " ", Map.of(target, new BigDecimal("312.5000")));

        ProgressReport.Draft saved = save(typed, 0);

        ProgressReport.Draft read = details().report().draft();
        assertThat(read).isEqualTo(saved);
        assertThat(read.percent()).isEqualTo(120);
        assertThat(read.body()).isEqualTo("  第一段\n\n");
        assertThat(read.problems()).isEqualTo(" ");
        assertThat(read.actuals()).containsExactly(Map.entry(target, new BigDecimal("312.5")));
        assertThat(read.savedBy()).isEqualTo(open.lead().staff().displayName());
        assertThat(read.savedAt()).isEqualTo(clock.instant());
    }

    @Test
    void keepsTheDraftOfWhoeverSavedFirst() {
        save(draft("甲写的"), 0);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> fixture.as(open.lead().head(), () -> reports.saveDraft(open.report(), draft("乙写的"), 0)))
                .satisfies(refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("refusal.report.newerDraft");
                    assertThat(refusal.arguments())
                            .containsExactly(open.lead().staff().displayName(), clock.instant());
                });
        assertThat(details().report().draft().body()).isEqualTo("甲写的");
        fixture.as(open.lead().head(), () -> reports.saveDraft(open.report(), draft("乙写的"), 1));
        assertThat(details().report().draft().body()).isEqualTo("乙写的");
    }

    @Test
    void handsInNothingOverAColleaguesNewerDraft() {
        save(draft("甲写的"), 0);
        ReportContent content = new ReportContent(20, "乙写的", null, Map.of());

        assertRefused(
                "refusal.report.newerDraft",
                () -> fixture.as(open.lead().head(), () -> reports.submit(open.report(), content, 0)));
        assertThat(details().report().draft().body()).isEqualTo("甲写的");
        fixture.as(open.lead().head(), () -> reports.submit(open.report(), content, 1));
        assertThat(details().submissions()).extracting(Submission::body).containsExactly("乙写的");
    }

    @Test
    void refusesADraftThatTheLedgerCannotKeep() {
        long target = details().targets().getFirst().id();
        assertRefused("refusal.textTooLong", () -> save(draft("长".repeat(4001)), 0));
        assertRefused(
                "refusal.report.actual",
                () -> save(new ReportContent(1, "", "", Map.of(target, new BigDecimal("0.00001"))), 0));
        assertRefused(
                "refusal.report.actual",
                () -> save(new ReportContent(1, "", "", Map.of(target, new BigDecimal("1E17"))), 0));
        save(new ReportContent(1, "长".repeat(4000), "长".repeat(2000), Map.of(target, new BigDecimal("1E15"))), 0);
    }

    @Test
    void refusesAnIncompleteHandIn() {
        assertRefused("refusal.report.percent", () -> submit(null, "已开工"));
        assertRefused("refusal.report.percent", () -> submit(101, "已开工"));
        assertRefused("refusal.report.percent", () -> submit(-1, "已开工"));
        assertRefused("refusal.report.bodyMissing", () -> submit(20, "  "));
    }

    @Test
    void countsTheDueDayAsInTime() {
        fixture.travelTo(Instant.parse("2026-03-25T15:59:59Z"));
        submit(20, "最后一刻");
        assertThat(details().submissions().getFirst().late()).isFalse();
    }

    @Test
    void countsTheNextDayAsLateAndNeverTakesItBack() {
        fixture.travelTo(Instant.parse("2026-03-25T16:00:00Z"));
        assertThat(summary().late()).isTrue();
        submit(20, "迟到");
        giveBack("补充", LocalDate.of(2026, 4, 1));
        submit(25, "已补充");

        assertThat(details().submissions()).extracting(Submission::late).containsExactly(false, true);
        assertThat(summary().late()).isTrue();
    }

    @Test
    void keepsLateWhatBecameVoidUnwritten() {
        closeTheKeyTaskAt("2026-03-25T16:00:00Z");

        assertThat(summary().report().state()).isEqualTo(ProgressReport.State.VOID);
        assertThat(summary().late()).isTrue();
        assertThat(details().late()).isTrue();
    }

    @Test
    void keepsLateWhatBecameVoidUnamended() {
        submit(20, "已开工");
        giveBack("补充", LocalDate.of(2026, 4, 1));
        closeTheKeyTaskAt("2026-04-01T16:00:00Z");

        assertThat(summary().late()).isTrue();
        assertThat(details().late()).isTrue();
    }

    @Test
    void callsNothingLateThatBecameVoidInTime() {
        closeTheKeyTaskAt("2026-03-25T15:59:59Z");
        fixture.travelTo(Instant.parse("2026-04-10T02:00:00Z"));

        assertThat(summary().late()).isFalse();
        assertThat(details().late()).isFalse();
    }

    @Test
    void listsTheReportsOfTheNewestPeriods() {
        fixture.travel(Duration.ofDays(31));

        List<ReportSummary> newest = fixture.as(open.supervisor(), () -> reports.of(open.task(), 1));
        assertThat(newest)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.report().period().from()).isEqualTo(LocalDate.of(2026, 4, 1)));
        assertThat(fixture.as(open.supervisor(), () -> reports.of(open.task(), 2)))
                .hasSize(4);
    }

    @Test
    void doesNotLetAnOlderPeriodOverruleANewerOne() {
        submit(30, "上月的进展");
        fixture.travel(Duration.ofDays(31));
        ReportId newer = reportFixture.newest(open.lead().staff(), open.task());
        reportFixture.submit(open.lead().staff(), newer, 60);
        reportFixture.accept(open.supervisor(), newer);
        reportFixture.accept(open.supervisor(), open.report());

        assertThat(details().previousPercent()).isEqualTo(60);
        assertThat(fixture.as(open.supervisor(), () -> tasks.details(open.task()))
                        .task()
                        .percent())
                .isEqualTo(30);
    }

    @Test
    void remembersWhatWasAcceptedForThePeriodBefore() {
        submit(30, "上月的进展");
        fixture.as(open.supervisor(), () -> reviews.accept(open.report(), fixture.handIn(open.report()), "很好"));
        fixture.travel(Duration.ofDays(31));
        ReportId next = reportFixture.newest(open.lead().staff(), open.task());

        Optional<PreviousReport> previous = fixture.as(open.lead().staff(), () -> reports.previous(next));

        assertThat(previous).hasValueSatisfying(before -> {
            assertThat(before.id()).isEqualTo(open.report());
            assertThat(before.submission().percent()).isEqualTo(30);
            assertThat(before.submission().body()).isEqualTo("上月的进展");
        });
        assertThat(fixture.as(open.supervisor(), () -> reports.previous(open.report())))
                .isEmpty();
    }

    @Test
    void goesOnFromNothingThatWasNotAcceptedOrThatOthersWrote() {
        submit(30, "还没有审核");
        fixture.travel(Duration.ofDays(31));
        ReportId next = reportFixture.newest(open.lead().staff(), open.task());

        assertThat(fixture.as(open.lead().staff(), () -> reports.previous(next)))
                .isEmpty();
        fixture.as(open.supervisor(), () -> reviews.accept(open.report(), fixture.handIn(open.report()), null));
        ReportId ofFellow = reportFixture.newest(open.fellow().staff(), open.task());
        assertThat(fixture.as(open.fellow().staff(), () -> reports.previous(ofFellow)))
                .isEmpty();
    }

    @Test
    void queuesAReportWithWhatAReviewerNeeds() {
        submit(20, "已开工");

        List<ReviewRow> queue = fixture.as(open.supervisor(), () -> reviews.queue(DueKey.START, 10))
                .rows();

        assertThat(queue).singleElement().satisfies(row -> {
            assertThat(row.reportId()).isEqualTo(open.report());
            assertThat(row.period().from()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(row.submission().percent()).isEqualTo(20);
            assertThat(row.previousPercent()).isNull();
            assertThat(row.item().aboutDepartment()).isEqualTo(open.lead().name());
            assertThat(row.item().dueOn()).isEqualTo(LocalDate.of(2026, 3, 19));
        });
    }

    @Test
    void acceptsABatchUpToWhatCannotBeAccepted() {
        ReportFixture.Open second = reportFixture.open(open.supervisor());
        submit(20, "已开工");
        reportFixture.submit(second.lead().staff(), second.report(), 40);
        reportFixture.accept(open.supervisor(), open.report());

        List<BatchReviews.Result> results =
                fixture.as(open.supervisor(), () -> batch.acceptAll(List.of(choice(open), choice(second))));

        assertThat(results.getFirst().refusal().messageKey()).isEqualTo("refusal.handledBefore");
        assertThat(results.getLast().refusal()).isNull();
        assertThat(fixture.as(open.supervisor(), () -> reviews.queue(DueKey.START, 10))
                        .rows())
                .isEmpty();
    }

    @Test
    void refusesAReturnWithoutReasonOrIntoThePast() {
        submit(20, "已开工");
        assertRefused("refusal.reasonMissing", () -> giveBack(" ", LocalDate.of(2026, 4, 1)));
        assertRefused("refusal.review.newDue", () -> giveBack("补充", null));
        assertRefused("refusal.review.newDue", () -> giveBack("补充", LocalDate.of(2026, 3, 24)));
        giveBack("补充", LocalDate.of(2026, 3, 25));
        assertThat(reportFixture.item(open.lead().staff(), ItemKind.AMEND).dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 25));
        assertRefused("refusal.handledBefore", () -> giveBack("补充", LocalDate.of(2026, 3, 25)));
    }

    @Test
    void decidesOnlyOnTheHandInThatWasRead() {
        submit(20, "已开工");
        long read = fixture.handIn(open.report());
        giveBack("补充", LocalDate.of(2026, 4, 1));
        submit(25, "无人读过");

        assertRefused(
                "refusal.handledBefore",
                () -> fixture.as(open.supervisor(), () -> reviews.accept(open.report(), read, null)));
        assertRefused(
                "refusal.handledBefore",
                () -> fixture.as(
                        open.supervisor(),
                        () -> reviews.returnForAmendment(open.report(), read, "补充", LocalDate.of(2026, 4, 1))));
        BatchReviews.Choice stale = new BatchReviews.Choice(open.report(), read);
        assertThat(fixture.as(open.supervisor(), () -> batch.acceptAll(List.of(stale))))
                .extracting(result -> result.refusal().messageKey())
                .containsExactly("refusal.handledBefore");
        long newer = fixture.handIn(open.report());
        assertThat(fixture.as(open.supervisor(), () -> reviews.stillWaiting(List.of(read, newer))))
                .containsExactly(newer);
        assertThat(details().report().state()).isEqualTo(ProgressReport.State.SUBMITTED);
    }

    @Test
    void takesNothingMoreOnceTheKeyTaskIsClosed() {
        submit(100, "全部完成");
        long duty = details().report().dutyId().value();
        applyForCompletion(new DutyId(duty));
        fixture.as(
                open.supervisor(),
                () -> completions.close(open.task(), fixture.application(open.task()), Outcome.DONE, null));

        assertThat(details().report().state()).isEqualTo(ProgressReport.State.VOID);
        assertThat(details().submissions()).hasSize(1);
        assertRefused("refusal.handledBefore", () -> submit(100, "再报"));
        assertRefused("refusal.handledBefore", () -> save(draft("再写"), 1));
        assertRefused("refusal.handledBefore", () -> reportFixture.accept(open.supervisor(), open.report()));
    }

    private void closeTheKeyTaskAt(String moment) {
        fixture.travelTo(Instant.parse(moment));
        DutyId duty = details().report().dutyId();
        applyForCompletion(duty);
        long read = fixture.application(open.task());
        fixture.as(open.supervisor(), () -> completions.close(open.task(), read, Outcome.DONE, null));
    }

    private void applyForCompletion(DutyId duty) {
        List<TargetClaim> claims = fixture.as(open.supervisor(), () -> tasks.details(open.task())).targets().stream()
                .map(target -> new TargetClaim(target.id(), target.amount(), "已建成"))
                .toList();
        fixture.as(open.lead().staff(), () -> completions.apply(duty, "全部完成", claims));
        fixture.countersign(open.task());
    }

    private void giveBack(String reason, LocalDate newDue) {
        reportFixture.giveBack(open.supervisor(), open.report(), reason, newDue);
    }

    private BatchReviews.Choice choice(ReportFixture.Open of) {
        return new BatchReviews.Choice(of.report(), fixture.handIn(of.report()));
    }

    private ReportDetails details() {
        return fixture.as(open.lead().staff(), () -> reports.details(open.report()));
    }

    private ReportSummary summary() {
        return fixture.as(open.supervisor(), () -> reports.of(open.task(), 9)).stream()
                .filter(row -> row.report().id().equals(open.report()))
                .findFirst()
                .orElseThrow();
    }

    private ProgressReport.Draft save(ReportContent content, int basedOn) {
        return fixture.as(open.lead().staff(), () -> reports.saveDraft(open.report(), content, basedOn));
    }

    private void submit(Integer percent, String body) {
        fixture.as(
                open.lead().staff(),
                () -> reports.submit(
                        open.report(),
                        new ReportContent(percent, body, null, Map.of()),
                        fixture.revision(open.report())));
    }

    private static ReportContent draft(String body) {
        return new ReportContent(null, body, "", Map.of());
    }
}
