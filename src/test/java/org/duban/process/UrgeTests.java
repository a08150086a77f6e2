package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.ladder.BatchUrges;
import org.duban.ladder.LadderRecords;
import org.duban.ladder.Receipts;
import org.duban.ladder.SentUrge;
import org.duban.ladder.UrgeId;
import org.duban.ladder.Urges;
import org.duban.report.ReportId;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Watchdog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 手工催办: throttled, never while the supervisors hold the ball, and confirmed by the department. */
class UrgeTests extends ProcessTest {

    @Autowired
    Urges urges;

    @Autowired
    BatchUrges batch;

    @Autowired
    Receipts receipts;

    @Autowired
    LadderRecords records;

    @Autowired
    Watchdog watchdog;

    @Test
    void isConfirmedByTheDepartment() {
        KeyTaskId task = signedTask();

        urge(task, "请尽快办理");

        UrgeId urge = new UrgeId(only(lead.staff(), ItemKind.URGED).subjectId());
        assertThat(items(helper.staff())).isEmpty();
        assertThat(fixture.as(supervisor, () -> records.unreceived()))
                .containsExactly(new LadderRecords.Unreceived(lead.name(), 1));
        refused("refusal.notFound", () -> fixture.as(helper.staff(), () -> receipts.receive(urge)));

        fixture.as(lead.staff(), () -> receipts.receive(urge));

        SentUrge sent = fixture.as(supervisor, () -> records.of(task)).urges().getFirst();
        assertThat(sent.words()).isEqualTo("请尽快办理");
        assertThat(sent.receivedBy()).isEqualTo(lead.staff().displayName());
        assertThat(sent.receivedAt()).isEqualTo(calendar.now());
        assertThat(items(lead.staff())).isEmpty();
        assertThat(fixture.as(supervisor, () -> records.unreceived())).isEmpty();
        assertThat(history(task)).endsWith(Kind.URGED, Kind.URGE_RECEIVED);
        alreadyHandled(lead.head(), () -> receipts.receive(urge));
    }

    @Test
    void isReadByNobodyButTheDepartmentAndItsOverseers() {
        KeyTaskId task = signedTask();
        urge(task, "请尽快办理");

        assertThat(notes(task, lead.staff())).contains("请尽快办理");
        assertThat(notes(task, helper.staff())).doesNotContain("请尽快办理");
        assertThat(fixture.as(helper.staff(), () -> records.of(task)).urges()).isEmpty();
        assertThat(fixture.as(lead.head(), () -> records.of(task)).urges()).hasSize(1);
    }

    @Test
    void isRefusedWithinADayOfTheLastOne() {
        KeyTaskId task = signedTask();
        urge(task, null);

        fixture.travel(Duration.ofHours(24).minusSeconds(1));
        refused("refusal.urge.tooSoon", () -> urge(task, null));
        fixture.travel(Duration.ofSeconds(1));
        urge(task, null);

        assertThat(times(task, Kind.URGED)).isEqualTo(2);
    }

    @Test
    void isRefusedWithinADayOfOneByTheSystem() {
        LocalDate due = MONDAY.plusDays(2);
        KeyTaskId task = launched(ReportingFrequency.NONE, due, leads(lead), helps(helper));
        sign(task, lead, helper);
        goTo(due.plusDays(1));

        refused("refusal.urge.tooSoon", () -> urge(task, null));
    }

    @Test
    void isRefusedWhileADisputeIsUndecided() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        dispute(task, lead);

        refused("refusal.urge.disputed", () -> urge(task, null));
    }

    @Test
    void isRefusedWhileACompletionIsVerified() {
        KeyTaskId task = signedTask();
        apply(task, lead);

        refused("refusal.urge.verifying", () -> urge(task, null));
    }

    @Test
    void isRefusedWhileAReportIsReviewedAndNothingElseIsAsked() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY);
        sign(task, lead, helper);
        goTo(LocalDate.of(2026, 3, 16));
        ReportId report = reportOf(lead);
        submit(lead, report, 10);

        refused("refusal.urge.reviewing", () -> urge(task, null));

        sendBack(report, LocalDate.of(2026, 3, 31));
        urge(task, null);
        assertThat(kinds(lead.staff())).containsExactlyInAnyOrder(ItemKind.URGED, ItemKind.AMEND);
    }

    @Test
    void isRefusedOfAClosedTaskAndWaitsNoMore() {
        KeyTaskId task = signedTask();
        urge(task, null);
        UrgeId urge = new UrgeId(only(lead.staff(), ItemKind.URGED).subjectId());
        apply(task, lead);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        alreadyHandled(supervisor, () -> urge(task, null));
        alreadyHandled(lead.staff(), () -> receipts.receive(urge));
    }

    @Test
    void waitsForNobodyWhoseDutyWentElsewhere() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        urge(task, null);
        DutyId duty = dispute(task, lead);
        var other = fixture.office();

        fixture.as(supervisor, () -> acknowledgements.change(duty, other.id(), DutyRole.LEAD, "改由其牵头"));

        assertThat(items(lead.staff())).isEmpty();
        assertThat(kinds(other.staff())).containsExactly(ItemKind.ACKNOWLEDGE);
    }

    @Test
    void goesToManyAtOnceAndSaysWhichItCouldNot() {
        KeyTaskId first = signedTask();
        KeyTaskId second = signedTask();
        urge(second, null);

        var refused = fixture.as(
                supervisor,
                () -> batch.urgeAll(
                        List.of(
                                duty(first, lead).id(),
                                duty(second, lead).id(),
                                duty(first, helper).id()),
                        "请抓紧"));

        assertThat(refused).containsOnlyKeys(duty(second, lead).id());
        assertThat(times(first, Kind.URGED)).isEqualTo(2);
    }

    @Test
    void isNotAskedForAgainWhenTheTaskIsReopened() {
        KeyTaskId task = signedTask();
        urge(task, "请尽快办理");
        withdrawTask(task);
        reopen(task, YEAR_END);

        assertThat(kinds(lead.staff())).doesNotContain(ItemKind.URGED);
        assertThat(fixture.as(supervisor, () -> records.of(task))
                        .urges()
                        .getFirst()
                        .voidAt())
                .isNotNull();
        assertThat(watchdog.listAsSystem(EnumSet.allOf(Trouble.Group.class), Trouble.Key.START, 10)
                        .rows())
                .isEmpty();
    }

    private KeyTaskId signedTask() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        return task;
    }

    private void urge(KeyTaskId task, String words) {
        DutyId duty = fixture.as(supervisor, () -> tasks.details(task)).duties().stream()
                .filter(each -> each.departmentId().equals(lead.id()))
                .findFirst()
                .orElseThrow()
                .id();
        fixture.as(supervisor, () -> urges.urge(duty, words));
    }

    private List<String> notes(KeyTaskId task, org.duban.account.Account reader) {
        return fixture.as(reader, () -> tasks.timeline(task, 50)).stream()
                .map(TimelineEntry::note)
                .toList();
    }
}
