package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.instruction.Answer;
import org.duban.instruction.AnswerId;
import org.duban.instruction.Answers;
import org.duban.instruction.Assignments;
import org.duban.instruction.Instruction.State;
import org.duban.instruction.InstructionDetails;
import org.duban.instruction.InstructionId;
import org.duban.instruction.Instructions;
import org.duban.instruction.Urgency;
import org.duban.organisation.DepartmentId;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskEvents;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Watchdog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** 批示: from the leader to the supervisors, to the departments, and all the way back. */
class InstructionTests extends ProcessTest {

    static final LocalDate ANSWER_BY = LocalDate.of(2026, 3, 12);

    @Autowired
    Instructions instructions;

    @Autowired
    Assignments assignments;

    @Autowired
    Answers answers;

    @Autowired
    Accounts accounts;

    @Autowired
    Successions successions;

    @Autowired
    Watchdog watchdog;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher events;

    private KeyTaskId task;
    private Account leader;
    private Office third;

    @BeforeEach
    void launch() {
        third = fixture.office();
        task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), helps(helper), helps(third));
        sign(task, lead, helper, third);
        leader = fixture.leader();
    }

    @Test
    void goesToTheDepartmentsAndComesBackToTheLeader() {
        InstructionId id = write(null);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.ASSIGN_INSTRUCTION);

        assign(id, lead, helper);
        assertThat(items(supervisor)).isEmpty();
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
        assertThat(only(helper.head(), ItemKind.ANSWER_INSTRUCTION).dueOn()).isEqualTo(ANSWER_BY);
        assertThat(items(third.staff())).isEmpty();

        answer(id, lead, "已组织整改");
        assertThat(state(id)).isEqualTo(State.ANSWERING);
        assertThat(items(supervisor)).as("as long as one is missing").isEmpty();
        answer(id, helper, "已配合到位");
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REPORT_INSTRUCTION);

        report(id, "整改完毕");
        assertThat(items(supervisor)).isEmpty();
        assertThat(kinds(leader)).containsExactly(ItemKind.CONFIRM_INSTRUCTION);
        assertThat(items(fixture.leader())).as("of another leader").isEmpty();

        fixture.as(leader, () -> instructions.confirm(id, lastResult(id), "很好"));

        assertThat(state(id)).isEqualTo(State.DONE);
        assertThat(items(leader)).isEmpty();
        InstructionDetails details = read(leader, id);
        assertThat(details.results()).hasSize(1);
        assertThat(details.results().getFirst().words()).isEqualTo("很好");
        assertThat(details.answers())
                .extracting(each -> each.replies().getFirst().text())
                .containsExactly("已组织整改", "已配合到位");
        assertThat(history(task))
                .endsWith(
                        Kind.INSTRUCTION_WRITTEN,
                        Kind.INSTRUCTION_ASSIGNED,
                        Kind.INSTRUCTION_ASSIGNED,
                        Kind.INSTRUCTION_ANSWERED,
                        Kind.INSTRUCTION_ANSWERED,
                        Kind.INSTRUCTION_REPORTED,
                        Kind.INSTRUCTION_DONE);
        alreadyHandled(leader, () -> instructions.confirm(id, lastResult(id), null));
    }

    @Test
    void waitsForTheSupervisorsTheShorterTheMoreUrgentItIs() {
        write(null);
        assertThat(only(supervisor, ItemKind.ASSIGN_INSTRUCTION).dueOn()).isEqualTo(MONDAY.plusDays(2));
        write(Urgency.URGENT);
        write(Urgency.VERY_URGENT);

        assertThat(items(supervisor))
                .extracting(item -> item.dueOn())
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
    }

    @Test
    void isNotClosedByAnotherOne() {
        InstructionId first = write(null);
        assign(first, lead);
        InstructionId second = write(Urgency.URGENT);

        assertThat(state(first)).isEqualTo(State.ANSWERING);
        assign(second, lead);
        assertThat(items(lead.staff())).hasSize(2);
        answer(second, lead, "已办");
        report(second, "已办");
        fixture.as(leader, () -> instructions.confirm(second, lastResult(second), null));

        assertThat(state(second)).isEqualTo(State.DONE);
        assertThat(state(first)).isEqualTo(State.ANSWERING);
        answer(first, lead, "也已办");
        assertThat(state(first)).isEqualTo(State.REPORTING);
    }

    @Test
    void goesOnWithoutTheLateOnes() {
        InstructionId id = write(null);
        assign(id, lead, helper);
        answer(id, lead, "已组织整改");
        refused("refusal.instruction.notLate", () -> fixture.as(supervisor, () -> assignments.goOn(id)));
        goTo(ANSWER_BY);
        refused("refusal.instruction.notLate", () -> fixture.as(supervisor, () -> assignments.goOn(id)));
        goTo(ANSWER_BY.plusDays(1));

        fixture.as(supervisor, () -> assignments.goOn(id));

        assertThat(items(helper.staff())).isEmpty();
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REPORT_INSTRUCTION);
        assertThat(answerOf(id, helper).state()).isEqualTo(Answer.State.SKIPPED);
        assertThat(answerOf(id, lead).state()).isEqualTo(Answer.State.ANSWERED);
        assertThat(history(task)).endsWith(Kind.INSTRUCTION_WENT_ON);
        AnswerId skipped = answerOf(id, helper).id();
        alreadyHandled(helper.staff(), () -> answers.answer(skipped, "来迟了"));
        alreadyHandled(supervisor, () -> assignments.goOn(id));
    }

    @Test
    void takesALateAnswerAsLongAsItIsWaitedFor() {
        InstructionId id = write(null);
        assign(id, lead);
        goTo(ANSWER_BY.plusDays(3));

        answer(id, lead, "迟报，请谅解");

        assertThat(answerOf(id, lead).replies().getFirst().late()).isTrue();
        assertThat(state(id)).isEqualTo(State.REPORTING);
    }

    @Test
    void isReturnedToOneDepartmentAndNoOther() {
        InstructionId id = write(null);
        assign(id, lead, helper);
        answer(id, lead, "正在研究");
        answer(id, helper, "已配合到位");
        AnswerId returned = answerOf(id, lead).id();
        refused(
                "refusal.reasonMissing",
                () -> fixture.as(supervisor, () -> assignments.giveBack(returned, 0, "", ANSWER_BY)));
        refused(
                "refusal.instruction.due",
                () -> fixture.as(supervisor, () -> assignments.giveBack(returned, 0, "不具体", MONDAY.minusDays(1))));

        fixture.as(supervisor, () -> assignments.giveBack(returned, 0, "请写明措施", ANSWER_BY.plusDays(5)));

        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
        assertThat(only(lead.staff(), ItemKind.ANSWER_INSTRUCTION).dueOn()).isEqualTo(ANSWER_BY.plusDays(5));
        assertThat(items(helper.staff())).isEmpty();
        assertThat(items(supervisor)).isEmpty();
        assertThat(answerOf(id, lead).originalDueOn()).isEqualTo(ANSWER_BY);
        alreadyHandled(supervisor, () -> assignments.giveBack(returned, 0, "再退一次", ANSWER_BY));
        answer(id, lead, "措施三条");
        alreadyHandled(supervisor, () -> assignments.giveBack(returned, 0, "没有读过新答复", ANSWER_BY));
        report(id, "已办");

        assertThat(answerOf(id, lead).replies())
                .extracting(Answer.Reply::text, Answer.Reply::returnReason)
                .containsExactly(tuple("正在研究", "请写明措施"), tuple("措施三条", null));
    }

    @Test
    void asksAgainWhoWasGoneOnWithout() {
        InstructionId id = write(null);
        assign(id, lead);
        goTo(ANSWER_BY.plusDays(1));
        fixture.as(supervisor, () -> assignments.goOn(id));
        AnswerId skipped = answerOf(id, lead).id();

        fixture.as(supervisor, () -> assignments.giveBack(skipped, 0, "仍须答复", ANSWER_BY.plusDays(5)));
        answer(id, lead, "已办");

        assertThat(answerOf(id, lead).replies())
                .extracting(Answer.Reply::text, Answer.Reply::late)
                .containsExactly(tuple(null, true), tuple("已办", false));
    }

    @Test
    void goesToFurtherDepartmentsBeforeItIsReported() {
        InstructionId id = write(null);
        assign(id, lead);
        answer(id, lead, "还需配合部门意见");
        refused("refusal.instruction.askedBefore", () -> assign(id, lead, helper));

        assign(id, helper);

        assertThat(items(supervisor)).isEmpty();
        assertThat(kinds(helper.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
        answer(id, helper, "同意");
        report(id, "已办");
    }

    @Test
    void goesBackToTheSupervisorsAsOftenAsTheLeaderAsksForMore() {
        InstructionId id = write(null);
        assign(id, lead);
        answer(id, lead, "已办");
        for (int round = 0; round < 2; round++) {
            report(id, "第" + round + "次上报");
            long result = lastResult(id);
            refused(
                    "refusal.instruction.textMissing",
                    () -> fixture.as(leader, () -> instructions.askAgain(id, result, " ")));
            fixture.as(leader, () -> instructions.askAgain(id, result, "责任人是谁"));
            assertThat(kinds(supervisor)).containsExactly(ItemKind.REPORT_INSTRUCTION);
            assertThat(items(leader)).isEmpty();
            alreadyHandled(leader, () -> instructions.confirm(id, result, null));
        }
        alreadyHandled(supervisor, () -> assignments.report(id, 1, "没有读过领导的话"));
        report(id, "责任人已明确");
        long stale = read(leader, id).results().get(1).id();
        alreadyHandled(leader, () -> instructions.confirm(id, stale, null));
        fixture.as(leader, () -> instructions.confirm(id, lastResult(id), null));

        assertThat(read(leader, id).results())
                .extracting(result -> result.confirmed())
                .containsExactly(false, false, true);
    }

    @Test
    void isConfirmedByWhoWroteItOrByAnyLeaderOnceThatOneIsGone() {
        Account other = fixture.leader();
        InstructionId id = write(null);
        assign(id, lead);
        answer(id, lead, "已办");
        report(id, "已办");
        long result = lastResult(id);
        refused(
                "refusal.instruction.otherLeader",
                () -> fixture.as(other, () -> instructions.confirm(id, result, null)));
        assertThat(read(other, id).confirmedByCaller()).isFalse();

        enable(leader, false);
        assertThat(troubles()).isEmpty();
        assertThat(kinds(other)).containsExactly(ItemKind.CONFIRM_INSTRUCTION);
        assertThat(read(other, id).confirmedByCaller()).isTrue();
        enable(other, false);
        assertThat(troubles()).extracting(trouble -> trouble.key().kind()).containsExactly(Trouble.Kind.LEADERS);
        assertThat(troubles().getFirst().figure()).isOne();
        enable(other, true);

        fixture.as(other, () -> instructions.confirm(id, result, null));

        assertThat(items(other)).isEmpty();
        assertThat(state(id)).isEqualTo(State.DONE);
    }

    @Test
    void keepsTheKeyTaskOpenUntilItIsConfirmed() {
        InstructionId id = write(null);
        apply(task, lead);
        refused("refusal.instruction.openAtClosing", () -> close(Outcome.DONE))
                .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(1));
        assertThat(kinds(supervisor)).containsExactlyInAnyOrder(ItemKind.VERIFY, ItemKind.ASSIGN_INSTRUCTION);
        assign(id, lead);
        answer(id, lead, "已办");
        report(id, "已办");
        refused("refusal.instruction.openAtClosing", () -> close(Outcome.TERMINATED));

        fixture.as(leader, () -> instructions.confirm(id, lastResult(id), null));
        close(Outcome.DONE);

        assertThat(count("ACT_RU_TASK")).isZero();
        alreadyHandled(leader, () -> instructions.write(task, "再办", null));
    }

    @Test
    void isVoidOnceTheKeyTaskHasEndedOtherwise() {
        InstructionId id = write(null);
        InstructionId done = write(null);
        assign(id, lead, helper);
        answer(id, lead, "已办");
        assign(done, lead);
        answer(done, lead, "已办");
        report(done, "已办");
        fixture.as(leader, () -> instructions.confirm(done, lastResult(done), null));

        transactions.executeWithoutResult(status -> {
            events.publishEvent(new KeyTaskEvents.Closed(task));
        });

        assertThat(state(id)).isEqualTo(State.VOID);
        assertThat(read(leader, id).instruction().endedAt()).isEqualTo(clock.instant());
        assertThat(answerOf(id, helper).state()).isEqualTo(Answer.State.VOID);
        assertThat(answerOf(id, lead).state()).isEqualTo(Answer.State.ANSWERED);
        assertThat(state(done)).isEqualTo(State.DONE);
        world.begin();
    }

    @Test
    void letsGoOfADepartmentThatLosesItsDuty() {
        InstructionId id = write(null);
        assign(id, lead, helper);
        answer(id, lead, "已办");
        DutyId gone = duty(task, helper).id();

        transactions.executeWithoutResult(status -> {
            jdbc.sql("UPDATE duty SET state = 'WITHDRAWN' WHERE id = :id")
                    .param("id", gone.value())
                    .update();
            events.publishEvent(new KeyTaskEvents.DutyDecided(gone));
        });

        assertThat(answerOf(id, helper).state()).isEqualTo(Answer.State.VOID);
        assertThat(kinds(supervisor)).containsExactly(ItemKind.REPORT_INSTRUCTION);
        refused("refusal.instruction.noDuty", () -> assign(id, helper));
    }

    @Test
    void goesOnWithTheSuccessorOfTheDepartment() {
        InstructionId id = write(null);
        assign(id, lead, helper);
        Office heir = fixture.office();
        fixture.abolish(helper, heir);
        DutyId duty = duty(task, helper).id();

        fixture.as(supervisor, () -> successions.accept(duty, heir.id(), null));

        assertThat(kinds(heir.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
        answer(id, heir, "由我部门答复");
        answer(id, lead, "已办");
        assertThat(state(id)).isEqualTo(State.REPORTING);
    }

    @Test
    void isSeenByThoseToWhomItWasAssignedAndByThoseWhoOverseeIt() {
        InstructionId id = write(null);
        assertThat(fixture.as(lead.staff(), () -> instructions.of(task))).isEmpty();
        assign(id, lead, helper);
        answer(id, lead, "只给督查员看的答复");
        goTo(ANSWER_BY.plusDays(1));
        fixture.as(supervisor, () -> assignments.goOn(id));
        report(id, "汇总");

        assertThat(read(lead.staff(), id).answers()).hasSize(1);
        assertThat(read(helper.staff(), id).answers())
                .extracting(Answer::departmentName)
                .containsExactly(helper.name());
        assertThat(read(helper.staff(), id).results()).isEmpty();
        assertThat(fixture.as(third.staff(), () -> instructions.of(task))).isEmpty();
        assertThat(read(supervisor, id).answers()).hasSize(2);
        assertThat(read(fixture.leader(), id).results()).hasSize(1);
        for (Account stranger : List.of(fixture.office().staff(), fixture.supervisor(), fixture.admin())) {
            refused("refusal.notFound", () -> fixture.as(stranger, () -> instructions.of(task)));
        }
        assertThat(instructionEntries(third.staff())).isEmpty();
        assertThat(instructionEntries(lead.staff()))
                .containsExactlyInAnyOrder(Kind.INSTRUCTION_ASSIGNED, Kind.INSTRUCTION_ANSWERED);
        assertThat(instructionEntries(helper.staff()))
                .containsExactlyInAnyOrder(Kind.INSTRUCTION_ASSIGNED, Kind.INSTRUCTION_WENT_ON);
        assertThat(instructionEntries(leader)).hasSize(6);
    }

    @Test
    void isWrittenAssignedAnsweredAndConfirmedByThoseOnlyWhoseTurnItIs() {
        for (Account other : List.of(lead.head(), supervisor, fixture.admin())) {
            denied(other, () -> instructions.write(task, "请加快", null));
        }
        refused("refusal.instruction.textMissing", () -> fixture.as(leader, () -> instructions.write(task, " ", null)));
        refused(
                "refusal.textTooLong",
                () -> fixture.as(leader, () -> instructions.write(task, "长".repeat(2001), null)));
        InstructionId id = write(null);
        denied(leader, () -> assignments.assign(id, Set.of(lead.id()), "请答复", ANSWER_BY));
        refused(
                "refusal.notFound",
                () -> fixture.as(
                        fixture.supervisor(), () -> assignments.assign(id, Set.of(lead.id()), "请答复", ANSWER_BY)));
        refused("refusal.instruction.departmentMissing", () -> assign(id));
        refused("refusal.instruction.noDuty", () -> assign(id, fixture.office()));
        refused(
                "refusal.instruction.requestMissing",
                () -> fixture.as(supervisor, () -> assignments.assign(id, Set.of(lead.id()), "", ANSWER_BY)));
        refused(
                "refusal.instruction.due",
                () -> fixture.as(
                        supervisor, () -> assignments.assign(id, Set.of(lead.id()), "请答复", MONDAY.minusDays(1))));
        alreadyHandled(supervisor, () -> assignments.report(id, 0, "还没有交办"));
        alreadyHandled(supervisor, () -> assignments.goOn(id));
        alreadyHandled(leader, () -> instructions.confirm(id, 0, null));

        assign(id, lead);
        AnswerId answer = answerOf(id, lead).id();
        refused("refusal.notFound", () -> fixture.as(helper.staff(), () -> answers.answer(answer, "代为答复")));
        refused("refusal.notFound", () -> fixture.as(supervisor, () -> answers.answer(answer, "代为答复")));
        refused("refusal.instruction.answerMissing", () -> answer(id, lead, ""));
        alreadyHandled(supervisor, () -> assign(id, helper));
        answer(id, lead, "已办");
        alreadyHandled(lead.head(), () -> answers.answer(answer, "再答一次"));
        refused("refusal.instruction.summaryMissing", () -> report(id, " "));
        denied(lead.head(), () -> assignments.report(id, 0, "自己上报"));
    }

    @Test
    void disturbsNothingElse() {
        KeyTaskId other = launched(ReportingFrequency.NONE, YEAR_END, leads(lead));
        sign(other, lead);
        InstructionId elsewhere = fixture.as(leader, () -> instructions.write(other, "另一条", null));
        InstructionId id = write(null);
        assign(id, lead, helper);
        apply(task, lead);
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
        goTo(ANSWER_BY.plusDays(1));
        fixture.as(supervisor, () -> assignments.goOn(id));
        report(id, "无人答复");
        fixture.as(leader, () -> instructions.confirm(id, lastResult(id), null));

        assertThat(kinds(supervisor)).containsExactly(ItemKind.ASSIGN_INSTRUCTION);
        fixture.as(supervisor, () -> assignments.assign(elsewhere, Set.of(lead.id()), "请答复", ANSWER_BY.plusDays(9)));
        assertThat(kinds(lead.staff())).containsExactly(ItemKind.ANSWER_INSTRUCTION);
    }

    private InstructionId write(Urgency urgency) {
        return fixture.as(leader, () -> instructions.write(task, "请加快进度，说明原因", urgency));
    }

    private void assign(InstructionId id, Office... offices) {
        Set<DepartmentId> departments = Stream.of(offices).map(Office::id).collect(Collectors.toSet());
        fixture.as(supervisor, () -> assignments.assign(id, departments, "请说明原因和措施", ANSWER_BY));
    }

    private void answer(InstructionId id, Office office, String text) {
        AnswerId answer = answerOf(id, office).id();
        fixture.as(office.staff(), () -> answers.answer(answer, text));
    }

    private void report(InstructionId id, String summary) {
        int read = read(supervisor, id).results().size();
        fixture.as(supervisor, () -> assignments.report(id, read, summary));
    }

    private void close(Outcome outcome) {
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), outcome, null));
    }

    private State state(InstructionId id) {
        return read(leader, id).instruction().state();
    }

    private long lastResult(InstructionId id) {
        return read(supervisor, id).results().getLast().id();
    }

    private Answer answerOf(InstructionId id, Office office) {
        return read(supervisor, id).answers().stream()
                .filter(answer -> answer.departmentId().equals(office.id()))
                .findFirst()
                .orElseThrow();
    }

    private InstructionDetails read(Account account, InstructionId id) {
        KeyTaskId of = new KeyTaskId(jdbc.sql("SELECT key_task_id FROM instruction WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single());
        return fixture.as(account, () -> instructions.of(of)).stream()
                .filter(each -> each.instruction().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Kind> instructionEntries(Account account) {
        return fixture.as(account, () -> tasks.timeline(task, 100)).stream()
                .map(TimelineEntry::kind)
                .filter(kind -> kind.name().startsWith("INSTRUCTION"))
                .toList();
    }

    private List<Trouble> troubles() {
        return watchdog.listAsSystem(EnumSet.of(Trouble.Group.UNATTENDED), Trouble.Key.START, 10)
                .rows();
    }

    private void enable(Account account, boolean enabled) {
        fixture.as(fixture.admin(), () -> accounts.setEnabled(account.id(), enabled));
    }

    private void denied(Account account, Runnable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> fixture.as(account, action));
    }
}
