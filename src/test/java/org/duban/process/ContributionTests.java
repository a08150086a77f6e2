package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.LadderRecords;
import org.duban.report.Contribution;
import org.duban.report.Contribution.State;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 配合意见: asked early, and not waited for. */
class ContributionTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 20);

    @Autowired
    Contributions contributions;

    @Autowired
    LadderRecords records;

    private Office second;
    private Office joint;
    private KeyTaskId task;

    @BeforeEach
    void open() {
        second = fixture.office();
        joint = fixture.office();
        Office unsigned = fixture.office();
        task = launched(
                ReportingFrequency.MONTHLY,
                YEAR_END,
                shares(joint),
                leads(lead),
                helps(helper),
                helps(second),
                helps(unsigned));
        sign(task, lead, joint, helper, second);
        goTo(OPENING);
        assertThat(kinds(unsigned.staff())).as("who has not signed").containsExactly(ItemKind.ACKNOWLEDGE);
    }

    @Test
    void areAskedOnceForTheReportOfTheLead() {
        assertThat(only(helper.staff(), ItemKind.CONTRIBUTE).dueOn())
                .as("three working days before the 25th")
                .isEqualTo(DUE);
        assertThat(count("contribution")).isEqualTo(2);
        assertThat(contribution(helper).report()).isEqualTo(reportOf(lead));

        submit(helper, "已完成配合事项");

        assertThat(items(helper.staff())).isEmpty();
        assertThat(kinds(second.staff())).as("not disturbed").containsExactly(ItemKind.CONTRIBUTE);
        assertThat(history(task)).endsWith(Kind.CONTRIBUTED);
        for (Office reader : List.of(lead, joint, second)) {
            assertThat(onReport(reader, reportOf(lead)))
                    .extracting(Contribution::body)
                    .contains("已完成配合事项");
        }
        assertThat(onReport(joint, reportOf(joint))).as("of the period").hasSize(2);
        submit(second, "无");
        accept(handIn());
        assertThat(states()).containsExactly(State.SUBMITTED, State.SUBMITTED);
    }

    @Test
    void areNotWaitedFor() {
        ContributionId late = contribution(second).id();
        submit(helper, "已完成配合事项");
        handIn();

        assertThat(states()).containsExactly(State.SUBMITTED, State.NOT_WAITED_FOR);
        assertThat(items(second.staff())).isEmpty();
        assertThat(times(task, Kind.CONTRIBUTION_NOT_WAITED_FOR)).isOne();
        refused("refusal.contribution.notWaitedFor", () -> submit(second, late, "迟到的意见"));
        ledgerAndEngine.check();
        sendBack(report(), YEAR_END);
        assertThat(items(second.staff())).as("nor asked again").isEmpty();
    }

    @Test
    void areRefusedTwiceEmptyOrTooLong() {
        ContributionId id = contribution(helper).id();
        refused("refusal.contribution.textMissing", () -> submit(helper, id, "  "));
        refused("refusal.textTooLong", () -> submit(helper, id, "字".repeat(Contribution.LONGEST + 1)));
        refused("refusal.notFound", () -> submit(second, id, "不是我的"));
        submit(helper, id, "已完成");
        alreadyHandled(helper.head(), () -> contributions.submit(id, "再来一次"));
    }

    @Test
    void keepWhatIsBeingWritten() {
        ContributionId id = contribution(helper).id();
        assertThat(draft(helper, id).body()).isEmpty();
        assertThat(save(helper, id, "已完成", 0).revision()).isOne();

        assertThat(fixture.as(helper.head(), () -> contributions.draft(id)))
                .as("a colleague reads it")
                .satisfies(draft -> assertThat(draft.body()).isEqualTo("已完成"))
                .satisfies(draft ->
                        assertThat(draft.savedBy()).isEqualTo(helper.staff().displayName()));
        refused("refusal.report.newerDraft", () -> save(helper, id, "还没看到", 0));
        refused("refusal.textTooLong", () -> save(helper, id, "字".repeat(Contribution.LONGEST + 1), 1));
        refused("refusal.notFound", () -> save(lead, id, "不是我的", 1));
        refused("refusal.notFound", () -> draft(lead, id));
        assertThat(onReport(lead, reportOf(lead)))
                .as("nobody else reads a draft")
                .extracting(Contribution::body)
                .containsOnlyNulls();
        assertThat(draft(helper, id).body()).isEqualTo("已完成");

        submit(helper, "已完成配合事项");
        alreadyHandled(helper.staff(), () -> contributions.saveDraft(id, "太迟", 1));
    }

    @Test
    void keepADraftFromTheHeirOfTheDepartment() {
        ContributionId id = contribution(helper).id();
        save(helper, id, "本部门内部情况", 0);
        Office heir = fixture.office();
        fixture.abolish(helper, heir);
        fixture.as(
                supervisor, () -> successions.acceptOnlyHeir(duty(task, helper).id()));

        assertThat(draft(heir, id).body()).isEmpty();
        save(heir, id, "接着写", draft(heir, id).revision());
    }

    private Contribution.Draft draft(Office office, ContributionId id) {
        return fixture.as(office.staff(), () -> contributions.draft(id));
    }

    private Contribution.Draft save(Office office, ContributionId id, String words, int basedOn) {
        return fixture.as(office.staff(), () -> contributions.saveDraft(id, words, basedOn));
    }

    @Test
    void areUrgedOnceWhenLate() {
        liveUntil(DUE);
        assertThat(times(task, Kind.CONTRIBUTION_URGED)).isZero();
        submit(helper, "已完成");
        liveUntil(DUE.plusDays(10));
        assertThat(times(task, Kind.CONTRIBUTION_URGED)).as("the other one").isOne();
        submit(second, "迟了");
        assertThat(contribution(second).late()).isTrue();
    }

    @Test
    void climbTheLadderWhenLate() {
        submit(helper, "已完成");
        liveUntil(calendar.plusWorkingDays(DUE, 3));
        assertThat(steps()).extracting(EscalationStep::level).containsExactly(1);

        liveUntil(calendar.plusWorkingDays(DUE, 10));

        assertThat(steps())
                .extracting(EscalationStep::level, EscalationStep::rule, EscalationStep::departmentName)
                .containsExactly(tuple(2, "CONTRIBUTION_2", second.name()), tuple(1, "CONTRIBUTION_1", second.name()));
        assertThat(times(task, Kind.CONTRIBUTION_ESCALATED))
                .as("the first is the urge")
                .isOne();
        assertThat(kinds(second.head())).contains(ItemKind.RECEIVE_ESCALATION);
        submit(second, "迟了");
        liveUntil(calendar.plusWorkingDays(DUE, 12));
        assertThat(steps()).hasSize(2);
    }

    /** What was raised for contributions. */
    private List<EscalationStep> steps() {
        return fixture.as(supervisor, () -> records.of(task)).steps().stream()
                .filter(step -> step.kind() == DeadlineKind.CONTRIBUTION)
                .toList();
    }

    @Test
    void goToTheHeirOfTheDepartment() {
        Office heir = fixture.office();
        fixture.abolish(helper, heir);
        fixture.as(
                supervisor, () -> successions.acceptOnlyHeir(duty(task, helper).id()));

        assertThat(items(helper.staff())).isEmpty();
        submit(heir, "由承接部门提供");
        assertThat(states()).containsExactly(State.SUBMITTED, State.OPEN);
    }

    @Test
    void endWithADutyThatGoesIntoAnother() {
        fixture.abolish(helper, second);
        fixture.as(
                supervisor, () -> successions.acceptOnlyHeir(duty(task, helper).id()));

        assertThat(states()).as("the other's alone").containsExactly(State.OPEN);
        assertThat(kinds(second.staff())).containsExactly(ItemKind.CONTRIBUTE);
    }

    @Test
    void endWithTheKeyTask() {
        apply(task, lead);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        assertThat(items(helper.staff())).isEmpty();
        refused("refusal.handledBefore", () -> submit(helper, contributionId(helper), "已结束"));
    }

    @Autowired
    org.duban.task.Successions successions;

    private ReportId handIn() {
        ReportId report = reportOf(lead);
        submit(lead, report, 10);
        return report;
    }

    private ReportId report() {
        return new ReportId(jdbc.sql("SELECT MIN(report_id) FROM contribution")
                .query(Long.class)
                .single());
    }

    private ContributionId contributionId(Office office) {
        return new ContributionId(jdbc.sql("SELECT id FROM contribution WHERE department_id = :id")
                .param("id", office.id().value())
                .query(Long.class)
                .single());
    }

    private Contribution contribution(Office office) {
        return fixture.as(supervisor, () -> contributions.details(contributionId(office)))
                .contribution();
    }

    private void submit(Office office, String text) {
        submit(
                office,
                new ContributionId(only(office.staff(), ItemKind.CONTRIBUTE).subjectId()),
                text);
    }

    private void submit(Office office, ContributionId id, String text) {
        fixture.as(office.staff(), () -> contributions.submit(id, text));
    }

    private List<Contribution> onReport(Office reader, ReportId report) {
        return fixture.as(reader.staff(), () -> reports.details(report)).contributions();
    }

    private List<State> states() {
        return fixture.as(supervisor, () -> reports.details(report())).contributions().stream()
                .map(Contribution::state)
                .toList();
    }
}
