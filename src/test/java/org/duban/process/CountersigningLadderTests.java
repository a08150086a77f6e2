package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.ladder.DeadlineKind;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.junit.jupiter.api.Test;

/** 会签与升级督办: while departments countersign, those who have not answered have the ball. */
class CountersigningLadderTests extends LadderTest {

    @Test
    void climbsAgainstThoseWhoDoNotCountersign() {
        Office joint = fixture.office();
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), shares(joint), helps(helper));
        sign(task, lead, joint, helper);
        liveUntil(DUE);
        applyOnly(task, lead);
        agree(task, joint);

        climbs(DUE, () -> task(task).escalationLevel(), Map.of(1, 1, 3, 1, 6, 2, 11, 3));

        ledgerAndEngine.check();
        assertThat(kinds(helper.head())).contains(ItemKind.RECEIVE_ESCALATION, ItemKind.COUNTERSIGN);
        assertThat(scored("URGED/TASK_LATE/%", helper)).isOne();
        assertThat(scored("ESCALATED/%", helper)).isEqualTo(2);
        for (Office answered : List.of(lead, joint)) {
            assertThat(kinds(answered.head())).doesNotContain(ItemKind.RECEIVE_ESCALATION);
            assertThat(scored("URGED/TASK_LATE/%", answered)).isZero();
            assertThat(scored("ESCALATED/%", answered)).isZero();
        }
        agree(task, helper);
        liveUntil(calendar.plusWorkingDays(DUE, 25));
        assertThat(task(task).escalationLevel())
                .as("the supervisors have the ball")
                .isEqualTo(3);
    }

    @Test
    void climbsOnWhereTheApplicationIsTakenBack() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);
        liveUntil(DUE.plusDays(1));
        applyOnly(task, lead);
        liveUntil(calendar.plusWorkingDays(DUE, 10));
        long applied = application(task).id();
        fixture.as(lead.staff(), () -> completions.takeBack(applied));

        liveUntil(calendar.plusWorkingDays(DUE, 12));

        assertThat(level(task, DeadlineKind.TASK)).isEqualTo(3);
        assertThat(steps(task).getFirst().workingDaysLate()).isGreaterThanOrEqualTo(11);
    }

    @Test
    void remindsNobodyOfADayForWhichWasAppliedInTime() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);
        applyOnly(task, lead);

        liveUntil(DUE);

        assertThat(fixture.as(supervisor, () -> records.of(task)).reminders()).isEmpty();
    }

    private int scored(String source, Office office) {
        return jdbc.sql("SELECT COUNT(*) FROM score_event WHERE source LIKE :source AND department_id = :department")
                .param("source", source)
                .param("department", office.id().value())
                .query(Integer.class)
                .single();
    }
}
