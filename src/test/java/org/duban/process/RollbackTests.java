package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.account.Account;
import org.duban.base.Timers;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.instruction.Answers;
import org.duban.instruction.Assignments;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.InstructionId;
import org.duban.instruction.Instructions;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Objection;
import org.duban.task.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** DESIGN, invariant 1: whatever breaks in the middle of an action, in the engine or outside, leaves nothing of it. */
class RollbackTests extends ProcessTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    private static final Duration UNTIL_THE_NEXT_TRY = Duration.ofMinutes(1);

    /** @param reaches what the engine comes to in the course of the action */
    private record Action(Runnable run, String reaches) {}

    private static final class Stumbled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Directives directives;

    @Autowired
    Timers timers;

    @Autowired
    Extensions extensions;

    @Autowired
    Instructions instructions;

    @Autowired
    Assignments assignments;

    @Autowired
    Answers answers;

    @Test
    void leavesNothingOfAnActionThatTheEngineBreaksOff() {
        everyAction().forEach((name, action) -> {
            Map<String, List<String>> before = world.content();
            assertThatThrownBy(() -> ModelCoverage.breakingAt(action.reaches(), 0, action.run()))
                    .as(name)
                    .isInstanceOf(ModelCoverage.Broken.class);
            assertThat(world.content()).as(name).isEqualTo(before);
            action.run().run();
        });
    }

    @Test
    void leavesNothingInTheEngineOfAnActionThatBreaksOffAfterIt() {
        everyAction().forEach((name, action) -> {
            Map<String, List<String>> before = world.content();
            assertThatExceptionOfType(Stumbled.class)
                    .as(name)
                    .isThrownBy(() -> transactions.executeWithoutResult(status -> {
                        action.run().run();
                        throw new Stumbled();
                    }));
            assertThat(world.content()).as(name).isEqualTo(before);
            action.run().run();
            assertThat(world.content()).as(name + " leaves something").isNotEqualTo(before);
        });
    }

    @Test
    void launchesNoRowOfABatchThatBreaksOff() {
        DirectiveId directive = fixture.directive(supervisor, 25, leads(lead));
        fixture.as(supervisor, () -> directives.launch(directive, ReportingFrequency.NONE, YEAR_END));

        assertThatThrownBy(() -> ModelCoverage.breakingAt("key-task/launched", 15, timers::fireDue))
                .isInstanceOf(ModelCoverage.Broken.class);
        assertThat(tasksOf(directive)).isEmpty();
        assertThat(count("open_item")).isZero();

        fixture.travel(UNTIL_THE_NEXT_TRY);
        assertThat(tasksOf(directive)).hasSize(25);
    }

    /** What was asked key task by key task stands, and is not asked again. */
    @Test
    void asksOnceForTheReportsOfAPeriodWhoseTurnBreaksOff() {
        DirectiveId directive = fixture.directive(supervisor, 5, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, YEAR_END);
        clock.travelTo(calendar.startOf(OPENING));

        assertThatThrownBy(() -> ModelCoverage.breakingAt("directive/schedule-period", 0, timers::fireDue))
                .isInstanceOf(ModelCoverage.Broken.class);
        assertThat(count("progress_report")).isEqualTo(5);

        fixture.travel(UNTIL_THE_NEXT_TRY);
        assertThat(count("progress_report")).isEqualTo(5);
        assertThat(count("reporting_period")).isOne();
    }

    /** Every action of a person, each possible as things stand after the ones before it. */
    private Map<String, Action> everyAction() {
        Office other = fixture.office();
        Office joint = fixture.office();
        Office third = fixture.office();
        KeyTaskId task = launched(
                ReportingFrequency.MONTHLY, YEAR_END, leads(lead), helps(helper), shares(joint), shares(third));
        goTo(OPENING);
        jdbc.sql("UPDATE duty SET dispute_by = NULL").update();
        DutyId disputed = duty(task, helper).id();
        DutyId moved = duty(task, joint).id();
        DutyId withdrawn = duty(task, third).id();
        DutyId signed = duty(task, lead).id();
        ReportId report = reportOf(lead);
        DirectiveId draft = fixture.directive(supervisor, 1, leads(lead));

        Map<String, Action> actions = new LinkedHashMap<>();
        actions.put(
                "launch",
                new Action(
                        () -> fixture.as(supervisor, () -> directives.launch(draft, ReportingFrequency.NONE, YEAR_END)),
                        "directive/to-batch"));
        actions.put(
                "sign",
                new Action(
                        () -> fixture.as(lead.staff(), () -> acknowledgements.acknowledge(signed)),
                        "acknowledgement/duty-signed"));
        actions.put(
                "dispute",
                new Action(
                        () -> fixture.as(
                                helper.head(), () -> disputes.raise(disputed, Objection.concerningNobody("不属本部门职责"))),
                        "acknowledgement/decide-dispute"));
        actions.put(
                "confirm",
                new Action(
                        () -> fixture.as(supervisor, () -> acknowledgements.confirm(disputed, "职责明确")),
                        "acknowledgement/acknowledge"));
        dispute(task, joint);
        actions.put(
                "change",
                new Action(
                        () -> fixture.as(
                                supervisor, () -> acknowledgements.change(moved, other.id(), DutyRole.JOINT, "改由其负责")),
                        "progress-report/period-open"));
        dispute(task, third);
        actions.put(
                "withdraw",
                new Action(
                        () -> fixture.as(supervisor, () -> acknowledgements.withdraw(withdrawn, "确不相关")),
                        "acknowledgement/withdrawn"));
        actions.put("submit", new Action(() -> submit(lead, report, 10), "progress-report/review-report"));
        actions.put("return", new Action(() -> sendBack(report, YEAR_END), "progress-report/write-report"));
        actions.put("amend", new Action(() -> submit(lead, report, 20), "progress-report/review-report"));
        actions.put("accept", new Action(() -> accept(report), "progress-report/report-accepted"));
        actions.put(
                "sign later",
                new Action(
                        () -> fixture.as(other.staff(), () -> acknowledgements.acknowledge(moved)),
                        "acknowledgement/duty-signed"));
        requests(actions, task, signed);
        actions.put("apply", new Action(() -> applyOnly(task, lead), "key-task/countersign"));
        actions.put(
                "take back",
                new Action(
                        () -> fixture.as(lead.staff(), () -> completions.takeBack(fixture.application(task))),
                        "key-task/apply-for-completion"));
        actions.put("apply a second time", new Action(() -> applyOnly(task, lead), "key-task/countersign"));
        actions.put("return it", new Action(() -> giveBack(task, other), "key-task/apply-for-completion"));
        actions.put("apply a third time", new Action(() -> applyOnly(task, lead), "key-task/countersign"));
        actions.put("countersign", new Action(() -> agree(task, other), "key-task/verify-completion"));
        actions.put("order a check", new Action(() -> orderCheck(task), "key-task/on-site-check"));
        actions.put("record the check", new Action(() -> recordCheck(task, true), "key-task/verify-completion"));
        actions.put(
                "send back",
                new Action(
                        () -> fixture.as(
                                supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料")),
                        "key-task/apply-for-completion"));
        actions.put("apply again", new Action(() -> applyOnly(task, lead), "key-task/countersign"));
        actions.put("countersign again", new Action(() -> agree(task, other), "key-task/verify-completion"));
        actions.put(
                "close",
                new Action(
                        () -> fixture.as(
                                supervisor,
                                () -> completions.close(task, fixture.application(task), Outcome.DONE, null)),
                        "key-task/task-closed"));
        actions.put("reopen", new Action(() -> reopen(task, YEAR_END), "key-task/apply-for-completion"));
        actions.put("withdraw the key task", new Action(() -> withdrawTask(task), "key-task/withdrawn"));
        return actions;
    }

    private void requests(Map<String, Action> actions, KeyTaskId task, DutyId signed) {
        LocalDate later = YEAR_END.plusDays(30);
        actions.put(
                "ask for an extension",
                new Action(
                        () -> fixture.as(lead.staff(), () -> extensions.ask(signed, ExtensionTest.request(later))),
                        "extension/sign-extension"));
        actions.put(
                "sign it",
                new Action(
                        () -> fixture.as(lead.head(), () -> extensions.sign(extension(task))),
                        "extension/decide-extension"));
        actions.put(
                "grant it",
                new Action(
                        () -> fixture.as(supervisor, () -> extensions.approve(extension(task), later, null)),
                        "extension/approved"));
        Account leader = fixture.leader();
        actions.put(
                "instruct",
                new Action(
                        () -> fixture.as(leader, () -> instructions.write(task, "请加快进度", null)),
                        "instruction/assign-instruction"));
        actions.put(
                "assign",
                new Action(
                        () -> fixture.as(
                                supervisor,
                                () -> assignments.assign(instruction(task), Set.of(lead.id()), "请答复", YEAR_END)),
                        "instruction/answer-instruction"));
        actions.put(
                "answer",
                new Action(
                        () -> fixture.as(
                                lead.staff(),
                                () -> answers.answer(
                                        read(task).answers().getFirst().id(), "已办")),
                        "instruction/report-instruction"));
        actions.put(
                "report",
                new Action(
                        () -> fixture.as(supervisor, () -> assignments.report(instruction(task), 0, "已办")),
                        "instruction/confirm-instruction"));
        actions.put(
                "confirm the instruction",
                new Action(
                        () -> fixture.as(
                                leader,
                                () -> instructions.confirm(
                                        instruction(task),
                                        read(task).results().getLast().id(),
                                        null)),
                        "instruction/instruction-done"));
    }

    private ExtensionId extension(KeyTaskId task) {
        return fixture.as(lead.head(), () -> extensions.of(task)).getFirst().id();
    }

    private InstructionId instruction(KeyTaskId task) {
        return read(task).instruction().id();
    }

    private InstructionDetails read(KeyTaskId task) {
        return fixture.as(supervisor, () -> instructions.of(task)).getFirst();
    }
}
