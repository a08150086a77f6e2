package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.duban.account.Account;
import org.duban.administration.DecisionRules;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.ladder.Urges;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableVersion;
import org.duban.score.AppealId;
import org.duban.score.DepartmentScore;
import org.duban.score.LedgerId;
import org.duban.score.ScoreFilter;
import org.duban.score.ScoreLedger;
import org.duban.score.ScoreLine;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The score computed anew under other rules, and how departments compare. */
class ScoreLedgerTests extends ScoreTest {

    @Autowired
    DecisionRules rules;

    @Autowired
    RepositoryService engineRepositoryService;

    @Autowired
    Urges urges;

    @Autowired
    TransactionTemplate transactions;

    /** The other tests go by the tables of the application. */
    @AfterEach
    void takeBackWhatWasDeployed() {
        engineRepositoryService.createDeploymentQuery().list().stream()
                .filter(deployment -> deployment.getName().startsWith("rules/"))
                .forEach(deployment -> engineRepositoryService.deleteDeployment(deployment.getId()));
    }

    @Test
    void standsBesideTheOldOneWhichStaysAsItWas() {
        KeyTaskId task = urgedLead();
        List<ScoreLine> before = lines(lead);
        List<String> rows = world.content().get("SCORE_LINE");
        int version = before.getFirst().ruleVersion();

        deploy("URGED", "-3");
        LedgerId ledger = recompute();

        assertThat(lines(lead)).as("history is not rewritten").isEqualTo(before);
        assertThat(world.content().get("SCORE_LINE")).containsAll(rows);
        assertThat(lines(lead, ledger)).extracting(ScoreLine::points).containsExactly(1, -3);
        assertThat(lines(lead, ledger)).extracting(ScoreLine::ruleVersion).containsOnly(version + 1);
        assertThat(score(lead, ledger)).returns(-2, DepartmentScore::points).returns(-2, DepartmentScore::difference);
        assertThat(score(helper, ledger).difference()).isZero();
        assertThat(score(lead, LedgerId.RUNNING).difference()).isNull();

        ScoreLine last = urgedOnAnother();
        assertThat(last).as("from now on").returns(-3, ScoreLine::points).returns(version + 1, ScoreLine::ruleVersion);
        assertThat(score(lead, ledger).difference()).as("over the same events").isEqualTo(-2);
        assertThat(lines(lead, ledger)).hasSize(2);
        assertThat(fixture.as(supervisor, () -> ledgers.list()))
                .singleElement()
                .returns(ledger, ScoreLedger::id)
                .returns("试算", ScoreLedger::note)
                .returns(supervisor.displayName(), ScoreLedger::madeBy)
                .returns(version + 1, ScoreLedger::ruleVersion)
                .returns(3, ScoreLedger::counted)
                .returns(true, ScoreLedger::finished);
        assertThat(task(task).open()).isTrue();
    }

    @Test
    void keepsCancelledWhatWasCancelled() {
        urgedLead();
        AppealId id = appeal(lead, last(lead));
        LedgerId earlier = recompute();
        fixture.as(supervisor, () -> appeals.uphold(id, "情况属实"));
        LedgerId later = recompute();

        assertThat(lines(lead, earlier)).as("as it was computed").hasSize(2);
        assertThat(lines(lead, later)).extracting(ScoreLine::points).containsExactly(1, -1, 1);
        assertThat(score(lead, later).difference()).isZero();
        refused("refusal.notFound", () -> appeal(lead, lines(lead, later).get(1)));
    }

    @Test
    void isGoneOnWithAfterACrash() {
        urgedLead();
        LedgerId ledger = fixture.as(supervisor, () -> ledgers.begin("年度试算"));
        assertThat(lines(lead, ledger)).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions.execute(status -> {
                    fixture.as(supervisor, () -> ledgers.goOn(ledger));
                    throw new IllegalStateException("the server is gone");
                }));
        assertThat(lines(lead, ledger)).isEmpty();

        Account colleague = fixture.supervisor();
        ScoreLedger done = fixture.as(colleague, () -> ledgers.goOn(ledger));
        assertThat(done.finished()).isTrue();
        assertThat(fixture.as(colleague, () -> ledgers.goOn(ledger)))
                .as("nothing more")
                .isEqualTo(done);
        assertThat(lines(lead, ledger)).hasSize(2);
    }

    @Test
    void goesOnInBatches() {
        DirectiveId directive = fixture.directive(supervisor, 260, leads(lead), helps(helper));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        tasksOf(directive).forEach(each -> sign(each, lead, helper));

        LedgerId ledger = fixture.as(supervisor, () -> ledgers.begin("试算"));
        ScoreLedger half = fixture.as(supervisor, () -> ledgers.goOn(ledger));
        assertThat(half)
                .returns(500, ScoreLedger::counted)
                .returns(520, ScoreLedger::events)
                .returns(false, ScoreLedger::finished);
        commitLate();
        ScoreLedger whole = fixture.as(supervisor, () -> ledgers.goOn(ledger));
        assertThat(whole)
                .returns(521, ScoreLedger::counted)
                .returns(521, ScoreLedger::events)
                .returns(true, ScoreLedger::finished);
        assertThat(count("score_line WHERE ledger_id = " + ledger.value())).isEqualTo(521);
    }

    /** Another event like the first, from an action that took its number before that one, and ended after the batch. */
    private void commitLate() {
        long first =
                jdbc.sql("SELECT MIN(id) FROM score_event").query(Long.class).single();
        jdbc.sql(
                        """
                        INSERT INTO score_event
                               (id, source, timeline_event_id, kind, directive_id, key_task_id, duty_id, department_id,
                                duty_role, due_on, working_days_late, level_no, outcome, due_basis, own_part, occurred_at)
                        SELECT id - 1, 'SIGNED/late', timeline_event_id, kind, directive_id, key_task_id, duty_id,
                               department_id, duty_role, due_on, working_days_late, level_no, outcome, due_basis, own_part,
                               occurred_at
                          FROM score_event WHERE id = :first""")
                .param("first", first)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO score_line (id, ledger_id, event_id, part, points, rule_name, rule_version, inputs, decided_at)
                        SELECT id - 1, ledger_id, event_id - 1, part, points, rule_name, rule_version, inputs, decided_at
                          FROM score_line WHERE event_id = :first AND ledger_id = 0""")
                .param("first", first)
                .update();
    }

    @Test
    void tellsDifferencesOfTheRulesAlone() {
        urgedLead();
        AppealId id = appeal(lead, last(lead));
        LedgerId ledger = recompute();
        fixture.as(supervisor, () -> appeals.uphold(id, "情况属实"));
        commitLate();

        assertThat(score(lead, ledger).difference())
                .as("neither appeals nor what it does not have")
                .isZero();
        deploy("SIGNED_IN_TIME", "3");
        assertThat(score(lead, recompute()).difference()).as("two signatures").isEqualTo(4);
    }

    @Test
    void isReadByNobodyBeforeItIsFinished() {
        urgedLead();
        LedgerId ledger = fixture.as(supervisor, () -> ledgers.begin("试算"));
        ScoreFilter half = new ScoreFilter(ledger, 2026, null);

        assertThat(fixture.as(supervisor, () -> scores.ranking(half))).isEmpty();
        assertThat(fixture.as(supervisor, () -> ledgers.list())).hasSize(1);
        assertThat(fixture.as(lead.staff(), () -> ledgers.list())).isEmpty();

        fixture.as(supervisor, () -> ledgers.goOn(ledger));
        assertThat(fixture.as(supervisor, () -> scores.ranking(half))).hasSize(2);
        assertThat(fixture.as(lead.staff(), () -> ledgers.list())).hasSize(1);
    }

    @Test
    void isNotFinishedUnderOtherRulesThanItWasBegunWith() {
        urgedLead();
        LedgerId ledger = fixture.as(supervisor, () -> ledgers.begin("试算"));
        deploy("URGED", "-3");

        refused("refusal.score.rulesChanged", () -> fixture.as(supervisor, () -> ledgers.goOn(ledger)));
        assertThat(lines(lead, ledger)).isEmpty();
    }

    @Test
    void isMadeBySupervisorsWithANote() {
        refused("refusal.score.nothingCounted", () -> fixture.as(supervisor, () -> ledgers.begin("试算")));
        urgedLead();
        refused("refusal.score.noteMissing", () -> fixture.as(supervisor, () -> ledgers.begin(" ")));
        for (Account other : List.of(lead.head(), fixture.leader(), fixture.admin())) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> fixture.as(other, () -> ledgers.begin("试算")));
        }
        LedgerId unknown = new LedgerId(4711);
        refused(
                "refusal.notFound",
                () -> fixture.as(supervisor, () -> scores.ranking(new ScoreFilter(unknown, 2026, null))));
    }

    @Test
    void refusesToRewardAFailure() {
        Account admin = fixture.admin();
        TableVersion newest = newest(admin);
        refused(
                        "refusal.table.failureIsRewarded",
                        () -> fixture.as(admin, () -> rules.check(changed(newest.table(), "URGED", "1"))))
                .satisfies(refusal -> assertThat(refusal.arguments()[1]).isEqualTo("URGED"));
        refused(
                "refusal.table.failureIsRewarded",
                () -> fixture.as(admin, () -> rules.check(changed(newest.table(), "SIGNED_LATE", "1"))));
        fixture.as(admin, () -> rules.check(changed(newest.table(), "SIGNED_IN_TIME", "5")));
        fixture.as(admin, () -> rules.check(changed(newest.table(), "DONE_LATE", "5")));
    }

    @Test
    void comparesByWeightedDuties() {
        Office busy = fixture.office();
        Office idle = fixture.office();
        Office few = fixture.office();
        DirectiveId directive = fixture.directive(
                supervisor,
                List.of(
                        List.of(leads(busy), helps(idle), helps(few)),
                        List.of(leads(busy), helps(idle)),
                        List.of(leads(busy), helps(idle)),
                        List.of(leads(busy), helps(idle))));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        List<KeyTaskId> all = tasksOf(directive);
        all.forEach(each -> sign(each, busy, idle));
        sign(all.getFirst(), few);

        List<DepartmentScore> ranking = fixture.as(supervisor, () -> scores.ranking(THIS_YEAR));

        assertThat(ranking).extracting(DepartmentScore::name).startsWith(idle.name(), busy.name());
        assertThat(ranking.get(0))
                .returns(1, DepartmentScore::rank)
                .returns(4, DepartmentScore::points)
                .returns(4, DepartmentScore::duties)
                .returns(200, DepartmentScore::weight)
                .returns(new BigDecimal("2.00"), DepartmentScore::perDuty);
        assertThat(ranking.get(1))
                .returns(2, DepartmentScore::rank)
                .returns(new BigDecimal("1.00"), DepartmentScore::perDuty);
        assertThat(ranking.get(2))
                .as("one duty says too little")
                .returns(few.id(), DepartmentScore::department)
                .returns(0, DepartmentScore::rank)
                .returns(new BigDecimal("2.00"), DepartmentScore::perDuty);

        withdrawTask(all.getLast());
        assertThat(score(busy, LedgerId.RUNNING).duties())
                .as("it worked on what was withdrawn")
                .isEqualTo(4);
        ScoreFilter before = new ScoreFilter(LedgerId.RUNNING, 2025, null);
        assertThat(fixture.as(supervisor, () -> scores.ranking(before))).isEmpty();
        ScoreFilter other = new ScoreFilter(LedgerId.RUNNING, 2026, fixture.directive(supervisor, 1, leads(lead)));
        assertThat(fixture.as(supervisor, () -> scores.ranking(other))).isEmpty();
    }

    @Test
    void ranksEqualOnesAlikeAndSaysSinceWhen() {
        assertThat(fixture.as(supervisor, () -> scores.since())).isEmpty();
        DirectiveId directive = fixture.directive(supervisor, 3, shares(lead), shares(helper));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        tasksOf(directive).forEach(each -> sign(each, lead, helper));

        assertThat(fixture.as(supervisor, () -> scores.ranking(THIS_YEAR)))
                .extracting(DepartmentScore::rank)
                .containsExactly(1, 1);
        assertThat(fixture.as(supervisor, () -> scores.since())).contains(clock.instant());
    }

    private KeyTaskId urgedLead() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        DutyId duty = duty(task, lead).id();
        fixture.as(supervisor, () -> urges.urge(duty, "请加快"));
        return task;
    }

    private ScoreLine urgedOnAnother() {
        KeyTaskId another = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        DutyId duty = duty(another, lead).id();
        fixture.as(supervisor, () -> urges.urge(duty, "请加快"));
        return last(lead);
    }

    private DepartmentScore score(Office office, LedgerId ledger) {
        return fixture.as(supervisor, () -> scores.ranking(new ScoreFilter(ledger, 2026, null))).stream()
                .filter(each -> each.department().equals(office.id()))
                .findFirst()
                .orElseThrow();
    }

    private void deploy(String rule, String points) {
        Account admin = fixture.admin();
        TableVersion newest = newest(admin);
        fixture.as(admin, () -> rules.deploy(changed(newest.table(), rule, points), newest.version()));
    }

    private TableVersion newest(Account admin) {
        return fixture.as(admin, () -> rules.versions("score")).getFirst();
    }

    private static DecisionTable changed(DecisionTable table, String rule, String points) {
        List<DecisionTable.Row> rows = new ArrayList<>(table.rows());
        rows.replaceAll(row -> table.ruleOf(row).equals(rule)
                ? new DecisionTable.Row(row.conditions(), List.of("\"" + rule + "\"", points), row.note())
                : row);
        return table.with(rows);
    }
}
