package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Merges;
import org.duban.task.Outcome;
import org.duban.task.SimilarTasks;
import org.duban.task.Suspension;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sub-tasks stand still, go on and end with the key task above them. */
class SuspendedSubTasksTests extends SplitTest {

    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 31);

    @Autowired
    Merges merges;

    @Autowired
    SimilarTasks similar;

    @Test
    void standStillAndGoOnWithIt() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(SUMMER, city)).getFirst();
        sign(child, city);
        KeyTaskId below = split(child, city, part(SUMMER, county)).getFirst();

        suspend(parent);

        assertThat(List.of(parent, child, below)).allMatch(each -> task(each).suspended());
        assertThat(items(county.staff())).isEmpty();
        refused("refusal.suspension.above", () -> resume(child));
        LocalDate later = calendar.today().plusDays(90);
        fixture.as(supervisor, () -> suspensions.reviewLater(parent, later, "再等一等"));
        OpenItem review = only(supervisor, ItemKind.RESUME);
        assertThat(review.keyTaskId()).as("looked at again as one").isEqualTo(parent.value());
        assertThat(review.dueOn()).isEqualTo(later);
        assertThat(items(supervisor)).hasSize(1);
        for (KeyTaskId each : List.of(child, below)) {
            assertThat(standing(each).reviewOn()).isEqualTo(later);
            assertThat(standing(each).with().id()).isEqualTo(parent);
        }
        refused(
                "refusal.suspension.above",
                () -> fixture.as(supervisor, () -> suspensions.reviewLater(child, later, "再等一等")));
        ledgerAndEngine.check();
        goTo(calendar.plusWorkingDays(calendar.today(), 5));

        resume(parent);

        assertThat(List.of(parent, child, below)).noneMatch(each -> task(each).suspended());
        assertThat(task(below).dueOn()).isEqualTo(calendar.plusWorkingDays(SUMMER, 5));
        assertThat(items(supervisor)).isEmpty();
        assertThat(items(county.staff())).extracting(OpenItem::keyTaskId).containsExactly(below.value());
        ledgerAndEngine.check();
    }

    private Suspension standing(KeyTaskId task) {
        return fixture.as(supervisor, () -> suspensions.of(task)).getFirst();
    }

    @Test
    void goOnWithItHoweverLongTheSuspensionTook() throws Exception {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        List<KeyTaskId> children = split(parent, province, part(city), part(county), part(city), part(county));
        for (int round = 0; round < 10; round++) {
            Instant base = clock.instant().plusMillis(1000 - 17 * round);
            whileTheClockRunsFrom(base, () -> suspend(parent));
            clock.travelTo(clock.instant().truncatedTo(ChronoUnit.SECONDS));

            resume(parent);

            assertThat(children).noneMatch(each -> task(each).suspended());
        }
    }

    /** In production the clock runs while something is done. */
    private void whileTheClockRunsFrom(Instant base, Runnable action) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        long began = System.nanoTime();
        clock.travelTo(base);
        Thread runs = new Thread(() -> {
            while (!over.get()) {
                clock.travelTo(base.plus(Duration.ofNanos(System.nanoTime() - began)));
            }
        });
        runs.start();
        action.run();
        over.set(true);
        runs.join();
    }

    @Test
    void stayAsTheyWereWhereTheyStoodStillByThemselvesInTheSameMoment() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        suspend(child);
        suspend(parent);

        resume(parent);

        assertThat(task(child).suspended()).isTrue();
        assertThat(only(supervisor, ItemKind.RESUME).keyTaskId()).isEqualTo(child.value());
        resume(child);
    }

    @Test
    void standStillOnEveryLevelThoughTheOneBetweenHasEnded() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        sign(child, city);
        KeyTaskId below = split(child, city, part(county)).getFirst();
        closeOver(child, city);

        suspend(parent);

        assertThat(task(below).suspended()).isTrue();
        assertThat(task(child).suspended()).isFalse();
        refused("refusal.suspension.above", () -> resume(below));
        resume(parent);
        assertThat(task(below).suspended()).isFalse();
        withdrawTask(parent);
        assertThat(task(below).state()).isEqualTo(KeyTask.State.WITHDRAWN);
        assertThat(task(child).state()).as("ended before").isEqualTo(KeyTask.State.CLOSED);
        ledgerAndEngine.check();
    }

    @Test
    void showNoLightAboveThatNeverWas() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child =
                split(parent, province, part(MONDAY.plusDays(5), city)).getFirst();
        sign(child, city);
        assertThat(shifts(parent)).endsWith("SUB_TASK_BEHIND");
        int before = shifts(parent).size();

        suspend(parent);
        assertThat(shifts(parent)).hasSize(before + 1).endsWith("SUSPENDED");
        resume(parent);
        assertThat(shifts(parent)).hasSize(before + 2).endsWith("SUB_TASK_BEHIND");
        withdrawTask(parent);
        assertThat(shifts(parent)).hasSize(before + 3).endsWith("WITHDRAWN");
    }

    /** The rules by which its light shifted, the first time first. */
    private List<String> shifts(KeyTaskId task) {
        return jdbc.sql("SELECT light_rule FROM light_change WHERE key_task_id = :task ORDER BY id")
                .param("task", task.value())
                .query(String.class)
                .list();
    }

    @Test
    void stayAsTheyWereWhereTheyStoodStillBefore() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        List<KeyTaskId> children = split(parent, province, part(city), part(county));
        suspend(children.getFirst());
        goTo(calendar.plusWorkingDays(calendar.today(), 3));
        suspend(parent);
        goTo(calendar.plusWorkingDays(calendar.today(), 3));

        resume(parent);

        assertThat(task(children.getFirst()).suspended()).isTrue();
        assertThat(task(children.getLast()).suspended()).isFalse();
        resume(children.getFirst());
        assertThat(task(children.getFirst()).dueOn()).isEqualTo(calendar.plusWorkingDays(YEAR_END, 6));
    }

    @Test
    void endWithItWhileItStandsStill() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        suspend(parent);

        withdrawTask(parent);

        assertThat(task(child).state()).isEqualTo(KeyTask.State.WITHDRAWN);
        assertThat(items(supervisor)).isEmpty();
    }

    @Test
    void areNotReopenedBelowWhatStandsStillOrHasEnded() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        sign(child, city);
        apply(child, city);
        close(child, Outcome.DONE);
        suspend(parent);
        refused("refusal.suspension.above", () -> reopen(child, YEAR_END));
        resume(parent);
        apply(parent, province);
        close(parent, Outcome.DONE);
        refused("refusal.reopen.above", () -> reopen(child, YEAR_END))
                .satisfies(refusal -> assertThat(refusal.arguments())
                        .containsExactly(task(parent).no()));
        reopen(parent, YEAR_END);
        withdrawTask(parent);
        refused("refusal.reopen.above", () -> reopen(child, YEAR_END));
        assertThat(task(child).open()).isFalse();

        reopen(parent, YEAR_END);
        reopen(child, YEAR_END);
        ledgerAndEngine.check();
    }

    @Test
    void goNowhereElseNorTakeAnythingIn() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        KeyTaskId other = launched(ReportingFrequency.NONE, SUMMER, leads(lead));

        for (KeyTaskId each : List.of(parent, other)) {
            refused("refusal.merge.subTask", () -> merge(each, child, false));
            refused("refusal.merge.subTask", () -> merge(child, each, false));
        }
        assertThat(fixture.as(supervisor, () -> similar.to(child))).isEmpty();
        assertThat(List.of(parent, child, other)).allMatch(each -> task(each).open());
    }

    @Test
    void areNotDueAfterOneThatTookAnEarlierDueDate() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(SUMMER, city)).getFirst();
        sign(child, city);
        KeyTaskId below = split(child, city, part(SUMMER, county)).getFirst();
        KeyTaskId other = launched(ReportingFrequency.NONE, SUMMER.minusDays(1), leads(lead));

        refused("refusal.merge.subTasksLater", () -> merge(parent, other, true))
                .satisfies(refusal -> assertThat(refusal.arguments())
                        .containsExactly(
                                SUMMER.minusDays(1).toString(),
                                task(child).no() + "、" + task(below).no()));
        assertThat(task(other).open()).isTrue();
        merge(parent, other, false);
        assertThat(task(parent).dueOn()).isEqualTo(YEAR_END);
        KeyTaskId later = launched(ReportingFrequency.NONE, SUMMER, leads(lead));
        merge(parent, later, true);
        assertThat(task(parent).dueOn()).isEqualTo(SUMMER);
    }

    private void merge(KeyTaskId survivor, KeyTaskId ending, boolean earlierDue) {
        fixture.as(supervisor, () -> merges.merge(survivor, ending, earlierDue, "重复任务"));
    }

    @Test
    void keepItFromGoingIntoAnotherOne() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId other = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(other, province, part(city)).getFirst();
        refused(
                "refusal.merge.subTasks",
                () -> fixture.as(supervisor, () -> merges.merge(parent, other, false, "重复任务")));

        withdrawTask(child);
        fixture.as(supervisor, () -> merges.merge(parent, other, false, "重复任务"));

        assertThat(task(other).state()).isEqualTo(KeyTask.State.WITHDRAWN);
        ledgerAndEngine.check();
    }
}
