package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Merges;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sub-tasks stand still, go on and end with the key task above them. */
class SuspendedSubTasksTests extends SplitTest {

    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 31);

    @Autowired
    Merges merges;

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
        assertThat(items(supervisor))
                .hasSize(3)
                .allMatch(item -> item.kind() == ItemKind.RESUME && item.dueOn().equals(later));
        ledgerAndEngine.check();
        goTo(calendar.plusWorkingDays(calendar.today(), 5));

        resume(parent);

        assertThat(List.of(parent, child, below)).noneMatch(each -> task(each).suspended());
        assertThat(task(below).dueOn()).isEqualTo(calendar.plusWorkingDays(SUMMER, 5));
        assertThat(items(supervisor)).isEmpty();
        assertThat(items(county.staff())).extracting(OpenItem::keyTaskId).containsExactly(below.value());
        ledgerAndEngine.check();
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
