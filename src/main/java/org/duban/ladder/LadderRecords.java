package org.duban.ladder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.ladder.ConfirmationRepository.Of;
import org.duban.organisation.DepartmentId;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was reminded, urged and raised, as the caller may see it. */
@Service
@Transactional(readOnly = true)
public class LadderRecords {

    /** A step, with the number and title of its key task. */
    public record Standing(EscalationStep step, String no, String title) {}

    /** How many urges and notices a department has not confirmed yet. */
    public record Unreceived(String departmentName, int number) {}

    private final EscalationRepository escalations;
    private final ConfirmationRepository confirmations;
    private final ReminderRepository reminders;
    private final KeyTasks tasks;
    private final JdbcClient jdbc;
    private final CurrentCaller caller;

    LadderRecords(
            EscalationRepository escalations,
            ConfirmationRepository confirmations,
            ReminderRepository reminders,
            KeyTasks tasks,
            JdbcClient jdbc,
            CurrentCaller caller) {
        this.escalations = escalations;
        this.confirmations = confirmations;
        this.reminders = reminders;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.caller = caller;
    }

    /** @throws Refusal if there is no such key task that the caller may see */
    public TaskLadder of(KeyTaskId task) {
        if (!tasks.visible(task)) {
            throw Refusal.notFound();
        }
        Caller me = caller.get();
        DepartmentId reader = tasks.overseen(task) ? null : me.departmentId();
        List<EscalationStep> steps = escalations.of(task, reader);
        Map<Long, List<EscalationStep.Receipt>> receipts =
                confirmations.receipts(steps.stream().map(EscalationStep::id).toList(), reader);
        return new TaskLadder(
                priority(task),
                steps.stream()
                        .map(step -> step.with(receipts.getOrDefault(step.id(), List.of())))
                        .toList(),
                confirmations.urges(task, reader),
                reminders.of(task, reader),
                waiting(Of.RECEIPT, task, me),
                waiting(Of.URGE, task, me));
    }

    private Set<Long> waiting(Of of, KeyTaskId task, Caller me) {
        return me.departmentId() != null && me.actsFor(me.departmentId())
                ? confirmations.forCaller(of, task, me)
                : Set.of();
    }

    private Priority priority(KeyTaskId task) {
        return Priority.valueOf(jdbc.sql("SELECT priority FROM key_task WHERE id = :id")
                .param("id", task.value())
                .query(String.class)
                .single());
    }

    /**
     * What stands at least so high and is still late, the highest first.
     *
     * @throws org.springframework.security.access.AccessDeniedException for anybody but leaders and supervisors
     */
    public List<Standing> standing(int level, int limit) {
        Caller me = overseer();
        return escalations.standing(level, scope(me), params(me), limit);
    }

    /**
     * Who has not confirmed urges and notices yet, the most first.
     *
     * @throws org.springframework.security.access.AccessDeniedException for anybody but leaders and supervisors
     */
    public List<Unreceived> unreceived() {
        Caller me = overseer();
        return confirmations.unreceived(scope(me), params(me));
    }

    private Caller overseer() {
        Caller me = caller.get();
        return me.is(Role.LEADER) ? me : caller.require(Role.SUPERVISOR);
    }

    private static String scope(Caller me) {
        return me.is(Role.LEADER)
                ? "1 = 1"
                : "t.directive_id IN"
                        + " (SELECT s.directive_id FROM directive_supervisor s WHERE s.account_id IN (:accounts))";
    }

    private static Map<String, Object> params(Caller me) {
        return me.is(Role.LEADER) ? Map.of() : Map.of("accounts", me.accountsAs(Role.SUPERVISOR));
    }
}
