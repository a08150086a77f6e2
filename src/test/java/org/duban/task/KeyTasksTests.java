package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.support.Ledger.cooperating;
import static org.duban.support.Ledger.joint;
import static org.duban.support.Ledger.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.DueKey;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.report.ReportId;
import org.duban.report.Reviews;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@OnEveryDatabase
class KeyTasksTests {

    @Autowired
    Fixture fixture;

    @Autowired
    Ledger ledger;

    @Autowired
    KeyTasks tasks;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    Disputes disputes;

    @Autowired
    Completions completions;

    @Autowired
    Reviews reviews;

    @Autowired
    MovableClock clock;

    Account supervisor;
    Fixture.Office first;
    Fixture.Office second;

    @BeforeEach
    void makePeople() {
        supervisor = fixture.supervisor();
        first = fixture.office();
        second = fixture.office();
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void listsForADepartmentOnlyWhereItHasADuty() {
        KeyTaskId task = ledger.launch(supervisor, lead(first));
        ledger.launch(supervisor, lead(second));
        assertThat(listed(first.staff(), KeyTaskFilter.ALL)).containsExactly(task);
    }

    @Test
    void findsByNumberAndByPartOfTheTitle() {
        List<KeyTaskId> launched = ledger.launch(supervisor, 3, lead(first));
        assertThat(listed(supervisor, text("2"))).contains(launched.get(1));
        assertThat(listed(supervisor, text("之3"))).containsExactly(launched.get(2));
        assertThat(listed(supervisor, text("%"))).isEmpty();
        assertThat(listed(supervisor, text("\\"))).isEmpty();
    }

    @Test
    void filtersByTheRoleOfTheDepartment() {
        KeyTaskId task = ledger.launch(supervisor, lead(first), cooperating(second));
        assertThat(listed(supervisor, inRole(second, DutyRole.LEAD))).isEmpty();
        assertThat(listed(supervisor, inRole(second, DutyRole.COOPERATING))).containsExactly(task);
    }

    @Test
    void readsOnBehindTheKeyAmongEqualDueDates() {
        List<KeyTaskId> launched = ledger.launch(supervisor, 3, lead(first));
        assertThat(fixture.as(supervisor, () -> tasks.list(KeyTaskFilter.ALL, LedgerKey.START, 2))
                        .more())
                .isTrue();
        LedgerKey second =
                new LedgerKey(false, new DueKey(Ledger.DUE, launched.get(1).value()));
        assertThat(fixture.as(supervisor, () -> tasks.list(KeyTaskFilter.ALL, second, 2))
                        .rows())
                .extracting(row -> row.task().id())
                .containsExactly(launched.get(2));
    }

    @Test
    void listsOpenOnesBeforeClosedOnesOnEveryPage() {
        List<KeyTaskId> launched = ledger.launch(supervisor, 4, lead(first));
        KeyTaskId closed = launched.getFirst();
        ledger.sign(closed, first);
        fixture.as(first.staff(), () -> completions.apply(ledger.duty(closed, first), "全部完成"));
        fixture.as(supervisor, () -> completions.close(closed, fixture.application(closed), Outcome.DONE, null));
        List<KeyTaskId> expected = List.of(launched.get(1), launched.get(2), launched.get(3), closed);
        assertThat(listed(supervisor, KeyTaskFilter.ALL)).isEqualTo(expected);

        List<KeyTaskId> paged = new ArrayList<>();
        LedgerKey after = LedgerKey.START;
        boolean more = true;
        while (more) {
            LedgerKey from = after;
            Slice<KeyTaskRow> page = fixture.as(supervisor, () -> tasks.list(KeyTaskFilter.ALL, from, 1));
            page.rows().forEach(row -> paged.add(row.task().id()));
            after = LedgerKey.of(page.rows().getLast().task());
            more = page.more();
        }
        assertThat(paged).isEqualTo(expected);
    }

    @Test
    void offersOnlyDirectivesOfWhichTheCallerSeesKeyTasks() {
        KeyTaskId mine = ledger.launch(supervisor, lead(first));
        ledger.launch(fixture.supervisor(), lead(second));
        DirectiveId directive = ledger.details(supervisor, mine).task().directiveId();
        for (Account account : List.of(supervisor, first.staff())) {
            assertThat(fixture.as(account, () -> tasks.directives("", 0, 10)))
                    .extracting(DirectiveChoice::id)
                    .containsExactly(directive);
        }
        assertThat(fixture.as(second.staff(), () -> tasks.directive(directive))).isEmpty();
        assertThat(fixture.as(fixture.admin(), () -> tasks.directives("", 0, 10)))
                .isEmpty();
    }

    @Test
    void sumsUpWhatIsOverdue() {
        ledger.launch(supervisor, 3, joint(first), joint(second), cooperating(fixture.office()));
        assertThat(fixture.as(supervisor, () -> tasks.overdueSummary())).isEqualTo(new OverdueSummary(0, false, 0, 0));
        fixture.travelTo(Instant.parse("2026-07-05T02:00:00Z"));
        assertThat(fixture.as(supervisor, () -> tasks.overdueSummary())).isEqualTo(new OverdueSummary(3, false, 2, 5));
    }

    @Test
    void showsWhatIsOverdueToNoDepartment() {
        for (Account account : List.of(first.staff(), first.head(), fixture.admin())) {
            assertThatThrownBy(() -> fixture.as(account, () -> tasks.overdue(DueKey.START, 10)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> fixture.as(account, () -> tasks.overdueSummary()))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void keepsTheReasonOfADisputeFromFellowDepartments() {
        KeyTaskId task = ledger.launch(supervisor, joint(first), joint(second));
        ledger.dispute(task, first, "不属本部门职责");
        assertThat(reasons(task, second.staff())).isEmpty();
        assertThat(ledger.details(second.staff(), task).disputes()).isEmpty();
        for (Account account : List.of(first.staff(), supervisor, fixture.leader())) {
            assertThat(reasons(task, account)).containsExactly("不属本部门职责");
            assertThat(ledger.details(account, task).disputes()).hasSize(1);
        }
    }

    @Test
    void countsTheOthersAnewWhenADutyIsWithdrawn() {
        KeyTaskId task = ledger.launch(supervisor, joint(first), joint(second));
        ledger.sign(task, first);
        ledger.dispute(task, second, "不属本部门职责");
        DutyId disputed = ledger.details(supervisor, task).disputes().getFirst().duty();
        fixture.travelTo(Instant.parse("2026-03-16T02:00:00Z"));
        ReportId report = ledger.submit(task, first, 60);
        fixture.as(supervisor, () -> reviews.accept(report, fixture.handIn(report), null));
        assertThat(ledger.details(supervisor, task).task().percent()).isEqualTo(30);
        fixture.as(supervisor, () -> acknowledgements.withdraw(disputed, "同意"));
        assertThat(ledger.details(supervisor, task).task().percent()).isEqualTo(60);
        assertThat(ledger.details(supervisor, task)
                        .task()
                        .lightReading()
                        .inputs()
                        .percent())
                .isEqualTo(60);
    }

    @Test
    void letsNothingBeDoneOnceClosed() {
        KeyTaskId task = ledger.launch(supervisor, joint(first), joint(second), cooperating(fixture.office()));
        ledger.sign(task, first);
        DutyId signed = ledger.duty(task, first);
        DutyId unsigned = ledger.duty(task, second);
        fixture.as(first.staff(), () -> completions.apply(signed, "全部完成"));
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));
        assertAlreadyHandled(() -> fixture.as(second.staff(), () -> acknowledgements.acknowledge(unsigned)));
        assertAlreadyHandled(
                () -> fixture.as(second.head(), () -> disputes.raise(unsigned, Objection.concerningNobody("理由"))));
        assertAlreadyHandled(() -> fixture.as(first.staff(), () -> completions.apply(signed, "再次申请")));
        assertAlreadyHandled(() ->
                fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null)));
    }

    private static void assertAlreadyHandled(Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo("refusal.handledBefore"));
    }

    private List<String> reasons(KeyTaskId task, Account reader) {
        return fixture.as(reader, () -> tasks.timeline(task, 10)).stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.DISPUTED && entry.note() != null)
                .map(TimelineEntry::note)
                .toList();
    }

    private List<KeyTaskId> listed(Account account, KeyTaskFilter filter) {
        return fixture.as(account, () -> tasks.list(filter, LedgerKey.START, 10)).rows().stream()
                .map(row -> row.task().id())
                .toList();
    }

    private static KeyTaskFilter text(String text) {
        return new KeyTaskFilter(null, null, null, null, false, false, text);
    }

    private static KeyTaskFilter inRole(Fixture.Office office, DutyRole role) {
        return new KeyTaskFilter(null, office.id(), role, null, false, false, null);
    }
}
