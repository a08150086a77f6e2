package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.inbox.ItemKind;
import org.duban.report.Attachments;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.report.FinalReports;
import org.duban.report.HeadApprovals;
import org.duban.report.ProgressReport;
import org.duban.report.ProgressReport.State;
import org.duban.report.ReportContent;
import org.duban.report.ReportDetails;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Assigned;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Successions;
import org.duban.task.Transfers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** 转办、承接与报告: wherever a report stands when its duty goes to another department, somebody goes on with it. */
class HandedOverReportTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);
    private static final LocalDate NEXT_OPENING = LocalDate.of(2026, 4, 15);
    private static final ReportContent UNSENT = new ReportContent(35, "内部草稿", "内部问题", Map.of());

    @Autowired
    Transfers transfers;

    @Autowired
    Successions successions;

    @Autowired
    HeadApprovals approvals;

    @Autowired
    Contributions contributions;

    @Autowired
    FinalReports finals;

    @Autowired
    Attachments attachments;

    private Office joint;
    private Office other;
    private Office third;

    private enum Decision {
        CONFIRM,
        CHANGE,
        WITHDRAW
    }

    @BeforeEach
    void moreOffices() {
        joint = fixture.office();
        other = fixture.office();
        third = fixture.office();
    }

    static Stream<Arguments> whereItStands() {
        return Stream.of(State.OPEN, State.WITH_HEAD, State.RETURNED, State.SUBMITTED, State.ACCEPTED, State.MISSED)
                .flatMap(state -> Stream.of(Decision.values()).map(decision -> Arguments.of(state, decision)));
    }

    @ParameterizedTest
    @MethodSource("whereItStands")
    void goesOnThroughATransferAndADispute(State state, Decision decision) {
        KeyTaskId task = launched(leads(lead), shares(joint), helps(helper));
        ReportId report = bringTo(state);

        transfer(task, lead, other);

        ledgerAndEngine.check();
        assertThat(items(lead.staff())).isEmpty();
        assertThat(items(lead.head())).isEmpty();
        assertThat(kinds(other.staff()))
                .containsExactlyInAnyOrderElementsOf(
                        switch (state) {
                            case OPEN, WITH_HEAD, MISSED -> List.of(ItemKind.ACKNOWLEDGE, ItemKind.REPORT);
                            case RETURNED -> List.of(ItemKind.ACKNOWLEDGE, ItemKind.AMEND);
                            default -> List.of(ItemKind.ACKNOWLEDGE);
                        });
        DutyId duty = dispute(task, other);
        ledgerAndEngine.check();

        if (state == State.SUBMITTED && decision == Decision.CHANGE) {
            refused("refusal.dispute.reviewFirst", () -> decide(decision, duty));
            accept(report);
        }
        decide(decision, duty);

        ledgerAndEngine.check();
        assertThat(kinds(supervisor).contains(ItemKind.REVIEW))
                .as("what is void is not reviewed")
                .isEqualTo(state == State.SUBMITTED && decision == Decision.CONFIRM);
        if (decision == Decision.WITHDRAW) {
            assertThat(items(other.staff())).isEmpty();
            return;
        }
        Office holder = decision == Decision.CONFIRM ? other : third;
        sign(task, holder);
        boolean reported = state == State.ACCEPTED || state == State.SUBMITTED;
        if (reported) {
            assertThat(items(holder.staff())).isEmpty();
        } else {
            boolean stays = decision == Decision.CONFIRM && state != State.MISSED;
            assertThat(reportOf(holder).equals(report)).isEqualTo(stays);
            submitAsHead(holder, reportOf(holder));
            assertThat(kinds(supervisor)).containsExactly(ItemKind.REVIEW);
        }
        goTo(NEXT_OPENING.plusMonths(1));
        assertThat(kinds(holder.staff())).contains(ItemKind.REPORT);
    }

    /** The lead's report on March; where it was missed, April is open. */
    private ReportId bringTo(State state) {
        goTo(OPENING);
        ReportId report = reportOf(lead);
        switch (state) {
            case OPEN -> saveUnsent(report);
            case WITH_HEAD -> submit(lead, report, 30);
            case MISSED -> goTo(NEXT_OPENING);
            default -> submitAsHead(lead, report);
        }
        if (state == State.RETURNED) {
            sendBack(report, LocalDate.of(2026, 4, 1));
            saveUnsent(report);
        } else if (state == State.ACCEPTED) {
            accept(report);
        }
        assertThat(reported(lead.staff(), report).state()).isEqualTo(state);
        return report;
    }

    private void decide(Decision decision, DutyId duty) {
        fixture.as(supervisor, () -> {
            switch (decision) {
                case CONFIRM -> acknowledgements.confirm(duty, "职责明确");
                case CHANGE -> acknowledgements.change(duty, third.id(), DutyRole.LEAD, "重新明确");
                case WITHDRAW -> acknowledgements.withdraw(duty, "确不相关");
            }
        });
    }

    @Test
    void isWrittenAgainInADepartmentWithoutAHead() {
        KeyTaskId task = launched(leads(lead));
        ReportId report = bringTo(State.WITH_HEAD);
        Office empty = fixture.officeWithoutPeople();
        Account hand = fixture.account("hand-of-" + empty.id().value(), empty.id(), Role.STAFF);
        Office headless = new Office(empty.id(), empty.name(), hand, hand);

        transfer(task, lead, headless);

        refused("refusal.notFound", () -> fixture.as(lead.head(), () -> approvals.approve(report)));
        assertThat(kinds(supervisor)).isEmpty();
        sign(task, headless);
        submit(headless, reportOf(headless), 40);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REVIEW);
    }

    @Test
    void isNotSignedByTheHeadOfAnotherDepartmentThanWroteIt() {
        KeyTaskId task = launched(leads(lead));
        ReportId report = bringTo(State.WITH_HEAD);

        transfer(task, lead, other);

        refused("refusal.alreadyHandled", () -> fixture.as(other.head(), () -> approvals.approve(report)));
        assertThat(reported(other.staff(), report).draft().body()).isNull();
    }

    @Test
    void showsTheNewDepartmentNothingThatWasNotHandedIn() {
        KeyTaskId task = launched(leads(lead));
        ReportId report = bringTo(State.WITH_HEAD);
        fixture.as(lead.head(), () -> approvals.holdBack(report, "内部批评"));
        saveUnsent(report);
        long evidence = attach(report);
        int before = fixture.revision(report);

        transfer(task, lead, other);

        ReportDetails seen = fixture.as(other.staff(), () -> reports.details(report));
        assertThat(seen.report().draft().percent()).isNull();
        assertThat(seen.report().draft().body()).isNull();
        assertThat(seen.report().draft().problems()).isNull();
        assertThat(seen.report().draft().savedBy()).isNull();
        assertThat(seen.report().heldBack()).isNull();
        assertThat(seen.attachments()).isEmpty();
        refused("refusal.notFound", () -> fixture.as(other.staff(), () -> attachments.open(evidence)));
        assertThat(fixture.revision(report)).isGreaterThan(before);
        refused("refusal.notFound", () -> fixture.as(lead.staff(), () -> reports.saveDraft(report, UNSENT, before)));
    }

    @Test
    void keepsWhatWasHandedIn() {
        KeyTaskId task = launched(leads(lead));
        goTo(OPENING);
        ReportId report = reportOf(lead);
        long evidence = attach(report);
        submitAsHead(lead, report);
        sendBack(report, LocalDate.of(2026, 4, 1));
        saveUnsent(report);
        long unsent = attach(report);

        transfer(task, lead, other);

        ReportDetails seen = fixture.as(other.staff(), () -> reports.details(report));
        assertThat(seen.report().draft().percent()).isEqualTo(30);
        assertThat(seen.report().draft().body()).isEqualTo(content(30).body());
        assertThat(seen.report().draft().problems()).isNull();
        assertThat(seen.submissions()).hasSize(1);
        assertThat(fixture.as(other.staff(), () -> attachments.open(evidence))).isNotNull();
        refused("refusal.notFound", () -> fixture.as(other.staff(), () -> attachments.open(unsent)));
        sign(task, other);
        submitAsHead(other, reportOf(other));
        accept(report);
    }

    @Test
    void leavesTheDraftToASuccessor() {
        KeyTaskId task = launched(leads(lead));
        ReportId report = bringTo(State.OPEN);

        succeed(task, lead, other);

        assertThat(reported(other.staff(), report).draft().body()).isEqualTo(UNSENT.body());
    }

    @Test
    void takesContributionsAlong() {
        KeyTaskId task = launched(leads(lead), helps(helper));
        goTo(OPENING);
        ContributionId contribution =
                new ContributionId(only(helper.staff(), ItemKind.CONTRIBUTE).subjectId());

        transfer(task, helper, other);

        refused("refusal.notFound", () -> fixture.as(helper.staff(), () -> contributions.submit(contribution, "旧")));
        refused("refusal.signFirst", () -> fixture.as(other.staff(), () -> contributions.submit(contribution, "尚未签收")));
        sign(task, other);
        assertThat(only(other.staff(), ItemKind.CONTRIBUTE).subjectId()).isEqualTo(contribution.value());
        assertThat(fixture.as(other.staff(), () -> contributions.details(contribution))
                        .contribution()
                        .department())
                .isEqualTo(other.id());
        fixture.as(other.staff(), () -> contributions.submit(contribution, "新部门意见"));
        assertThat(items(other.staff())).isEmpty();
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.REPORT);
    }

    @Test
    void isNotWrittenASecondTimeByTheDepartmentIntoWhoseDutyItWent() {
        KeyTaskId task = launched(shares(lead), shares(joint));
        goTo(OPENING);
        ReportId accepted = reportOf(joint);
        submitAsHead(joint, accepted);
        accept(accepted);

        succeed(task, lead, joint);

        assertThat(items(joint.staff())).isEmpty();
        assertThat(items(lead.staff())).isEmpty();
    }

    @Test
    void isOfferedAsTheFinalOneToTheNewDepartment() {
        KeyTaskId task = missedAndOver();

        transfer(task, lead, other);

        sign(task, other);
        assertThat(fixture.as(other.staff(), () -> finals.possible(task))).hasSize(2);
        DutyId duty = duty(task, other).id();
        fixture.as(other.staff(), () -> finals.begin(duty));
        assertThat(kinds(other.staff())).containsExactly(ItemKind.REPORT);
    }

    @Test
    void isOfferedAsTheFinalOneToTheSuccessor() {
        KeyTaskId task = missedAndOver();

        succeed(task, lead, other);

        refused("refusal.completion.missedReports", () -> applyOnly(task, other));
        assertThat(fixture.as(other.staff(), () -> finals.possible(task))).hasSize(2);
        assertThat(fixture.as(lead.staff(), () -> finals.possible(task))).isEmpty();
    }

    /** A key task whose two reports were missed, and that is not reported on any more. */
    private KeyTaskId missedAndOver() {
        KeyTaskId task = launched(leads(lead));
        liveUntil(NEXT_OPENING);
        jdbc.sql("UPDATE directive SET reporting = 'NONE'").update();
        liveUntil(LocalDate.of(2026, 5, 20));
        assertThat(kinds(lead.staff())).doesNotContain(ItemKind.REPORT);
        return task;
    }

    private KeyTaskId launched(Assigned... assigned) {
        DirectiveId directive = fixture.directive(supervisor, 1, assigned);
        fixture.launch(supervisor, directive, new ReportingPlan(ReportingFrequency.MONTHLY, 25, true, 3), YEAR_END);
        KeyTaskId task = tasksOf(directive).getFirst();
        for (Assigned each : assigned) {
            sign(task, each.office());
        }
        return task;
    }

    private void transfer(KeyTaskId task, Office from, Office to) {
        DutyId duty = duty(task, from).id();
        fixture.as(supervisor, () -> transfers.transfer(duty, to.id(), "机构职能调整"));
    }

    private void succeed(KeyTaskId task, Office from, Office to) {
        DutyId duty = duty(task, from).id();
        fixture.abolish(from, to);
        fixture.as(supervisor, () -> successions.accept(duty, to.id(), null));
    }

    private void submitAsHead(Office office, ReportId report) {
        fixture.as(office.head(), () -> reports.submit(report, content(30), fixture.revision(report)));
    }

    private void saveUnsent(ReportId report) {
        fixture.as(lead.staff(), () -> reports.saveDraft(report, UNSENT, fixture.revision(report)));
    }

    private ProgressReport reported(Account account, ReportId report) {
        return fixture.as(account, () -> reports.details(report)).report();
    }

    private long attach(ReportId report) {
        return fixture.as(lead.staff(), () -> {
                    try {
                        return attachments.add(
                                report, "佐证.txt", new ByteArrayInputStream("已完成".getBytes(StandardCharsets.UTF_8)));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .id();
    }
}
