package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.ladder.Urges;
import org.duban.score.Appeal;
import org.duban.score.AppealId;
import org.duban.score.ScoreLine;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Transfers;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Watchdog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** 申诉 against a line, by the head, decided by the supervisor. */
class ScoreAppealTests extends ScoreTest {

    @Autowired
    Urges urges;

    @Autowired
    Transfers transfers;

    @Autowired
    Accounts accounts;

    @Autowired
    Watchdog watchdog;

    @Autowired
    RuntimeService engineRuntimeService;

    private KeyTaskId task;
    private ScoreLine line;

    @BeforeEach
    void urge() {
        task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        DutyId duty = duty(task, lead).id();
        fixture.as(supervisor, () -> urges.urge(duty, "请加快"));
        line = last(lead);
        assertThat(line.rule()).isEqualTo("URGED");
    }

    @Test
    void isUpheldByACounterLineBesideTheFirst() {
        AppealId id = appeal(lead, line);
        assertThat(only(supervisor, ItemKind.DECIDE_SCORE_APPEAL).dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(fixture.as(supervisor, () -> scores.appealedAgainst()))
                .extracting(ScoreLine::id)
                .containsExactly(line.id());
        assertThat(kinds(lead.staff())).as("nothing else is disturbed").containsExactly(ItemKind.URGED);

        fixture.as(supervisor, () -> appeals.uphold(id, "情况属实"));

        assertThat(total(lead)).as("the signature alone").isOne();
        assertThat(lines(lead)).extracting(ScoreLine::points).containsExactly(1, -1, 1);
        assertThat(last(lead)).returns(true, ScoreLine::counter).returns("URGED", ScoreLine::rule);
        assertThat(jdbc.sql("SELECT counter_of FROM score_line WHERE part = 'COUNTER'")
                        .query(Long.class)
                        .single())
                .isEqualTo(line.id().value());
        assertThat(lines(lead).get(1).appeal())
                .returns(Appeal.State.UPHELD, Appeal::state)
                .returns("当日已口头报告", Appeal::reason)
                .returns(lead.head().displayName(), Appeal::appealedBy)
                .returns("情况属实", Appeal::decisionReason)
                .returns(supervisor.displayName(), Appeal::decidedBy);
        assertThat(kinds(supervisor)).isEmpty();
        assertThat(history(task)).endsWith(Kind.SCORE_APPEALED, Kind.SCORE_APPEAL_UPHELD);
        assertThat(fixture.as(supervisor, () -> scores.ranking(THIS_YEAR)))
                .filteredOn(each -> each.department().equals(lead.id()))
                .singleElement()
                .returns(1, each -> each.plus())
                .returns(0, each -> each.minus())
                .returns(2, each -> each.lines());
    }

    @Test
    void isRefusedAndTheLineStands() {
        AppealId id = appeal(lead, line);
        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> appeals.refuse(id, " ")));

        fixture.as(supervisor, () -> appeals.refuse(id, "催办有据"));

        assertThat(total(lead)).isZero();
        assertThat(lines(lead)).hasSize(2);
        assertThat(last(lead).appeal().state()).isEqualTo(Appeal.State.REFUSED);
        alreadyHandled(supervisor, () -> appeals.uphold(id, "情况属实"));
        alreadyHandled(lead.head(), () -> appeals.appeal(line.id(), "再次申诉"));
        assertThat(count("score_appeal")).isOne();
    }

    @Test
    void isTakenBackByTheHeadBeforeAnybodyDecides() {
        AppealId id = appeal(lead, line);
        denied(lead.staff(), () -> appeals.takeBack(id));
        refused("refusal.notFound", () -> fixture.as(helper.head(), () -> appeals.takeBack(id)));
        assertThat(fixture.as(lead.head(), () -> scores.retractable(last(lead))))
                .isTrue();
        List<ItemKind> others = kinds(lead.staff());

        fixture.as(lead.head(), () -> appeals.takeBack(id));

        assertThat(kinds(supervisor)).isEmpty();
        assertThat(kinds(lead.staff())).isEqualTo(others);
        assertThat(last(lead).appeal())
                .returns(Appeal.State.TAKEN_BACK, Appeal::state)
                .returns(lead.head().displayName(), Appeal::decidedBy)
                .returns(null, Appeal::decisionReason);
        assertThat(total(lead)).as("the line stands").isZero();
        assertThat(history(task)).endsWith(Kind.SCORE_APPEALED, Kind.SCORE_APPEAL_TAKEN_BACK);
        assertThat(seenBy(helper)).doesNotContain(Kind.SCORE_APPEAL_TAKEN_BACK);
        alreadyHandled(supervisor, () -> appeals.uphold(id, "情况属实"));
        alreadyHandled(lead.head(), () -> appeals.takeBack(id));
        alreadyHandled(lead.head(), () -> appeals.appeal(line.id(), "再次申诉"));
        assertThat(fixture.as(lead.head(), () -> scores.retractable(last(lead))))
                .isFalse();
    }

    @Test
    void isNotTakenBackOnceItIsDecided() {
        AppealId id = appeal(lead, line);
        fixture.as(supervisor, () -> appeals.refuse(id, "催办有据"));
        alreadyHandled(lead.head(), () -> appeals.takeBack(id));
        assertThat(last(lead).appeal().state()).isEqualTo(Appeal.State.REFUSED);
    }

    @Test
    void isForTheHeadAlone() {
        denied(lead.staff(), () -> appeals.appeal(line.id(), "不服"));
        refused("refusal.notFound", () -> fixture.as(helper.head(), () -> appeals.appeal(line.id(), "不服")));
        denied(supervisor, () -> appeals.appeal(line.id(), "不服"));
        refused("refusal.reasonMissing", () -> fixture.as(lead.head(), () -> appeals.appeal(line.id(), "")));
        ScoreLine signature = lines(lead).getFirst();
        refused("refusal.score.notAgainst", () -> appeal(lead, signature));
        assertThat(fixture.as(lead.head(), () -> scores.appealable(line))).contains(LocalDate.of(2026, 3, 9));
        assertThat(fixture.as(lead.head(), () -> scores.appealable(signature))).isEmpty();
        assertThat(fixture.as(lead.staff(), () -> scores.appealable(line))).isEmpty();
        assertThat(count("score_appeal")).isZero();
    }

    @Test
    void isDecidedByASupervisorOfTheDirectiveAlone() {
        AppealId id = appeal(lead, line);
        Account other = fixture.supervisor();
        refused("refusal.notFound", () -> fixture.as(other, () -> appeals.uphold(id, "情况属实")));
        denied(lead.head(), () -> appeals.uphold(id, "情况属实"));
        denied(fixture.leader(), () -> appeals.refuse(id, "催办有据"));
        assertThat(fixture.as(other, () -> scores.appealedAgainst())).isEmpty();
        assertThat(fixture.as(lead.head(), () -> scores.appealedAgainst())).isEmpty();
        refused("refusal.notFound", () -> fixture.as(supervisor, () -> appeals.uphold(new AppealId(4711), "情况属实")));
        assertThat(last(lead).appeal().open()).isTrue();
    }

    @Test
    void isPossibleForFiveWorkingDays() {
        goTo(LocalDate.of(2026, 3, 10));
        refused("refusal.score.appealTooLate", () -> appeal(lead, line));
        assertThat(fixture.as(lead.head(), () -> scores.appealable(line))).isEmpty();

        goTo(LocalDate.of(2026, 3, 9));
        appeal(lead, line);
        goTo(LocalDate.of(2026, 3, 20));
        assertThat(only(supervisor, ItemKind.DECIDE_SCORE_APPEAL).dueOn())
                .as("late, and still to be decided")
                .isEqualTo(LocalDate.of(2026, 3, 16));
    }

    @Test
    void outlivesTheEndOfTheKeyTask() {
        AppealId id = appeal(lead, line);
        apply(task, lead);
        close(task, Outcome.DONE);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_SCORE_APPEAL);
        ledgerAndEngine.check();
        fixture.as(supervisor, () -> appeals.uphold(id, "情况属实"));

        ScoreLine other = urgedOnAnother();
        AppealId again = appeal(lead, other);
        withdrawTask(other.taskId());
        ledgerAndEngine.check();
        fixture.as(supervisor, () -> appeals.refuse(again, "催办有据"));
        assertThat(kinds(supervisor)).isEmpty();
    }

    @Test
    void isPossibleAfterTheEndOfTheKeyTask() {
        withdrawTask(task);
        AppealId id = appeal(lead, line);
        fixture.as(supervisor, () -> appeals.uphold(id, "情况属实"));
        assertThat(total(lead)).isOne();
    }

    private ScoreLine urgedOnAnother() {
        KeyTaskId another = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        sign(another, lead);
        DutyId duty = duty(another, lead).id();
        fixture.as(supervisor, () -> urges.urge(duty, "请加快"));
        return last(lead);
    }

    @Test
    void keepsNobodyFromBeingUrged() {
        appeal(lead, line);
        goTo(LocalDate.of(2026, 3, 4));
        DutyId duty = duty(task, lead).id();
        fixture.as(supervisor, () -> urges.urge(duty, "请再加快"));
        assertThat(lines(lead)).hasSize(3);
    }

    @Test
    void isNoBusinessOfAFellowDepartment() {
        AppealId id = appeal(lead, line);
        fixture.as(supervisor, () -> appeals.refuse(id, "催办有据"));

        assertThat(seenBy(lead)).contains(Kind.SCORE_APPEALED, Kind.SCORE_APPEAL_REFUSED);
        assertThat(seenBy(helper)).doesNotContain(Kind.SCORE_APPEALED, Kind.SCORE_APPEAL_REFUSED);
    }

    private List<Kind> seenBy(Office office) {
        return fixture.as(office.staff(), () -> tasks.timeline(task, 100)).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    @Test
    void isMissedByTheWatchdogWhenNobodyCanDecideIt() {
        AppealId id = appeal(lead, line);
        jdbc.sql("DELETE FROM open_item WHERE kind = 'DECIDE_SCORE_APPEAL'").update();
        assertThat(stalled().what()).isEqualTo("ITEM");

        String instance = engineRuntimeService
                .createProcessInstanceQuery()
                .processDefinitionKey("score-appeal")
                .processInstanceBusinessKey(Long.toString(id.value()))
                .singleResult()
                .getId();
        engineRuntimeService.deleteProcessInstance(instance, "broken on purpose");
        assertThat(stalled().what()).isEqualTo("PROCESS");
        assertThat(stalled().who()).isEqualTo(lead.name());
        world.begin();
    }

    private Trouble stalled() {
        List<Trouble> found = fixture.as(
                        fixture.admin(), () -> watchdog.list(EnumSet.of(Trouble.Group.STALLED), Trouble.Key.START, 9))
                .rows();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().key().kind()).isEqualTo(Trouble.Kind.SCORE_APPEAL);
        return found.getFirst();
    }

    private void denied(Account account, Runnable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> fixture.as(account, action));
    }

    @Test
    void leavesNothingWhenTheEngineBreaksOff() {
        assertThatExceptionOfType(ModelCoverage.Broken.class)
                .isThrownBy(() -> ModelCoverage.breakingAt("score-appeal/decide-appeal", 0, () -> appeal(lead, line)));
        assertThat(count("score_appeal")).isZero();
        assertThat(kinds(supervisor)).isEmpty();

        AppealId id = appeal(lead, line);
        assertThatExceptionOfType(ModelCoverage.Broken.class)
                .isThrownBy(() -> ModelCoverage.breakingAt(
                        "score-appeal/upheld", 0, () -> fixture.as(supervisor, () -> appeals.uphold(id, "情况属实"))));
        assertThat(lines(lead)).hasSize(2);
        assertThat(last(lead).appeal().open()).isTrue();
    }

    @Test
    void waitsThoughTheKeyTaskStandsStill() {
        suspend(task);
        AppealId id = appeal(lead, line);
        assertThat(kinds(supervisor)).contains(ItemKind.DECIDE_SCORE_APPEAL);

        goTo(calendar.plusWorkingDays(calendar.today(), 4));
        resume(task);

        assertThat(only(supervisor, ItemKind.DECIDE_SCORE_APPEAL).dueOn())
                .as("it could be decided all the time")
                .isEqualTo(jdbc.sql("SELECT due_on FROM score_appeal")
                        .query(LocalDate.class)
                        .single());
        fixture.as(supervisor, () -> appeals.refuse(id, "催办有据"));
        assertThat(kinds(supervisor)).isEmpty();
    }

    @Test
    void outlivesAKeyTaskThatIsWithdrawnFromItsStandstill() {
        appeal(lead, line);
        suspend(task);
        withdrawTask(task);

        assertThat(kinds(supervisor)).containsExactly(ItemKind.DECIDE_SCORE_APPEAL);
    }

    @Test
    void keepsTheLastSupervisorOfWhatHasEnded() {
        AppealId id = appeal(lead, line);
        apply(task, lead);
        close(task, Outcome.DONE);
        Account admin = fixture.admin();
        refused(
                "refusal.account.lastSupervisor",
                () -> fixture.as(admin, () -> accounts.setEnabled(supervisor.id(), false)));

        fixture.as(supervisor, () -> appeals.refuse(id, "催办有据"));
        fixture.as(admin, () -> accounts.setEnabled(supervisor.id(), false));
    }

    @Test
    void staysAboutTheDepartmentOfTheTime() {
        appeal(lead, line);
        Office other = fixture.office();
        fixture.as(supervisor, () -> transfers.transfer(duty(task, lead).id(), other.id(), "机构职能调整"));

        assertThat(jdbc.sql("SELECT about_id FROM open_item WHERE kind = 'DECIDE_SCORE_APPEAL'")
                        .query(Long.class)
                        .single())
                .isEqualTo(lead.id().value());
    }
}
