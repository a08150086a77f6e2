package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.score.DepartmentScore;
import org.duban.score.LedgerId;
import org.duban.score.ScoreFilter;
import org.duban.score.ScoreLine;
import org.duban.support.Fixture.Office;
import org.duban.task.Decompositions;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.SubTaskDraft;
import org.duban.task.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a department is compared by: the duties that it had in the year, whatever became of them since. */
class ScoreRankingTests extends ScoreTest {

    @Autowired
    Transfers transfers;

    @Autowired
    Decompositions decompositions;

    @Test
    void leavesAYearThatIsOverAsItWas() {
        List<KeyTaskId> all = threeOfTheLead(LocalDate.of(2027, 12, 31));
        all.forEach(each -> sign(each, lead));
        DepartmentScore before = score(lead, 2026);
        assertThat(before).returns(1, DepartmentScore::rank).returns(3, DepartmentScore::duties);
        goTo(LocalDate.of(2027, 1, 11));

        transfer(all.getFirst(), lead, helper);
        withdrawTask(all.getLast());

        assertThat(score(lead, 2026)).isEqualTo(before);
        assertThat(fixture.as(supervisor, () -> scores.ranking(year(2026))))
                .extracting(DepartmentScore::department)
                .doesNotContain(helper.id());
        assertThat(score(lead, 2027).duties()).as("had for some days").isEqualTo(3);
        assertThat(score(helper, 2027).duties()).isOne();
    }

    @Test
    void doesNotCountTheYearsInWhichAKeyTaskWasClosed() {
        List<KeyTaskId> all = threeOfTheLead(LocalDate.of(2028, 12, 31));
        all.forEach(each -> sign(each, lead));
        apply(all.getFirst(), lead);
        close(all.getFirst(), Outcome.DONE);
        goTo(LocalDate.of(2028, 1, 10));
        reopen(all.getFirst(), LocalDate.of(2028, 6, 30));

        assertThat(score(lead, 2026).duties()).isEqualTo(3);
        assertThat(score(lead, 2027).duties()).isEqualTo(2);
        assertThat(score(lead, 2028).duties()).isEqualTo(3);
    }

    @Test
    void countsADutyForWhoeverWorkedOnIt() {
        List<KeyTaskId> all = threeOfTheLead(YEAR_END);
        sign(all.getFirst(), lead);
        transfer(all.getFirst(), lead, helper);
        DutyId disputed = dispute(all.get(1), lead);
        assertThat(score(lead, 2026).duties()).isEqualTo(3);

        fixture.as(supervisor, () -> acknowledgements.change(disputed, helper.id(), DutyRole.LEAD, "按职责调整"));

        assertThat(score(lead, 2026).duties()).as("one it never signed for").isEqualTo(2);
        assertThat(score(helper, 2026).duties()).isEqualTo(2);
        withdrawTask(all.getLast());
        assertThat(score(lead, 2026).duties()).as("nor did anybody there").isOne();
    }

    @Test
    void ranksNoDepartmentThatWasAbolished() {
        threeOfTheLead(YEAR_END).forEach(each -> sign(each, lead));
        assertThat(score(lead, 2026).rank()).isOne();

        fixture.abolish(lead, helper);

        assertThat(score(lead, 2026)).returns(0, DepartmentScore::rank).returns(3, DepartmentScore::points);
    }

    @Test
    void letsNobodyEarnByTasksThatItMadeForItself() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        sign(task, lead);
        DutyId duty = duty(task, lead).id();
        SubTaskDraft part = new SubTaskDraft("分工任务", null, LocalDate.of(2026, 4, 10), lead.id(), List.of());
        fixture.as(lead.head(), () -> decompositions.split(duty, Collections.nCopies(4, part)));
        List<KeyTaskId> parts = fixture.as(supervisor, () -> tasks.subTasks(task)).stream()
                .map(row -> row.task().id())
                .toList();
        goTo(LocalDate.of(2026, 3, 5));
        for (KeyTaskId each : parts) {
            sign(each, lead);
            apply(each, lead);
            close(each, Outcome.DONE);
        }

        assertThat(score(lead, 2026))
                .returns(1, DepartmentScore::duties)
                .returns(1, DepartmentScore::plus)
                .returns(0, DepartmentScore::rank);
        assertThat(last(lead))
                .returns("DONE_IN_TIME", ScoreLine::rule)
                .returns(0, ScoreLine::points)
                .returns(true, line -> line.fact().ownPart());
        assertThat(rules(lead)).filteredOn("SIGNED_LATE"::equals).hasSize(4);
        assertThat(score(lead, 2026).minus()).as("failures count").isNegative();
        assertThat(lines(lead, recompute())).as("and so they do anew").hasSameSizeAs(lines(lead));
        assertThat(total(lead)).isEqualTo(score(lead, 2026).points());
    }

    private List<KeyTaskId> threeOfTheLead(LocalDate dueOn) {
        DirectiveId directive = fixture.directive(supervisor, 3, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, dueOn);
        return tasksOf(directive);
    }

    private void transfer(KeyTaskId task, Office from, Office to) {
        DutyId duty = duty(task, from).id();
        fixture.as(supervisor, () -> transfers.transfer(duty, to.id(), "机构职能调整"));
    }

    private DepartmentScore score(Office office, int year) {
        return fixture.as(supervisor, () -> scores.ranking(year(year))).stream()
                .filter(each -> each.department().equals(office.id()))
                .findFirst()
                .orElseThrow();
    }

    private static ScoreFilter year(int year) {
        return new ScoreFilter(LedgerId.RUNNING, year, null);
    }
}
