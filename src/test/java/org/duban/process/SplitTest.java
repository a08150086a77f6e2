package org.duban.process;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.organisation.Department.Tier;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.Decompositions;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.SubTaskDraft;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of sub-tasks, in a province with a city and a county. */
abstract class SplitTest extends TwoAtOnceTest {

    @Autowired
    Decompositions decompositions;

    Office province;
    Office city;
    Office county;

    @BeforeEach
    void ranks() {
        Office land = fixture.place(Tier.PROVINCIAL, "国家");
        Office town = fixture.place(Tier.CITY, land.name());
        province = fixture.office(Tier.PROVINCIAL, land.name());
        city = fixture.office(Tier.CITY, town.name());
        county = fixture.office(Tier.COUNTY, town.name());
    }

    static SubTaskDraft part(Office to, Office... cooperating) {
        return part(YEAR_END, to, cooperating);
    }

    static SubTaskDraft part(LocalDate dueOn, Office to, Office... cooperating) {
        return new SubTaskDraft(
                "分工任务",
                "具体内容",
                dueOn,
                to.id(),
                Stream.of(cooperating).map(Office::id).toList());
    }

    /** Led by the province, which has signed, with an unsigned helper. */
    KeyTaskId parent(ReportingFrequency reporting) {
        KeyTaskId task = launched(reporting, YEAR_END, leads(province), helps(helper));
        sign(task, province);
        return task;
    }

    /** Returns all sub-tasks of the key task. */
    List<KeyTaskId> split(KeyTaskId task, Office office, SubTaskDraft... parts) {
        DutyId duty = duty(task, office).id();
        fixture.as(office.head(), () -> decompositions.split(duty, List.of(parts)));
        return subTasks(task);
    }

    List<KeyTaskId> subTasks(KeyTaskId task) {
        return fixture.as(supervisor, () -> tasks.subTasks(task)).stream()
                .map(row -> row.task().id())
                .toList();
    }

    /** Completed by the office, though what it split off is open. */
    void closeOver(KeyTaskId task, Office office) {
        fixture.as(supervisor, () -> decompositions.waive(task, "下级工作另行考核"));
        apply(task, office);
        close(task, Outcome.DONE);
    }

    /** The report that the office has to write on that key task, accepted with this percentage. */
    void reported(KeyTaskId task, Office office, int percent) {
        ReportId report = items(office.staff()).stream()
                .filter(item -> item.kind() == ItemKind.REPORT && item.keyTaskId() == task.value())
                .map(item -> new ReportId(item.subjectId()))
                .findFirst()
                .orElseThrow();
        submit(office, report, percent);
        accept(report);
    }
}
