package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.directive.ReportingFrequency;
import org.duban.task.KeyTaskId;
import org.duban.task.Light;
import org.duban.task.Outcome;
import org.duban.task.SubTaskLight;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;

/** How figures and lights of sub-tasks go up. */
class SubTaskRollUpTests extends SplitTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    @Test
    void carriesItsPercentageUpThroughAllLevels() {
        KeyTaskId parent = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(province), shares(helper));
        sign(parent, province, helper);
        List<KeyTaskId> children = split(parent, province, part(city), part(province));
        sign(children.get(0), city);
        sign(children.get(1), province);
        List<KeyTaskId> grandchildren = split(children.get(0), city, part(county), part(city));
        sign(grandchildren.get(0), county);
        sign(grandchildren.get(1), city);
        goTo(OPENING);

        reported(grandchildren.get(0), county, 80);
        assertThat(percents(grandchildren.get(0), children.get(0), parent)).containsExactly(80, 40, 10);
        reported(children.get(1), province, 100);
        assertThat(percents(children.get(1), parent)).containsExactly(100, 35);
        reported(parent, province, 5);
        assertThat(duty(parent, province).percent())
                .as("what it says itself stays apart")
                .isEqualTo(5);
        assertThat(task(parent).percent()).isEqualTo(35);
        reported(parent, helper, 50);
        assertThat(task(parent).percent()).isEqualTo(60);

        withdrawTask(grandchildren.get(1));
        assertThat(percents(children.get(0), parent)).containsExactly(80, 70);
        reopen(grandchildren.get(1), YEAR_END);
        assertThat(percents(children.get(0), parent)).containsExactly(40, 60);
    }

    @Test
    void makesAGreenLightAboveYellow() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(MONDAY.plusDays(200), city), part(province))
                .getFirst();
        String no = task(child).no();
        assertThat(task(parent).lightReading().light()).isEqualTo(Light.GREEN);
        sign(child, city);
        assertThat(task(parent).lightReading().inputs().subTask()).isEqualTo(new SubTaskLight(Light.GREEN, no));

        KeyTaskId grandchild =
                split(child, city, part(MONDAY.plusDays(5), county)).getFirst();
        sign(grandchild, county);

        assertThat(task(grandchild).lightReading().rule()).isEqualTo("DUE_SOON");
        assertThat(task(child).lightReading().rule()).isEqualTo("SUB_TASK_BEHIND");
        assertThat(task(child).lightReading().light()).isEqualTo(Light.YELLOW);
        assertThat(task(parent).lightReading().rule()).isEqualTo("SUB_TASK_BEHIND");
        assertThat(task(parent).lightReading().inputs().subTask()).isEqualTo(new SubTaskLight(Light.YELLOW, no));
        goTo(MONDAY.plusDays(6));
        assertThat(task(grandchild).lightReading().rule()).isEqualTo("OVERDUE");
        assertThat(task(child).lightReading().inputs().subTask())
                .as("read again in the night, whichever was read first")
                .isEqualTo(new SubTaskLight(Light.RED, task(grandchild).no()));
        apply(grandchild, county);
        close(grandchild, Outcome.DONE);
        assertThat(task(child).lightReading().inputs().subTask()).isEqualTo(SubTaskLight.NONE);
        assertThat(task(parent).lightReading().rule()).isEqualTo("ON_COURSE");
    }

    @Test
    void isOverdueAndCountedLikeAnyKeyTask() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child =
                split(parent, province, part(MONDAY.plusDays(3), city)).getFirst();
        sign(child, city);

        liveUntil(MONDAY.plusDays(10));

        assertThat(task(child).escalationLevel()).isPositive();
        assertThat(task(parent).escalationLevel()).isZero();
        assertThat(times(child, Kind.ESCALATED)).isPositive();
        assertThat(task(parent).lightReading().rule()).isEqualTo("SUB_TASK_BEHIND");
    }

    private List<Integer> percents(KeyTaskId... all) {
        List<Integer> percents = new ArrayList<>();
        for (KeyTaskId each : all) {
            percents.add(task(each).percent());
        }
        return percents;
    }
}
