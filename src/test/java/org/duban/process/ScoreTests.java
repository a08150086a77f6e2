package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.account.Account;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.inbox.ItemKind;
import org.duban.ladder.Urges;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.report.JointReturns;
import org.duban.report.ReportId;
import org.duban.score.DueBasis;
import org.duban.score.ScoreLine;
import org.duban.support.Fixture.Office;
import org.duban.task.Deed;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** 考核台账: what happens gives exactly one line, by the rule of its moment. */
class ScoreTests extends ScoreTest {

    private static final LocalDate DUE = LocalDate.of(2026, 4, 10);
    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    @Autowired
    Urges urges;

    @Autowired
    Extensions extensions;

    @Autowired
    Contributions contributions;

    @Autowired
    JointReturns joint;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void countsASignatureByItsClock() {
        Office late = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(helper), helps(late));

        sign(task, lead);
        goTo(LocalDate.of(2026, 3, 5));
        sign(task, helper);
        goTo(LocalDate.of(2026, 3, 10));
        sign(task, late);

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME");
        assertThat(rules(helper)).as("two working days until the 4th").containsExactly("URGED", "SIGNED_LATE");
        assertThat(rules(late)).startsWith("URGED").endsWith("SIGNED_VERY_LATE").hasSize(3);
        assertThat(lines(late).get(1).rule()).isEqualTo("ESCALATED_2");
        assertThat(last(helper))
                .returns(-1, ScoreLine::points)
                .returns(LocalDate.of(2026, 3, 4), ScoreLine::dueOn)
                .returns(calendar.at(LocalDate.of(2026, 3, 5), LocalTime.of(10, 0)), ScoreLine::occurredAt)
                .returns(task, ScoreLine::taskId);
        assertThat(last(helper).fact().workingDaysLate()).isOne();
        assertThat(last(helper).ruleVersion()).isPositive();
    }

    @Test
    void countsADayOffAfterTheDueDayAsLate() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        goTo(OPENING);
        jdbc.sql("UPDATE progress_report SET due_on = '2026-03-20'").update();
        ReportId report = reportOf(lead);
        goTo(LocalDate.of(2026, 3, 21));

        submit(lead, report, 10);

        assertThat(last(lead).rule()).as("on a Saturday").isEqualTo("REPORTED_LATE");
        assertThat(last(lead).fact().workingDaysLate()).isOne();
    }

    @Test
    void countsReportsInTimeLateReturnedAmendedAndMissed() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead), shares(helper));
        sign(task, lead, helper);
        goTo(OPENING);
        ReportId report = reportOf(lead);
        submit(lead, report, 10);
        sendBack(report, LocalDate.of(2026, 3, 27));
        submit(lead, report, 12);
        sendBack(report, LocalDate.of(2026, 3, 27));
        goTo(LocalDate.of(2026, 3, 30));
        submit(lead, report, 15);
        ReportId other = reportOf(helper);
        submit(helper, other, 10);
        assertThat(rules(lead))
                .containsExactly(
                        "SIGNED_IN_TIME",
                        "REPORTED_IN_TIME",
                        "REPORT_RETURNED",
                        "AMENDED_IN_TIME",
                        "REPORT_RETURNED",
                        "URGED",
                        "AMENDED_LATE");
        assertThat(rules(helper)).containsExactly("SIGNED_IN_TIME", "URGED", "REPORTED_LATE");

        accept(report);
        Set<Long> read = Set.of(fixture.handIn(other), fixture.handIn(report));
        fixture.as(supervisor, () -> joint.returnAll(other, read, "请统一口径", DUE.plusMonths(1)));
        assertThat(rules(lead)).endsWith("AMENDED_LATE", "REPORT_RETURNED");

        goTo(LocalDate.of(2026, 4, 16));
        goTo(LocalDate.of(2026, 5, 18));
        assertThat(rules(lead))
                .filteredOn("REPORT_MISSED"::equals)
                .as("April's")
                .hasSize(1);
        goTo(LocalDate.of(2026, 5, 22));
        submit(lead, reports(lead, task).getLast(), 30);
        assertThat(rules(lead)).endsWith("REPORTED_IN_TIME");
        goTo(LocalDate.of(2026, 6, 16));
        goTo(LocalDate.of(2026, 7, 8));
        submit(lead, reports(lead, task).getLast(), 40);
        assertThat(last(lead).rule()).isEqualTo("REPORTED_VERY_LATE");
    }

    /** Those to be written or amended now, the first period first. */
    private List<ReportId> reports(Office office, KeyTaskId task) {
        return items(office.staff()).stream()
                .filter(item -> item.kind() == ItemKind.REPORT)
                .map(item -> new ReportId(item.subjectId()))
                .sorted(Comparator.comparing(ReportId::value))
                .toList();
    }

    @Test
    void countsContributionsButNotWhatTheLeadDidNotWaitFor() {
        Office late = fixture.office();
        Office never = fixture.office();
        KeyTaskId task =
                launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead), helps(helper), helps(late), helps(never));
        sign(task, lead, helper, late, never);
        goTo(OPENING);
        contribute(helper);
        goTo(LocalDate.of(2026, 3, 24));
        contribute(late);
        submit(lead, reportOf(lead), 10);

        assertThat(rules(helper)).containsExactly("SIGNED_IN_TIME", "CONTRIBUTED_IN_TIME");
        assertThat(rules(late)).containsExactly("SIGNED_IN_TIME", "URGED", "CONTRIBUTED_LATE");
        assertThat(rules(never)).containsExactly("SIGNED_IN_TIME", "URGED", "CONTRIBUTION_MISSED");

        goTo(LocalDate.of(2026, 4, 16));
        submit(lead, reportOf(lead), 20);
        assertThat(rules(never)).as("before its due day").hasSize(3);
    }

    private void contribute(Office office) {
        ContributionId id =
                new ContributionId(only(office.staff(), ItemKind.CONTRIBUTE).subjectId());
        fixture.as(office.staff(), () -> contributions.submit(id, "已完成配合事项"));
    }

    @Test
    void countsEachStepOfTheLadderOnceHoweverOftenTheSweepRuns() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);

        liveUntil(LocalDate.of(2026, 5, 20));

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME", "URGED", "ESCALATED_2", "ESCALATED_3", "ESCALATED_4");
        assertThat(rules(helper)).as("who cooperates is not addressed").containsExactly("SIGNED_IN_TIME");
        assertThat(total(lead)).isEqualTo(1 - 1 - 2 - 4 - 8);
        goTo(LocalDate.of(2026, 5, 20), LocalTime.of(18, 0));
        assertThat(lines(lead)).hasSize(5);
    }

    @Test
    void countsAnUrgeByHand() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);

        DutyId duty = duty(task, lead).id();
        fixture.as(supervisor, () -> urges.urge(duty, "请加快"));
        refused("refusal.urge.tooSoon", () -> fixture.as(supervisor, () -> urges.urge(duty, "请加快")));

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME", "URGED");
    }

    @Test
    void countsACompletionForEachWhoSignedByTheDayOfTheApplication() {
        Office unsigned = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper), helps(unsigned));
        sign(task, lead, helper);
        goTo(LocalDate.of(2026, 4, 9));
        apply(task, lead);
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
        goTo(DUE);
        apply(task, lead);
        goTo(DUE.plusDays(5));

        close(task, Outcome.DONE);

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME", "COMPLETION_RETURNED", "DONE_IN_TIME");
        assertThat(last(lead).fact())
                .as("the supervisor's days are not the department's")
                .returns(0, fact -> fact.workingDaysLate())
                .returns(DueBasis.ORIGINAL, fact -> fact.dueBasis());
        assertThat(rules(helper)).containsExactly("SIGNED_IN_TIME", "HELPED_IN_TIME");
        assertThat(rules(unsigned)).doesNotContain("HELPED_IN_TIME");
    }

    @Test
    void countsEachOutcome() {
        assertThat(completed(DUE, Outcome.PARTLY)).containsExactly("PARTLY", "PARTLY");
        assertThat(completed(DUE.plusDays(3), Outcome.PARTLY)).containsExactly("PARTLY_LATE", "PARTLY_LATE");
        assertThat(completed(DUE.plusDays(3), Outcome.DONE)).containsExactly("DONE_LATE", "HELPED_LATE");
        assertThat(completed(DUE.plusDays(40), Outcome.DONE)).containsExactly("DONE_VERY_LATE", "HELPED_LATE");
        assertThat(completed(DUE, Outcome.ONGOING)).containsExactly("ONGOING", "ONGOING");
        assertThat(completed(DUE, Outcome.TERMINATED)).containsExactly("TERMINATED", "TERMINATED");
    }

    /** What both have of a key task of their own, due on the same day, for which was applied on the day. */
    private List<String> completed(LocalDate day, Outcome outcome) {
        goTo(MONDAY);
        Office first = fixture.office();
        Office second = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(first), helps(second));
        sign(task, first, second);
        goTo(day);
        apply(task, first);
        close(task, outcome);
        return List.of(last(first).rule(), last(second).rule());
    }

    @Test
    void takesAnExtendedDayForTheDueDayAndKeepsThatItWasExtended() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        DutyId duty = duty(task, lead).id();
        LocalDate later = LocalDate.of(2026, 6, 30);
        ExtensionId id = fixture.as(lead.head(), () -> extensions.ask(duty, ExtensionTest.request(later)));
        fixture.as(supervisor, () -> extensions.approve(id, later, null));
        goTo(later);
        apply(task, lead);
        close(task, Outcome.DONE);

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME", "DONE_EXTENDED");
        assertThat(last(lead).dueOn()).isEqualTo(later);
        assertThat(last(lead).fact().dueBasis()).isEqualTo(DueBasis.EXTENDED);

        reopen(task, LocalDate.of(2026, 9, 30));
        apply(task, lead);
        close(task, Outcome.DONE);
        assertThat(rules(lead)).as("not twice").endsWith("DONE_EXTENDED", "COMPLETED_AGAIN");
        assertThat(last(lead).points()).isZero();
    }

    @Test
    void countsNothingForWhatIsNobodysDoing() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead);
        DutyId disputed = dispute(task, helper);
        fixture.as(supervisor, () -> acknowledgements.withdraw(disputed, "确不相关"));
        goTo(OPENING);
        withdrawTask(task);
        liveUntil(LocalDate.of(2026, 4, 20));

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME");
        assertThat(lines(helper)).isEmpty();
    }

    @Test
    void isNoPartOfAnActionThatBreaksOff() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        DutyId duty = duty(task, lead).id();
        assertThatExceptionOfType(ModelCoverage.Broken.class)
                .isThrownBy(() -> ModelCoverage.breakingAt(
                        "acknowledgement/duty-signed",
                        0,
                        () -> fixture.as(lead.staff(), () -> acknowledgements.acknowledge(duty))));
        assertThat(count("score_event")).isZero();
        assertThat(count("score_line")).isZero();

        sign(task, lead);
        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME");
    }

    @Test
    void countsWhatIsToldTwiceOnce() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        long entry =
                jdbc.sql("SELECT MAX(id) FROM timeline_event").query(Long.class).single();
        Deed again = Deed.urged(entry, duty(task, lead).id(), "BY_HAND/7");

        for (int time = 0; time < 2; time++) {
            transactions.executeWithoutResult(status -> events.publishEvent(again));
        }

        assertThat(rules(lead)).containsExactly("SIGNED_IN_TIME", "URGED");
    }

    @Test
    void linksEachLineToTheEntryOfTheTimelineAndKeepsItsInputs() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);
        goTo(DUE.plusDays(4));

        List<Map<String, Object>> rows = jdbc.sql(
                        """
                        SELECT v.kind AS entry, l.inputs FROM score_line l JOIN score_event e ON e.id = l.event_id
                          JOIN timeline_event v ON v.id = e.timeline_event_id AND v.key_task_id = e.key_task_id
                         ORDER BY l.id""")
                .query()
                .listOfRows();
        assertThat(rows)
                .extracting(row -> row.get("entry"))
                .containsExactly("ACKNOWLEDGED", "ACKNOWLEDGED", "ESCALATED");
        assertThat(rows.getLast().get("inputs"))
                .isEqualTo("kind=URGED role=LEAD workingDaysLate=0 level=0 outcome=NONE dueBasis=ORIGINAL");
    }

    @Test
    void showsADepartmentItsOwnAlone() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        Account other = fixture.supervisor();
        Account leader = fixture.leader();

        assertThat(lines(lead.staff(), lead, THIS_YEAR.ledger())).hasSize(1);
        assertThat(lines(lead.staff(), helper, THIS_YEAR.ledger()))
                .as("a fellow's")
                .isEmpty();
        assertThat(lines(other, lead, THIS_YEAR.ledger())).isEmpty();
        assertThat(lines(supervisor, lead, THIS_YEAR.ledger())).hasSize(1);
        assertThat(lines(leader, helper, THIS_YEAR.ledger())).hasSize(1);
        assertThat(fixture.as(lead.staff(), () -> scores.of(task)))
                .extracting(ScoreLine::departmentId)
                .containsExactly(lead.id());
        assertThat(fixture.as(supervisor, () -> scores.of(task))).hasSize(2);
        assertThat(fixture.as(lead.head(), () -> scores.ranking(THIS_YEAR)))
                .singleElement()
                .returns(lead.id(), each -> each.department())
                .returns(0, each -> each.rank());
        assertThat(fixture.as(other, () -> scores.ranking(THIS_YEAR))).isEmpty();
    }
}
