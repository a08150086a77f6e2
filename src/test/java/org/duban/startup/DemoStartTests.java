package org.duban.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.base.DueKey;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveSummary;
import org.duban.directive.Directives;
import org.duban.inbox.Inbox;
import org.duban.inbox.ItemKind;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskFilter;
import org.duban.task.KeyTaskRow;
import org.duban.task.KeyTasks;
import org.duban.task.LedgerKey;
import org.duban.task.Light;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The first start of the demo on an empty database: seeds, accounts and the story of the last six months. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
            "duban.empty=false",
            "duban.seeds=seeds"
        })
@ActiveProfiles({"test", "demo"})
class DemoStartTests {

    @Autowired
    Directives directives;

    @Autowired
    KeyTasks tasks;

    @Autowired
    Inbox inbox;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DemoStory story;

    @Autowired
    SeedLoading seeds;

    @Test
    void loadsAllTablesAndLaunchesTwo() {
        List<DirectiveSummary> all = CurrentCaller.runAs(
                        account("leader").asCaller(), () -> directives.list("", Directives.NEWEST, 50))
                .rows();

        assertThat(all).hasSize(8);
        assertThat(all.stream().mapToInt(DirectiveSummary::rows).sum()).isEqualTo(307);
        assertThat(all)
                .filteredOn(each -> each.directive().state() == Directive.State.RUNNING)
                .extracting(DirectiveSummary::keyTasks)
                .containsExactlyInAnyOrder(69, 50);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM duty").query(Integer.class).single())
                .isEqualTo(33 + 97 + 249 + 122 + 14);
    }

    @Test
    void tellsAStoryWithSomethingOnEveryScreen() {
        Account leader = account("leader");
        List<KeyTaskRow> all = CurrentCaller.runAs(
                        leader.asCaller(), () -> tasks.list(KeyTaskFilter.ALL, LedgerKey.START, 200))
                .rows();
        assertThat(all).hasSize(119);
        assertThat(all.stream().map(row -> row.task().lightReading().light()).collect(Collectors.toSet()))
                .contains(Light.GREEN, Light.YELLOW, Light.RED);
        assertThat(all).anyMatch(row -> row.task().state() == KeyTask.State.CLOSED);
        assertThat(all).anyMatch(row -> row.task().state() == KeyTask.State.COMPLETION_APPLIED);
        assertThat(CurrentCaller.runAs(leader.asCaller(), () -> tasks.overdue(DueKey.START, 50))
                        .rows())
                .isNotEmpty()
                .allMatch(row -> row.row().daysLate() > 0)
                .filteredOn(row -> row.row().task().state() == KeyTask.State.RUNNING
                        && row.row().daysLate() > 14)
                .allMatch(row -> row.row().task().escalationLevel() >= 1)
                .anyMatch(row -> row.row().task().escalationLevel() >= 2);

        for (String name : List.of(DemoAccounts.SUPERVISOR, DemoAccounts.SUPERVISOR_OF_LIAONING)) {
            var supervisor = account(name).asCaller();
            assertThat(CurrentCaller.runAs(supervisor, inbox::count)).as(name).isPositive();
        }
        // the successions of 2018 are decided on the first afternoon
        assertThat(kinds())
                .contains(
                        ItemKind.ACKNOWLEDGE,
                        ItemKind.REPORT,
                        ItemKind.CONTRIBUTE,
                        ItemKind.DECIDE_DISPUTE,
                        ItemKind.REVIEW,
                        ItemKind.VERIFY,
                        ItemKind.RECEIVE_ESCALATION)
                .doesNotContain(ItemKind.DECIDE_SUCCESSION);
        assertThat(count("succession_proposal")).isPositive();
        assertThat(count("countersignature")).isPositive();
    }

    @Test
    void letsPeopleWriteInTheirOwnWords() {
        int reports = count("report_submission");

        assertThat(distinct("body", "report_submission")).isGreaterThan(reports / 2);
        assertThat(distinct("reason", "dispute")).isGreaterThan(1);
        assertThat(distinct("decision", "dispute")).isGreaterThan(1);
        assertThat(distinct("decision_reason", "report_submission")).isGreaterThan(3);
        assertThat(count("submission_actual")).isPositive();
    }

    @Test
    void letsAcceptedProgressRiseFromPeriodToPeriod() {
        List<Integer> steps = jdbc.sql(
                        """
                        SELECT newer.percent - older.percent
                          FROM (SELECT g.duty_id, q.from_day, s.percent FROM report_submission s
                                  JOIN progress_report g ON g.id = s.report_id
                                  JOIN reporting_period q ON q.id = g.period_id
                                 WHERE s.decision = 'ACCEPTED') AS newer
                          JOIN (SELECT g.duty_id, q.to_day, s.percent FROM report_submission s
                                  JOIN progress_report g ON g.id = s.report_id
                                  JOIN reporting_period q ON q.id = g.period_id
                                 WHERE s.decision = 'ACCEPTED') AS older
                            ON older.duty_id = newer.duty_id
                           AND older.to_day < newer.from_day""")
                .query(Integer.class)
                .list();

        assertThat(steps).hasSizeGreaterThan(100).allMatch(step -> step >= 0);
    }

    @Test
    void isToldOnce() {
        int events = count("timeline_event");

        seeds.load();
        story.tell();

        assertThat(count("timeline_event")).isEqualTo(events);
        assertThat(count("directive")).isEqualTo(8);
    }

    private EnumSet<ItemKind> kinds() {
        return EnumSet.copyOf(jdbc.sql("SELECT DISTINCT kind FROM open_item").query(String.class).list().stream()
                .map(ItemKind::valueOf)
                .toList());
    }

    private int distinct(String column, String table) {
        return jdbc.sql("SELECT COUNT(DISTINCT " + column + ") FROM " + table)
                .query(Integer.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    private Account account(String username) {
        return accounts.byUsernameAsSystem(username).orElseThrow();
    }
}
