package org.duban.extension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directives;
import org.duban.directive.ExtensionLimit;
import org.duban.inbox.ItemKind;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.LockedDuty;
import org.duban.task.TaskRequests;
import org.duban.task.TimelineEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 延期: asked for until the end of the due date, signed by the department's head, decided by a supervisor, and void once
 * the due date has passed. One at a time per key task.
 */
@Service
@Transactional
public class Extensions {

    /** Longest words of a decision, in characters. */
    public static final int LONGEST_REASON = 2000;

    /** Working days that a head has for signing and a supervisor for deciding; less where the due date comes before. */
    private static final int WORKING_DAYS = 3;

    private final ExtensionRepository extensions;
    private final TaskRequests requests;
    private final KeyTasks tasks;
    private final ExtensionLimit limit;
    private final Staffing staffing;
    private final ExtensionWorkflow workflow;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;

    Extensions(
            ExtensionRepository extensions,
            TaskRequests requests,
            KeyTasks tasks,
            ExtensionLimit limit,
            Staffing staffing,
            ExtensionWorkflow workflow,
            WorkingCalendar calendar,
            CurrentCaller caller,
            HandledBefore handledBefore) {
        this.extensions = extensions;
        this.requests = requests;
        this.tasks = tasks;
        this.limit = limit;
        this.staffing = staffing;
        this.workflow = workflow;
        this.calendar = calendar;
        this.caller = caller;
        this.handledBefore = handledBefore;
    }

    /**
     * What was asked for on a key task, newest first. What is not signed yet, or was not, is seen by its department alone;
     * what was written to a department by it and by those who oversee it.
     *
     * @throws Refusal if the caller may not see the key task
     */
    @Transactional(readOnly = true)
    public List<Extension> of(KeyTaskId task) {
        if (!tasks.visible(task)) {
            throw Refusal.notFound();
        }
        Caller me = caller.get();
        if (tasks.overseen(task)) {
            return extensions.of(task).stream()
                    .filter(each -> signed(each) || me.actsFor(each.departmentId()))
                    .toList();
        }
        return extensions.asSeenBy(me.departmentId(), task).stream()
                .map(each -> me.actsFor(each.departmentId()) ? each : each.withoutDecisionReason())
                .toList();
    }

    /**
     * The caller's department, which leads or answers jointly and has signed, asks for a later due date. A head has signed
     * the request by making it; another's goes to the head first, also that of somebody who stands in for the head.
     *
     * @throws Refusal if the duty is not the caller's, only cooperates or is unsigned; if the due date has passed, the
     *     new one is not after it, or something is missing; if another request waits, the duty was extended as often as
     *     may be, or no head is there to sign
     */
    public ExtensionId ask(DutyId dutyId, Request asked) {
        LockedDuty locked = requests.lockForDepartment(dutyId);
        Duty duty = locked.duty();
        KeyTask task = locked.task();
        if (!duty.reports()) {
            throw new Refusal("refusal.extension.notReporting");
        }
        if (duty.state() != Duty.State.ACKNOWLEDGED) {
            throw new Refusal("refusal.signFirst");
        }
        if (calendar.today().isAfter(task.dueOn())) {
            throw new Refusal("refusal.extension.overdue");
        }
        if (extensions.open(task.id()).isPresent()) {
            throw requests.handledBefore(
                    task.id(), TimelineEntry.Kind.EXTENSION_ASKED, TimelineEntry.Kind.EXTENSION_SUBMITTED);
        }
        requireOneMore(task, dutyId);
        Request request = asked.checked();
        requireLater(task, request.newDueOn(), calendar.today().plusYears(Directives.FARTHEST_DUE_YEARS));
        Caller me = caller.get();
        boolean signed = me.roles().contains(Role.HEAD);
        if (!signed && !staffing.headedAsSystem(duty.departmentId())) {
            throw new Refusal("refusal.extension.noHead");
        }
        ExtensionId id =
                extensions.insert(task, duty, Extension.State.SIGNING, request, me.accountId(), calendar.now());
        if (signed) {
            submit(id, task, duty, me, request);
        } else {
            requests.waitsFor(duty.departmentId(), ItemKind.SIGN_EXTENSION, id.value(), task, answerBy(task));
            requests.note(
                    task.id(),
                    TimelineEntry.Kind.EXTENSION_ASKED,
                    me,
                    duty.departmentId(),
                    null,
                    request.newDueOn().toString());
        }
        workflow.requested(task.id(), id, signed, calendar.startOf(task.dueOn().plusDays(1)));
        return id;
    }

    private void requireOneMore(KeyTask task, DutyId duty) {
        int allowed = limit.ofAsSystem(task.directiveId());
        if (extensions.countApproved(duty) >= allowed) {
            throw new Refusal("refusal.extension.tooMany", allowed);
        }
    }

    private static void requireLater(KeyTask task, LocalDate newDueOn, LocalDate latest) {
        if (newDueOn == null || !newDueOn.isAfter(task.dueOn()) || newDueOn.isAfter(latest)) {
            throw new Refusal("refusal.extension.newDue", task.dueOn().toString(), latest.toString());
        }
    }

    /** Nobody has longer than the request itself. */
    private LocalDate answerBy(KeyTask task) {
        LocalDate some = calendar.plusWorkingDays(calendar.today(), WORKING_DAYS);
        return some.isBefore(task.dueOn()) ? some : task.dueOn();
    }

    private void submit(ExtensionId id, KeyTask task, Duty duty, Caller head, Request request) {
        extensions.sign(id, head.accountId(), calendar.now());
        requests.waitsForSupervisors(duty.departmentId(), ItemKind.DECIDE_EXTENSION, id.value(), task, answerBy(task));
        requests.note(
                task.id(),
                TimelineEntry.Kind.EXTENSION_SUBMITTED,
                head,
                duty.departmentId(),
                request.reason(),
                request.newDueOn().toString());
    }

    /**
     * The caller, head of the department, signs its request, which goes to the supervisor.
     *
     * @throws Refusal if it is not the caller's, does not wait for that, or is too late
     */
    public void sign(ExtensionId id) {
        Caller me = caller.require(Role.HEAD);
        Waiting waiting = lockOwn(id, Extension.State.SIGNING);
        Extension extension = waiting.extension();
        requests.waitsNoMore(ItemKind.SIGN_EXTENSION, id.value());
        submit(
                id,
                waiting.locked().task(),
                waiting.locked().duty(),
                me,
                new Request(extension.askedDueOn(), extension.reason(), extension.percent(), extension.progress()));
        workflow.signed(id);
    }

    /**
     * The caller, head of the department, does not sign its request, which ends.
     *
     * @throws Refusal if it is not the caller's, does not wait for that, is too late, or no reason is given
     */
    public void reject(ExtensionId id, String reason) {
        Caller me = caller.require(Role.HEAD);
        Waiting waiting = lockOwn(id, Extension.State.SIGNING);
        String words = Words.required(reason, LONGEST_REASON, "refusal.reasonMissing");
        end(waiting.extension(), Extension.State.REJECTED, null, words, me, TimelineEntry.Kind.EXTENSION_REJECTED);
        workflow.rejected(id);
    }

    /**
     * The department takes its request back before it is decided.
     *
     * @throws Refusal if it is not the caller's, does not wait any more, or is too late
     */
    public void takeBack(ExtensionId id) {
        Waiting waiting = lockOwn(id, null);
        end(
                waiting.extension(),
                Extension.State.TAKEN_BACK,
                null,
                null,
                caller.get(),
                signed(waiting.extension())
                        ? TimelineEntry.Kind.EXTENSION_TAKEN_BACK
                        : TimelineEntry.Kind.EXTENSION_DROPPED);
        workflow.takenBack(id);
    }

    /**
     * The supervisor grants a later due date.
     *
     * @param newDueOn after the present one, and not later than asked for
     * @param opinion may be empty
     * @throws Refusal if the caller does not supervise it, it does not wait for that or is too late, the date is none of
     *     those, or the duty was extended as often as may be
     */
    public void approve(ExtensionId id, LocalDate newDueOn, String opinion) {
        Extension extension = lockToDecide(id);
        KeyTask task = requests.lockAsSystem(extension.taskId());
        String words = Words.optional(opinion, LONGEST_REASON);
        requireOneMore(task, extension.dutyId());
        requireLater(task, newDueOn, extension.askedDueOn());
        requests.extend(task.id(), newDueOn);
        end(extension, Extension.State.APPROVED, newDueOn, words, caller.get(), TimelineEntry.Kind.EXTENSION_APPROVED);
        workflow.approved(id);
    }

    /**
     * The supervisor refuses; every clock stays as it is.
     *
     * @throws Refusal if the caller does not supervise it, it does not wait for that or is too late, or the reason is
     *     missing
     */
    public void refuse(ExtensionId id, String reason) {
        Extension extension = lockToDecide(id);
        String words = Words.required(reason, LONGEST_REASON, "refusal.reasonMissing");
        end(extension, Extension.State.REFUSED, null, words, caller.get(), TimelineEntry.Kind.EXTENSION_REFUSED);
        workflow.refused(id);
    }

    /** A request that is still in time. @param lapsesAt from when on it may be too late */
    public record InTime(boolean signed, Instant lapsesAt) {}

    /**
     * Nobody answered before the due date had passed: it lapses. Called by the process, without a caller, when that was so
     * at first; somebody may have been faster.
     *
     * @param mayWait whether it can go on waiting where its clock struck too soon; otherwise it lapses then
     * @return empty if it is over; not if the key task stands still, or did so that the due date has moved
     */
    public Optional<InTime> lapseAsSystem(ExtensionId id, boolean mayWait) {
        KeyTask task = requests.lockAsSystem(extensions.find(id).orElseThrow().taskId());
        Optional<Extension> open = extensions.find(id).filter(Extension::open);
        if (mayWait
                && open.isPresent()
                && (task.suspended() || !calendar.today().isAfter(task.dueOn()))) {
            LocalDate last = task.suspended() ? calendar.today() : task.dueOn();
            return Optional.of(new InTime(signed(open.get()), calendar.startOf(last.plusDays(1))));
        }
        open.ifPresent(extension -> end(
                extension,
                Extension.State.LAPSED,
                null,
                null,
                null,
                signed(extension) ? TimelineEntry.Kind.EXTENSION_LAPSED : TimelineEntry.Kind.EXTENSION_UNSIGNED));
        return Optional.empty();
    }

    /** A request that waits, read under the lock. */
    private record Waiting(Extension extension, LockedDuty locked) {}

    /** @param expected what it waits for, or {@code null} for anything */
    private Waiting lockOwn(ExtensionId id, Extension.State expected) {
        DutyId duty = extensions.find(id).orElseThrow(Refusal::notFound).dutyId();
        LockedDuty locked = requests.lockForDepartment(duty);
        Extension extension = extensions.find(id).orElseThrow();
        requireWaiting(extension, locked.task(), expected == null ? extension.open() : extension.state() == expected);
        return new Waiting(extension, locked);
    }

    /** Of one that its department's head has not signed, a supervisor knows nothing. */
    private Extension lockToDecide(ExtensionId id) {
        caller.require(Role.SUPERVISOR);
        Extension found = extensions.find(id).orElseThrow(Refusal::notFound);
        KeyTask task = requests.lockForSupervisor(found.taskId());
        Extension extension = extensions.find(id).orElseThrow();
        if (!signed(extension)) {
            throw Refusal.notFound();
        }
        requireWaiting(extension, task, extension.state() == Extension.State.DECIDING);
        return extension;
    }

    private void requireWaiting(Extension extension, KeyTask task, boolean waits) {
        boolean tooLate = extension.open() && calendar.today().isAfter(task.dueOn());
        if (tooLate || extension.state() == Extension.State.LAPSED) {
            throw new Refusal("refusal.extension.lapsed");
        }
        if (!waits) {
            throw handledBefore.refusal(extensions.lastHandling(extension.id()));
        }
    }

    private static boolean signed(Extension extension) {
        return extension.signedAt() != null;
    }

    private void end(
            Extension extension,
            Extension.State state,
            LocalDate newDueOn,
            String words,
            Caller by,
            TimelineEntry.Kind kind) {
        ExtensionId id = extension.id();
        extensions.end(id, state, newDueOn, words, by == null ? null : by.accountId(), calendar.now());
        requests.waitsNoMore(
                extension.state() == Extension.State.SIGNING ? ItemKind.SIGN_EXTENSION : ItemKind.DECIDE_EXTENSION,
                id.value());
        requests.note(
                extension.taskId(),
                kind,
                by,
                extension.departmentId(),
                state == Extension.State.REJECTED ? null : words,
                newDueOn == null ? null : newDueOn.toString());
    }
}
