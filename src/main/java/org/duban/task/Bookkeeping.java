package org.duban.task;

import java.time.LocalDate;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.base.CountedDays;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.duban.organisation.DepartmentId;
import org.springframework.stereotype.Component;

/**
 * What every action on a key task leaves behind: what waits for whom now and what no longer, an entry in the timeline, and
 * the light as it is after it. Joins the transaction of the action.
 */
@Component
class Bookkeeping {

    private final OpenItems items;
    private final Timeline timeline;
    private final Lights lights;

    Bookkeeping(OpenItems items, Timeline timeline, Lights lights) {
        this.items = items;
        this.timeline = timeline;
        this.lights = lights;
    }

    void waitsFor(DepartmentId department, ItemKind kind, long subjectId, KeyTask task, LocalDate dueOn) {
        items.openFor(
                department,
                kind,
                subjectId,
                task.directiveId().value(),
                task.id().value(),
                dueOn);
    }

    void waitsFor(DepartmentId department, ItemKind kind, long subjectId, KeyTask task, CountedDays due) {
        items.openFor(
                department,
                kind,
                subjectId,
                task.directiveId().value(),
                task.id().value(),
                due);
    }

    void waitsForSupervisors(DepartmentId about, ItemKind kind, long subjectId, KeyTask task, CountedDays due) {
        items.openForSupervisors(
                about, kind, subjectId, task.directiveId().value(), task.id().value(), due);
    }

    void waitsForSupervisors(DepartmentId about, ItemKind kind, long subjectId, KeyTask task, LocalDate dueOn) {
        items.openForSupervisors(
                about, kind, subjectId, task.directiveId().value(), task.id().value(), dueOn);
    }

    void waitsForPerson(
            AccountId person, DepartmentId about, ItemKind kind, long subjectId, KeyTask task, LocalDate dueOn) {
        items.openForPerson(
                person,
                about,
                kind,
                subjectId,
                task.directiveId().value(),
                task.id().value(),
                dueOn);
    }

    void waitsNoMore(ItemKind kind, long subjectId) {
        items.close(kind, subjectId);
    }

    void handOver(KeyTaskId task, DepartmentId from, DepartmentId to) {
        items.handOver(task.value(), from, to);
    }

    void nothingWaitsAbout(KeyTaskId task) {
        items.closeAllOfTask(task.value());
    }

    /**
     * Enters in the timeline what happened, and reads the light again; to be called when the rows say it already.
     *
     * @param actor who did it, or {@code null} for the system
     * @param department the department it concerns, or {@code null}
     * @return the entry's identifier
     */
    long enter(
            KeyTaskId task,
            TimelineEntry.Kind kind,
            Caller actor,
            DepartmentId department,
            String note,
            String figure) {
        long entry = timeline.record(task, kind, actor, department, note, figure);
        lights.reread(task);
        return entry;
    }
}
