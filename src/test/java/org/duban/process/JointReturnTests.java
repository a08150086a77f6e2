package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.Account;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.JointReturns;
import org.duban.report.ProgressReport.State;
import org.duban.report.ReportId;
import org.duban.report.Submission;
import org.duban.report.Submission.Decision;
import org.duban.support.Fixture.Office;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 单独退回 and 整体退回: whom they concern, the clock that stands still, and the timers that survive. */
class JointReturnTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 25);

    @Autowired
    JointReturns joint;

    private Office second;
    private Office third;
    private KeyTaskId task;
    private KeyTaskId other;

    @BeforeEach
    void open() {
        second = fixture.office();
        third = fixture.office();
        DirectiveId directive =
                fixture.directive(supervisor, 2, leads(lead), shares(second), shares(third), helps(helper));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, YEAR_END);
        task = tasksOf(directive).getFirst();
        other = tasksOf(directive).getLast();
        sign(task, lead, second, third);
        sign(other, lead);
        goTo(OPENING);
    }

    @Test
    void returnsWhatTheSupervisorsHaveAndNothingElse() {
        ReportId accepted = report(lead, task);
        ReportId waiting = report(second, task);
        ReportId unwritten = report(third, task);
        ReportId elsewhere = report(lead, other);
        submit(lead, elsewhere, 5);
        submit(lead, accepted, 30);
        accept(accepted);
        submit(second, waiting, 60);
        assertThat(task(task).percent()).isEqualTo(10);

        returnAll(waiting, YEAR_END);

        assertThat(state(accepted)).isEqualTo(State.RETURNED);
        assertThat(state(waiting)).isEqualTo(State.RETURNED);
        assertThat(state(unwritten)).isEqualTo(State.OPEN);
        assertThat(state(elsewhere)).as("of another key task").isEqualTo(State.SUBMITTED);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REVIEW);
        assertThat(duty(task, lead).percent()).as("none accepted before").isNull();
        assertThat(task(task).percent()).isZero();
        Submission kept = latest(accepted);
        assertThat(kept.decision()).isEqualTo(Decision.RECALLED);
        assertThat(kept.percent()).isEqualTo(30);
        assertThat(kept.acceptedBy()).isEqualTo(supervisor.displayName());
        assertThat(kept.reason()).isEqualTo("口径不一致");
        assertThat(times(task, Kind.REPORT_RECALLED)).isOne();
        assertThat(times(task, Kind.REPORT_RETURNED)).isOne();
        ledgerAndEngine.check();

        submit(lead, accepted, 40);
        accept(accepted);
        assertThat(duty(task, lead).percent()).isEqualTo(40);
        assertThat(count("report_submission")).isEqualTo(4);
    }

    @Test
    void goesBackToThePercentageOfThePeriodBefore() {
        ReportId march = report(lead, task);
        submit(lead, march, 30);
        accept(march);
        goTo(LocalDate.of(2026, 4, 15));
        ReportId april = report(lead, task);
        submit(lead, april, 50);
        accept(april);
        ReportId peer = report(second, task);
        submit(second, peer, 20);

        returnAll(peer, YEAR_END);

        assertThat(duty(task, lead).percent()).isEqualTo(30);
        assertThat(state(march)).as("of another period").isEqualTo(State.ACCEPTED);
    }

    @Test
    void isRefusedWhereItIsNotWhatWasOnTheScreen() {
        ReportId waiting = report(second, task);
        submit(second, waiting, 60);
        Set<Long> read = read(waiting);
        ReportId meanwhile = report(lead, task);
        submit(lead, meanwhile, 30);

        refused("refusal.review.othersChanged", () -> returnAll(waiting, read, "口径不一致", YEAR_END));
        refused("refusal.reasonMissing", () -> returnAll(waiting, read(waiting), " ", YEAR_END));
        refused("refusal.review.newDue", () -> returnAll(waiting, read(waiting), "口径不一致", null));
        returnAll(waiting, YEAR_END);
        alreadyHandled(supervisor, () -> joint.returnAll(waiting, Set.of(), "再退", YEAR_END));
        alreadyHandled(supervisor, () -> reviews.accept(meanwhile, fixture.handIn(meanwhile), null));
    }

    @Test
    void givesBackTheDaysThatWereLeft() {
        ReportId report = report(second, task);
        submit(second, report, 60);
        LocalDate review = LocalDate.of(2026, 4, 8);
        LocalDate sevenWorkingDaysOn = LocalDate.of(2026, 4, 17);
        liveUntil(review);
        assertThat(times(task, Kind.REPORT_URGED))
                .as("the two who have not handed in, not the one under review")
                .isEqualTo(2);

        refused("refusal.review.newDue", () -> sendBack(report, sevenWorkingDaysOn.minusDays(1)));
        refused("refusal.review.newDue", () -> returnAll(report, read(report), "口径不一致", review));
        sendBack(report, sevenWorkingDaysOn);

        assertThat(fixture.as(supervisor, () -> reports.details(report))
                        .report()
                        .originalDueOn())
                .isEqualTo(DUE);
        submit(second, report, 70);
        assertThat(latest(report).late()).isFalse();
    }

    @Test
    void givesNothingBackToWhoWasLate() {
        ReportId report = report(second, task);
        liveUntil(DUE.plusDays(1));
        submit(second, report, 60);
        goTo(DUE.plusDays(5));

        sendBack(report, calendar.today());
        assertThat(only(second.staff(), ItemKind.AMEND).dueOn()).isEqualTo(DUE.plusDays(5));
    }

    @Test
    void leavesEveryTimerAlive() {
        ReportId report = report(second, task);
        liveUntil(DUE.plusDays(1));
        long urged = urgedAbout(report);
        for (int round = 0; round < 6; round++) {
            submit(second, report, 10 + round);
            if (round % 2 == 0) {
                sendBack(report, calendar.today().plusDays(2));
            } else {
                accept(report);
                ReportId peer = round == 1 ? report(lead, task) : report(third, task);
                if (round < 5) {
                    submit(round == 1 ? lead : third, peer, 5);
                    returnAll(peer, calendar.today().plusDays(9));
                } else {
                    return;
                }
            }
            LocalDate due = only(second.staff(), ItemKind.AMEND).dueOn();
            liveUntil(due.plusDays(2));
            assertThat(urgedAbout(report)).as("round " + round).isEqualTo(++urged);
        }
    }

    private long urgedAbout(ReportId report) {
        return jdbc.sql("SELECT COUNT(*) FROM urge WHERE cause = 'REPORT_LATE' AND subject_id = :id")
                .param("id", report.value())
                .query(Long.class)
                .single();
    }

    private void returnAll(ReportId report, LocalDate newDueOn) {
        returnAll(report, read(report), "口径不一致", newDueOn);
    }

    private void returnAll(ReportId report, Set<Long> read, String reason, LocalDate newDueOn) {
        fixture.as(supervisor, () -> joint.returnAll(report, read, reason, newDueOn));
    }

    private Set<Long> read(ReportId report) {
        return fixture.as(supervisor, () -> joint.preview(report)).concerned().stream()
                .map(each -> each.latest().id())
                .collect(Collectors.toSet());
    }

    private ReportId report(Office office, KeyTaskId of) {
        Account staff = office.staff();
        return new ReportId(items(staff).stream()
                .filter(item -> item.keyTaskId() == of.value()
                        && (item.kind() == ItemKind.REPORT || item.kind() == ItemKind.AMEND))
                .findFirst()
                .orElseThrow()
                .subjectId());
    }

    private State state(ReportId report) {
        return fixture.as(supervisor, () -> reports.details(report)).report().state();
    }

    private Submission latest(ReportId report) {
        return fixture.as(supervisor, () -> reports.details(report))
                .submissions()
                .getFirst();
    }
}
