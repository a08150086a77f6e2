package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.cooperating;
import static org.duban.support.Ledger.joint;
import static org.duban.support.Ledger.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.DueKey;
import org.duban.report.ReportId;
import org.duban.report.Reviews;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnEveryDatabase
class BallHoldersTests {

    private static final Instant MARCH = Instant.parse("2026-03-16T02:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T02:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-15T02:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-02T02:00:00Z");

    @Autowired
    Fixture fixture;

    @Autowired
    Ledger ledger;

    @Autowired
    KeyTasks tasks;

    @Autowired
    Reviews reviews;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    Completions completions;

    @Autowired
    SiteChecks siteChecks;

    Account supervisor;
    Fixture.Office first;
    Fixture.Office second;

    @BeforeEach
    void makePeople() {
        supervisor = fixture.supervisor();
        first = fixture.office();
        second = fixture.office();
    }

    @Test
    void areTheReportingDepartmentsSinceTheLaunch() {
        KeyTaskId task = ledger.launch(supervisor, lead(first), cooperating(second));
        assertThat(holdersOf(task, JULY))
                .containsExactly(new BallHolder(first.name(), BallHolder.Move.SIGN, null, Ledger.LAUNCH));
    }

    @Test
    void keepTheBallThoughALaterPeriodOpened() {
        KeyTaskId task = ledger.launch(supervisor, lead(first));
        ledger.sign(task, first);
        accept(task, first, 40);
        fixture.travelTo(JUNE);
        assertThat(holdersOf(task, JULY))
                .containsExactly(new BallHolder(first.name(), BallHolder.Move.REPORT, 40, APRIL));
    }

    @Test
    void areTheSupervisorsWhereAReportWaitsForThem() {
        KeyTaskId task = ledger.launch(supervisor, joint(first), joint(second));
        ledger.sign(task, first);
        fixture.travelTo(MARCH);
        ledger.submit(task, first, 40);
        List<BallHolder> holders = holdersOf(task, JULY);
        assertThat(holders)
                .contains(
                        new BallHolder(null, BallHolder.Move.REVIEW, null, MARCH),
                        new BallHolder(second.name(), BallHolder.Move.SIGN, null, Ledger.LAUNCH));
    }

    @Test
    void areTheSupervisorsWhereADutyIsDisputed() {
        KeyTaskId task = ledger.launch(supervisor, lead(first));
        fixture.travelTo(MARCH);
        DutyId duty = ledger.duty(task, first);
        fixture.as(supervisor, () -> acknowledgements.takeUp(duty, "久未签收"));
        assertThat(holdersOf(task, JULY)).containsExactly(new BallHolder(null, BallHolder.Move.DECIDE, null, MARCH));
    }

    @Test
    void areOnlyThoseWhoAreNotThrough() {
        KeyTaskId task = ledger.launch(supervisor, joint(first), joint(second));
        ledger.sign(task, first);
        accept(task, first, 100);
        assertThat(holdersOf(task, JULY))
                .containsExactly(new BallHolder(second.name(), BallHolder.Move.SIGN, null, Ledger.LAUNCH));
    }

    @Test
    void areAllReportersWhereOnlyTheApplicationIsMissing() {
        KeyTaskId task = ledger.launch(supervisor, lead(first));
        ledger.sign(task, first);
        accept(task, first, 100);
        assertThat(holdersOf(task, JULY))
                .containsExactly(new BallHolder(first.name(), BallHolder.Move.APPLY, 100, APRIL));
    }

    @Test
    void areTheSupervisorsAloneOnceCompletionIsAppliedFor() {
        KeyTaskId task = ledger.launch(supervisor, joint(first), joint(second));
        ledger.sign(task, first);
        DutyId duty = ledger.duty(task, first);
        fixture.travelTo(MARCH);
        fixture.as(first.staff(), () -> completions.apply(duty, "全部完成"));
        assertThat(holdersOf(task, JULY)).containsExactly(new BallHolder(null, BallHolder.Move.VERIFY, null, MARCH));
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
        assertThat(holdersOf(task, JULY)).extracting(BallHolder::since).containsOnly(JULY);
    }

    @Test
    void areThoseWhoHaveNotCountersignedThenWhoeverChecks() {
        Fixture.Office third = fixture.office();
        KeyTaskId task = ledger.launch(supervisor, lead(first), joint(second), cooperating(third));
        for (Fixture.Office office : new Fixture.Office[] {first, second, third}) {
            ledger.sign(task, office);
        }
        DutyId duty = ledger.duty(task, first);
        fixture.travelTo(MARCH);
        fixture.as(first.staff(), () -> completions.apply(duty, "全部完成"));
        assertThat(holdersOf(task, JULY))
                .containsExactlyInAnyOrder(
                        new BallHolder(second.name(), BallHolder.Move.COUNTERSIGN, null, MARCH),
                        new BallHolder(third.name(), BallHolder.Move.COUNTERSIGN, null, MARCH));
        fixture.countersign(task);
        assertThat(holdersOf(task, JULY)).containsExactly(new BallHolder(null, BallHolder.Move.VERIFY, null, JULY));
        SiteVisit visit = new SiteVisit(LocalDate.of(2026, 7, 31), null, "督查一组");
        fixture.as(supervisor, () -> siteChecks.order(task, fixture.application(task), visit, "核实情况"));
        assertThat(holdersOf(task, JULY)).containsExactly(new BallHolder(null, BallHolder.Move.CHECK, null, JULY));
    }

    private void accept(KeyTaskId task, Fixture.Office office, int percent) {
        fixture.travelTo(MARCH);
        ReportId report = ledger.submit(task, office, percent);
        fixture.travelTo(APRIL);
        fixture.as(supervisor, () -> reviews.accept(report, fixture.handIn(report), null));
    }

    private List<BallHolder> holdersOf(KeyTaskId task, Instant moment) {
        fixture.travelTo(moment);
        return fixture.as(supervisor, () -> tasks.overdue(DueKey.START, 10)).rows().stream()
                .filter(row -> row.row().task().id().equals(task))
                .findFirst()
                .orElseThrow()
                .holders();
    }
}
