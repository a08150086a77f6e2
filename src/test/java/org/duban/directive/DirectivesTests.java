package org.duban.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.support.Fixture;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@OnEveryDatabase
class DirectivesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

    @Autowired
    Fixture fixture;

    @Autowired
    MovableClock clock;

    @Autowired
    Directives directives;

    private Account supervisor;
    private Fixture.Office lead;
    private DirectiveId directive;

    @BeforeEach
    void enterADirective() {
        fixture.travelTo(Instant.parse("2026-03-02T02:00:00Z"));
        supervisor = fixture.supervisor();
        lead = fixture.office();
        directive = fixture.directive(supervisor, 3, new Fixture.Assigned(lead, DutyRole.LEAD));
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void showsADirectiveToItsSupervisorsAndLeadersOnly() {
        for (Account seeing : List.of(supervisor, fixture.leader())) {
            assertThat(fixture.as(seeing, () -> directives.get(directive)).id()).isEqualTo(directive);
            assertThat(fixture.as(seeing, () -> directives.summary(directive)).rows())
                    .isEqualTo(3);
            assertThat(fixture.as(seeing, () -> directives.rows(directive, Directives.FIRST_ROW, 10))
                            .rows())
                    .hasSize(3);
            assertThat(list(seeing)).contains(directive);
        }
        for (Account blind : List.of(fixture.supervisor(), lead.staff(), lead.head(), fixture.admin())) {
            assertRefused(blind, () -> directives.get(directive), "refusal.notFound");
            assertRefused(blind, () -> directives.summary(directive), "refusal.notFound");
            assertRefused(blind, () -> directives.rows(directive, Directives.FIRST_ROW, 10), "refusal.notFound");
            assertRefused(blind, () -> directives.goals(directive), "refusal.notFound");
            assertThat(list(blind)).doesNotContain(directive);
        }
    }

    @Test
    void letsOnlyItsSupervisorsEditAndLaunchIt() {
        DivisionRowId row = row(0).id();
        Account other = fixture.supervisor();
        assertRefused(other, () -> directives.setDue(directive, row, DUE), "refusal.notFound");
        assertRefused(other, () -> directives.previewLaunch(directive), "refusal.notFound");
        assertRefused(other, () -> directives.launch(directive, ReportingFrequency.MONTHLY, DUE), "refusal.notFound");
        for (Account reader : List.of(fixture.leader(), lead.staff(), lead.head(), fixture.admin())) {
            assertDenied(reader, () -> directives.setDue(directive, row, DUE));
            assertDenied(reader, () -> directives.launch(directive, ReportingFrequency.MONTHLY, DUE));
            assertThat(fixture.as(reader, () -> directives.supervisedByCaller(directive)))
                    .isFalse();
        }
        assertDenied(fixture.leader(), () -> directives.previewLaunch(directive));
        assertThat(fixture.as(supervisor, () -> directives.supervisedByCaller(directive)))
                .isTrue();
    }

    @Test
    void readsTheListPageByPage() {
        List<DirectiveId> entered = new ArrayList<>(List.of(directive));
        for (int i = 0; i < 4; i++) {
            entered.addFirst(fixture.directive(supervisor, 1));
        }
        List<DirectiveId> read = new ArrayList<>();
        Slice<DirectiveSummary> page;
        DirectiveId after = Directives.NEWEST;
        do {
            DirectiveId from = after;
            page = fixture.as(supervisor, () -> directives.list("", from, 2));
            page.rows().forEach(summary -> read.add(summary.directive().id()));
            after = read.getLast();
        } while (page.more());

        assertThat(read).isEqualTo(entered);
    }

    @Test
    void findsDirectivesByTitleNumberAndIssuer() {
        Directive wanted = fixture.as(supervisor, () -> directives.get(directive));
        fixture.directive(supervisor, 1);
        for (String text : List.of(wanted.title(), wanted.number().toUpperCase())) {
            assertThat(fixture.as(supervisor, () -> directives.list(text, Directives.NEWEST, 10))
                            .rows())
                    .extracting(summary -> summary.directive().id())
                    .containsExactly(directive);
        }
        assertThat(fixture.as(supervisor, () -> directives.list("试验机关", Directives.NEWEST, 10))
                        .rows())
                .hasSize(2);
        assertThat(fixture.as(supervisor, () -> directives.list("%", Directives.NEWEST, 10))
                        .rows())
                .isEmpty();
    }

    @Test
    void countsKeyTasksOfAPage() {
        fixture.directive(supervisor, 2, new Fixture.Assigned(lead, DutyRole.COOPERATING));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, TODAY);
        fixture.travelTo(Instant.parse("2026-03-03T02:00:00Z"));

        List<DirectiveSummary> page = fixture.as(supervisor, () -> directives.list("", Directives.NEWEST, 10))
                .rows();

        assertThat(page)
                .extracting(
                        DirectiveSummary::rows,
                        DirectiveSummary::launchable,
                        DirectiveSummary::keyTasks,
                        DirectiveSummary::closed,
                        DirectiveSummary::overdue)
                .containsExactly(tuple(2, 0, 0, 0, 0), tuple(3, 3, 3, 0, 3));
    }

    @Test
    void readsATablePageByPageWithItsKeyTasks() {
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, DUE);

        Slice<DivisionRow> first = fixture.as(supervisor, () -> directives.rows(directive, Directives.FIRST_ROW, 2));
        Slice<DivisionRow> second = fixture.as(
                supervisor,
                () -> directives.rows(directive, first.rows().getLast().position(), 2));

        assertThat(first.more()).isTrue();
        assertThat(first.rows()).extracting(DivisionRow::no).containsExactly("1", "2");
        assertThat(second.more()).isFalse();
        assertThat(second.rows()).extracting(DivisionRow::no).containsExactly("3");
        DivisionRow row = second.rows().getFirst();
        assertThat(row.launched().dueOn()).isEqualTo(DUE);
        assertThat(row.launched().light()).isEqualTo("GREY");
        assertThat(row.assignments())
                .extracting(DivisionRow.Assignment::department, DivisionRow.Assignment::role)
                .containsExactly(tuple(lead.id(), DutyRole.LEAD));
    }

    @Test
    void setsAndClearsDueDatesOfSeveralRows() {
        Set<DivisionRowId> rows = Set.of(row(0).id(), row(2).id());

        fixture.as(supervisor, () -> directives.setDue(directive, rows, TODAY));
        assertThat(table()).extracting(DivisionRow::dueOn).containsExactly(TODAY, null, TODAY);

        fixture.as(supervisor, () -> directives.setDue(directive, row(0).id(), null));
        assertThat(table()).extracting(DivisionRow::dueOn).containsExactly(null, null, TODAY);
    }

    @Test
    void refusesDueDatesInThePastAndFarAway() {
        DivisionRowId row = row(0).id();
        assertRefused(
                supervisor, () -> directives.setDue(directive, row, TODAY.minusDays(1)), "refusal.directive.dueInPast");
        assertRefused(
                supervisor,
                () -> directives.setDue(directive, row, LocalDate.of(20260, 1, 1)),
                "refusal.directive.dueTooFar");
        assertThat(row(0).dueOn()).isNull();
    }

    @Test
    void leavesAllRowsAloneWhenOneIsOfAnotherDirective() {
        DirectiveId other = fixture.directive(fixture.supervisor(), 1, new Fixture.Assigned(lead, DutyRole.LEAD));
        DivisionRowId foreign = fixture.as(fixture.leader(), () -> directives.rows(other, Directives.FIRST_ROW, 1))
                .rows()
                .getFirst()
                .id();

        assertRefused(
                supervisor, () -> directives.setDue(directive, Set.of(row(0).id(), foreign), DUE), "refusal.notFound");
        assertRefused(supervisor, () -> directives.setDue(directive, foreign, DUE), "refusal.notFound");

        assertThat(row(0).dueOn()).isNull();
        assertThat(fixture.as(fixture.leader(), () -> directives.rows(other, Directives.FIRST_ROW, 1))
                        .rows()
                        .getFirst()
                        .dueOn())
                .isNull();
    }

    @Test
    void editsNothingAfterTheLaunch() {
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, DUE);

        assertRefused(supervisor, () -> directives.setDue(directive, row(0).id(), DUE), "refusal.directive.launchedBy");
        assertRefused(supervisor, () -> directives.previewLaunch(directive), "refusal.directive.launchedBy");
        assertRefused(
                supervisor,
                () -> directives.launch(directive, ReportingFrequency.MONTHLY, DUE),
                "refusal.directive.launchedBy");
    }

    @Test
    void refusesALaunchWithoutASensibleFallbackDate() {
        assertRefused(
                supervisor,
                () -> directives.launch(directive, ReportingFrequency.MONTHLY, null),
                "refusal.directive.dueMissing");
        assertRefused(
                supervisor,
                () -> directives.launch(directive, ReportingFrequency.MONTHLY, TODAY.minusDays(1)),
                "refusal.directive.dueInPast");
        assertThat(fixture.as(supervisor, () -> directives.get(directive)).state())
                .isEqualTo(Directive.State.DRAFT);
    }

    @Test
    void refusesToLaunchATableThatNamesNobodyWhoReports() {
        DirectiveId helpersOnly = fixture.directive(supervisor, 2, new Fixture.Assigned(lead, DutyRole.COOPERATING));

        assertRefused(
                supervisor,
                () -> directives.launch(helpersOnly, ReportingFrequency.MONTHLY, DUE),
                "refusal.directive.nothingToLaunch");
    }

    @Test
    void tellsBeforehandWhatALaunchWouldDo() {
        Fixture.Office helper = fixture.office();
        Fixture.Office empty = fixture.officeWithoutPeople();
        DirectiveId mixed = fixture.directive(
                supervisor,
                List.of(
                        List.of(
                                new Fixture.Assigned(lead, DutyRole.LEAD),
                                new Fixture.Assigned(helper, DutyRole.COOPERATING)),
                        List.of(
                                new Fixture.Assigned(lead, DutyRole.JOINT),
                                new Fixture.Assigned(empty, DutyRole.JOINT)),
                        List.of(),
                        List.of(new Fixture.Assigned(fixture.office(), DutyRole.COOPERATING)),
                        List.of(
                                new Fixture.Assigned(empty, DutyRole.LEAD),
                                new Fixture.Assigned(helper, DutyRole.COOPERATING))));
        DivisionRowId first = fixture.as(supervisor, () -> directives.rows(mixed, Directives.FIRST_ROW, 1))
                .rows()
                .getFirst()
                .id();
        fixture.as(supervisor, () -> directives.setDue(mixed, first, TODAY.plusDays(1)));
        fixture.travelTo(Instant.parse("2026-03-04T02:00:00Z"));

        assertThat(fixture.as(supervisor, () -> directives.previewLaunch(mixed)))
                .isEqualTo(new LaunchPreview(
                        2,
                        3,
                        4,
                        1,
                        1,
                        List.of(empty.name()),
                        1,
                        List.of(),
                        0,
                        List.of(),
                        List.of(),
                        List.of("3"),
                        List.of("4"),
                        List.of("5"),
                        LocalDate.of(2027, 12, 31),
                        false));
    }

    @Test
    void suggestsAYearFromTodayWhereThePeriodIsOver() {
        fixture.travelTo(Instant.parse("2028-02-29T02:00:00Z"));

        assertThat(fixture.as(supervisor, () -> directives.previewLaunch(directive))
                        .suggestedFallback())
                .isEqualTo(LocalDate.of(2029, 2, 28));
    }

    @Test
    void letsOneOfTwoSupervisorsLaunchAtOnce() throws Exception {
        Account second = fixture.supervisor();
        directives.entrustAsSystem(directive, second.id());
        CyclicBarrier together = new CyclicBarrier(2);
        List<String> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> launches = new ArrayList<>();
            for (Account account : List.of(supervisor, second)) {
                Callable<Void> launch = () -> {
                    together.await();
                    fixture.as(account, () -> directives.launch(directive, ReportingFrequency.MONTHLY, DUE));
                    return null;
                };
                launches.add(pool.submit(launch));
            }
            for (Future<Void> launch : launches) {
                answers.add(answerOf(launch));
            }
        }

        assertThat(answers).containsExactlyInAnyOrder("launched", "refusal.directive.launchedBy");
    }

    private static String answerOf(Future<Void> launch) throws InterruptedException {
        try {
            launch.get();
            return "launched";
        } catch (ExecutionException refused) {
            assertThat(refused.getCause()).isInstanceOf(Refusal.class);
            return ((Refusal) refused.getCause()).messageKey();
        }
    }

    private List<DirectiveId> list(Account account) {
        return fixture.as(account, () -> directives.list("", Directives.NEWEST, 1000)).rows().stream()
                .map(summary -> summary.directive().id())
                .toList();
    }

    private List<DivisionRow> table() {
        return fixture.as(supervisor, () -> directives.rows(directive, Directives.FIRST_ROW, 100))
                .rows();
    }

    private DivisionRow row(int index) {
        return table().get(index);
    }

    private void assertDenied(Account account, Runnable action) {
        assertThatThrownBy(() -> fixture.as(account, action)).isInstanceOf(AccessDeniedException.class);
    }

    private void assertRefused(Account account, Runnable action, String messageKey) {
        assertThatThrownBy(() -> fixture.as(account, action))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo(messageKey));
    }
}
