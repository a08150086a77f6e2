package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.duban.directive.ReportingFrequency;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** 不等子任务办结: for which sub-tasks the supervisor's word holds, and how long. */
class WaivedSubTasksTests extends SplitTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    @Test
    void doesNotKeepItWhereTheSupervisorSaysSo() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();

        refused("refusal.reasonMissing", () -> fixture.as(supervisor, () -> decompositions.waive(parent, " ")));
        waive(parent);
        assertThat(inTheWay(parent, province)).isEmpty();
        alreadyHandled(supervisor, () -> decompositions.waive(parent, "再次"));
        assertThat(fixture.as(province.staff(), () -> decompositions.waiver(parent))
                        .orElseThrow()
                        .reason())
                .isEqualTo("市级工作另行考核");
        fixture.as(supervisor, () -> decompositions.revokeWaiver(parent));
        alreadyHandled(supervisor, () -> decompositions.revokeWaiver(parent));
        refused("refusal.split.openOfTask", () -> applyOnly(parent, province));
        waive(parent);
        apply(parent, province);
        alreadyHandled(supervisor, () -> decompositions.revokeWaiver(parent));
        close(parent, Outcome.DONE);

        assertThat(task(child).state()).as("it goes on").isEqualTo(KeyTask.State.RUNNING);
        sign(child, city);
        assertThat(task(parent).state()).isEqualTo(KeyTask.State.CLOSED);
        assertThat(history(parent))
                .containsSubsequence(
                        Kind.SUB_TASKS_WAIVED, Kind.SUB_TASKS_AWAITED, Kind.SUB_TASKS_WAIVED, Kind.COMPLETION_APPLIED);
        reopen(parent, YEAR_END);
        refused("refusal.split.openOfTask", () -> applyOnly(parent, province));
    }

    @Test
    void isWaitedForWhereTheSupervisorDidNotKnowOfIt() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        waive(parent);

        split(parent, province, part(province));

        assertThat(fixture.as(supervisor, () -> decompositions.waiver(parent))).isEmpty();
        TimelineEntry said = entry(parent, Kind.SUB_TASKS_AWAITED);
        assertThat(said.actorName()).as("by itself").isNull();
        refused("refusal.split.openOfTask", () -> applyOnly(parent, province));
        waive(parent);
        withdrawTask(child);
        assertThat(fixture.as(supervisor, () -> decompositions.waiver(parent)))
                .as("fewer are no more")
                .isPresent();
        reopen(child, YEAR_END);
        refused("refusal.split.openOfTask", () -> applyOnly(parent, province));
        assertThat(times(parent, Kind.SUB_TASKS_AWAITED)).isEqualTo(2);
    }

    @Test
    void isWaitedForOnEveryLevelWhereTheSupervisorDidNotKnowOfIt() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        sign(child, city);
        waive(parent);
        apply(parent, province);

        KeyTaskId below = split(child, city, part(county)).getFirst();

        refused("refusal.split.openOfTask", () -> close(parent, Outcome.DONE));
        assertThat(fixture.as(supervisor, () -> decompositions.openBelow(parent)))
                .containsExactly(task(child).no(), task(below).no());
        waive(parent);
        close(parent, Outcome.DONE);
        closeOver(child, city);
        assertThat(times(parent, Kind.SUB_TASKS_AWAITED)).isOne();
    }

    @Test
    void keepsTheOneAboveFromCompletionOnEveryLevel() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        sign(child, city);
        KeyTaskId below = split(child, city, part(county)).getFirst();
        closeOver(child, city);

        refused("refusal.split.openOfTask", () -> applyOnly(parent, province))
                .satisfies(refusal -> assertThat(refusal.arguments())
                        .containsExactly(task(below).no()));
        waive(parent);
        apply(parent, province);
        close(parent, Outcome.DONE);
        assertThat(task(below).state()).as("it goes on").isEqualTo(KeyTask.State.RUNNING);
    }

    @Test
    void knowsWhatItsPartsReachedWhileItWasClosed() {
        KeyTaskId parent = parent(ReportingFrequency.MONTHLY);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        sign(child, city);
        waive(parent);
        goTo(OPENING);
        apply(parent, province);
        close(parent, Outcome.DONE);
        reported(child, city, 80);
        assertThat(task(parent).percent()).as("as it was closed").isZero();

        reopen(parent, YEAR_END);

        assertThat(task(parent).percent()).isEqualTo(80);
        assertThat(task(parent).lightReading().inputs().percent()).isEqualTo(80);
    }

    private TimelineEntry entry(KeyTaskId task, Kind kind) {
        return fixture.as(supervisor, () -> tasks.timeline(task, 20)).stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void waive(KeyTaskId task) {
        fixture.as(supervisor, () -> decompositions.waive(task, "市级工作另行考核"));
    }
}
