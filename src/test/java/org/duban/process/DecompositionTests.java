package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.duban.base.CountedDays;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.organisation.Department;
import org.duban.support.Fixture.Office;
import org.duban.task.Decompositions;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.SubTaskDraft;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.Transfers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** 分解: what a department splits off its duty lives like any key task, and counts for the one above it. */
class DecompositionTests extends SplitTest {

    private static final LocalDate OPENING = LocalDate.of(2026, 3, 16);

    @Autowired
    Transfers transfers;

    @Autowired
    Successions successions;

    @Test
    void becomesKeyTasksOfTheirOwn() {
        KeyTaskId parent = parent(ReportingFrequency.MONTHLY);
        Office second = fixture.office(Department.Tier.CITY, jurisdictionOf(city));

        List<KeyTaskId> children = split(
                parent,
                province,
                part(city, county),
                new SubTaskDraft("汇总", null, MONDAY.plusDays(60), province.id(), List.of()));

        assertThat(children).hasSize(2);
        KeyTask first = task(children.get(0));
        assertThat(first.no()).isEqualTo(task(parent).no() + "-1");
        assertThat(first.parentId()).isEqualTo(parent);
        assertThat(first.rowId()).isNull();
        assertThat(first.directiveId()).isEqualTo(task(parent).directiveId());
        assertThat(details(children.get(0)).text()).isEqualTo("具体内容");
        assertThat(details(children.get(0)).targets()).isEmpty();
        assertThat(details(children.get(0)).duties())
                .extracting(Duty::departmentName, Duty::role)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(city.name(), DutyRole.LEAD),
                        org.assertj.core.groups.Tuple.tuple(county.name(), DutyRole.COOPERATING));
        assertThat(details(children.get(1)).text()).isNull();
        assertThat(task(children.get(1)).dueOn()).isEqualTo(MONDAY.plusDays(60));
        assertThat(history(children.get(0))).containsExactly(Kind.SPLIT_OFF);
        assertThat(times(parent, Kind.SPLIT)).isEqualTo(1);
        CountedDays signing = calendar.count(MONDAY, 2);
        assertThat(only(city.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(signing.to());
        assertThat(kinds(helper.staff())).as("nobody else's work").containsExactly(ItemKind.ACKNOWLEDGE);
        assertThat(split(parent, province, part(second))).hasSize(3);
        assertThat(task(subTasks(parent).get(2)).no()).isEqualTo(task(parent).no() + "-3");

        sign(children.get(0), city, county);
        goTo(OPENING);
        assertThat(kinds(city.staff())).as("the plan of the directive").contains(ItemKind.REPORT);
        reported(children.get(0), city, 100);
        apply(children.get(0), city);
        close(children.get(0), Outcome.DONE);
        assertThat(task(children.get(0)).state()).isEqualTo(KeyTask.State.CLOSED);
        assertThat(task(parent).state()).isEqualTo(KeyTask.State.RUNNING);
        assertThat(task(parent).percent()).isEqualTo(33);
    }

    @Test
    void isAsUrgentAndReportedOnAsOftenAsTheOneAbove() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        jdbc.sql("UPDATE key_task SET priority = 'HIGH', reporting = 'MONTHLY' WHERE id = :id")
                .param("id", parent.value())
                .update();

        KeyTaskId child = split(parent, province, part(city)).getFirst();

        assertThat(jdbc.sql("SELECT CONCAT(priority, ' ', reporting) FROM key_task WHERE id = :id")
                        .param("id", child.value())
                        .query(String.class)
                        .single())
                .isEqualTo("HIGH MONTHLY");
        // its directive was not told that there is something to report on now
        jdbc.sql("UPDATE key_task SET reporting = NULL").update();
    }

    @Test
    void goesFromProvinceToCityToCountyOnly() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        Office elsewhere = fixture.office(Department.Tier.CITY, "别处市");
        Office equal = fixture.office(Department.Tier.PROVINCIAL, jurisdictionOf(province));
        for (Office notBelow : List.of(lead, elsewhere, equal)) {
            refused("refusal.split.notSubordinate", () -> split(parent, province, part(notBelow)));
            refused("refusal.split.notSubordinate", () -> split(parent, province, part(city, notBelow)));
        }
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        sign(child, city);
        refused("refusal.split.notSubordinate", () -> split(child, city, part(province)));
        KeyTaskId grandchild = split(child, city, part(county)).getFirst();
        sign(grandchild, county);
        refused("refusal.split.notSubordinate", () -> split(grandchild, county, part(city)));
        KeyTaskId last = split(grandchild, county, part(county)).getFirst();
        sign(last, county);
        assertThat(task(last).no()).isEqualTo(task(parent).no() + "-1-1-1");
        refused("refusal.split.tooDeep", () -> split(last, county, part(county)));

        DutyId duty = duty(parent, province).id();
        assertThat(fixture.as(province.head(), () -> decompositions.candidates(duty, "", 0, 50)))
                .extracting(Department::id)
                .contains(province.id(), city.id(), county.id())
                .doesNotContain(lead.id(), elsewhere.id(), equal.id());
    }

    @Test
    void ofAPlaceGoesToTheBodiesOfItsGovernment() {
        Office town = fixture.place(Department.Tier.CITY, jurisdictionOf(province));
        Office body = fixture.office(Department.Tier.CITY, town.name());
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(town));
        sign(task, town);

        assertThat(split(task, town, part(body))).hasSize(1);
        refused("refusal.split.notSubordinate", () -> split(task, town, part(county)));
        refused("refusal.split.notSubordinate", () -> split(task, town, part(province)));
    }

    @Test
    void isRefusedInWordsWhereItCannotBe() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(province), helps(helper), shares(city));
        DutyId duty = duty(task, province).id();
        refused("refusal.signFirst", () -> split(task, province, part(city)));
        sign(task, province, helper);
        refused("refusal.split.notReporting", () -> split(task, helper, part(helper)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(
                        () -> fixture.as(province.staff(), () -> decompositions.split(duty, List.of(part(county)))));
        refused(
                "refusal.notFound",
                () -> fixture.as(city.head(), () -> decompositions.split(duty, List.of(part(county)))));
        refused("refusal.split.nothing", () -> split(task, province));
        refused(
                "refusal.split.tooMany",
                () -> fixture.as(
                        province.head(),
                        () -> decompositions.split(duty, Collections.nCopies(Decompositions.MOST + 1, part(city)))));
        refused(
                "refusal.split.titleMissing",
                () -> split(task, province, part(county), new SubTaskDraft(" ", null, YEAR_END, city.id(), List.of())));
        for (LocalDate impossible : new LocalDate[] {null, MONDAY.minusDays(1), YEAR_END.plusDays(1)}) {
            refused("refusal.split.due", () -> split(task, province, part(impossible, city)));
        }
        refused(
                "refusal.split.leadMissing",
                () -> split(task, province, new SubTaskDraft("任务", null, YEAR_END, null, List.of())));
        refused("refusal.split.departmentTwice", () -> split(task, province, part(city, county, city)));
        Office empty = unstaffed();
        refused("refusal.split.unstaffed", () -> split(task, province, part(empty)));
        Office gone = fixture.office(Department.Tier.CITY, jurisdictionOf(city));
        fixture.abolish(gone);
        refused("refusal.succession.abolished", () -> split(task, province, part(gone)));
        assertThat(subTasks(task)).as("all or none").isEmpty();
        apply(task, province);
        alreadyHandled(province.head(), () -> decompositions.split(duty, List.of(part(city))));
    }

    @Test
    void keepsTheOneAboveFromCompletion() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        refused("refusal.split.noneOpen", () -> waive(parent));
        List<KeyTaskId> children = split(parent, province, part(city), part(province));
        sign(children.get(1), province);

        assertThat(inTheWay(parent, province))
                .extracting(way -> way.why().messageKey())
                .as("said before it is written")
                .containsExactly("refusal.split.openOfTask");
        refused("refusal.split.openOfTask", () -> applyOnly(parent, province))
                .satisfies(refusal -> assertThat(refusal.arguments())
                        .containsExactly(task(children.get(0)).no() + "、"
                                + task(children.get(1)).no()));
        apply(children.get(1), province);
        close(children.get(1), Outcome.DONE);
        refused("refusal.split.openOfTask", () -> applyOnly(parent, province));
        withdrawTask(children.get(0));
        apply(parent, province);
        reopen(children.get(1), YEAR_END);
        refused("refusal.split.openOfTask", () -> close(parent, Outcome.DONE));
        apply(children.get(1), province);
        close(children.get(1), Outcome.DONE);
        close(parent, Outcome.DONE);
    }

    @Test
    void needsADueDateThatHasNotPassed() {
        LocalDate due = MONDAY.plusDays(10);
        KeyTaskId parent = launched(ReportingFrequency.NONE, due, leads(province));
        sign(parent, province);
        goTo(due);
        split(parent, province, part(due, city));
        goTo(due.plusDays(1));

        for (LocalDate day : new LocalDate[] {due, due.plusDays(1), due.plusDays(5)}) {
            refused("refusal.split.overdue", () -> split(parent, province, part(day, city)))
                    .satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(due.toString()));
        }
        assertThat(subTasks(parent)).hasSize(1);
    }

    @Test
    void endsWithTheOneAboveThatIsWithdrawn() {
        KeyTaskId parent = parent(ReportingFrequency.MONTHLY);
        List<KeyTaskId> children = split(parent, province, part(city), part(province));
        sign(children.get(0), city);
        KeyTaskId grandchild = split(children.get(0), city, part(county)).getFirst();
        sign(children.get(1), province);
        goTo(OPENING);
        apply(children.get(1), province);
        close(children.get(1), Outcome.DONE);
        KeyTaskId other = launched(ReportingFrequency.NONE);

        withdrawTask(parent);

        assertThat(task(children.get(0)).state()).isEqualTo(KeyTask.State.WITHDRAWN);
        assertThat(task(grandchild).state()).isEqualTo(KeyTask.State.WITHDRAWN);
        assertThat(task(children.get(1)).state()).as("ended before").isEqualTo(KeyTask.State.CLOSED);
        assertThat(items(city.staff())).isEmpty();
        assertThat(items(county.staff())).isEmpty();
        assertThat(task(other).state()).isEqualTo(KeyTask.State.RUNNING);
        TimelineEntry said =
                fixture.as(supervisor, () -> tasks.timeline(grandchild, 1)).getFirst();
        assertThat(said.kind()).isEqualTo(Kind.TASK_WITHDRAWN);
        assertThat(said.note()).isEqualTo("任务调整");
        assertThat(said.figure()).isEqualTo(task(parent).no());
        alreadyHandled(
                city.staff(),
                () -> acknowledgements.acknowledge(duty(children.get(0), city).id()));

        reopen(parent, YEAR_END);

        assertThat(task(children.get(0)).state()).isEqualTo(KeyTask.State.WITHDRAWN);
        assertThat(task(parent).percent())
                .as("of the one that is not withdrawn")
                .isZero();
        reopen(children.get(0), YEAR_END);
        refused("refusal.split.openOfTask", () -> applyOnly(parent, province));
    }

    @Test
    void countsForTheOneAboveNoMoreOnceWithdrawnWithIt() {
        KeyTaskId parent = parent(ReportingFrequency.MONTHLY);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        sign(child, city);
        goTo(OPENING);
        reported(parent, province, 20);
        reported(child, city, 60);
        assertThat(task(parent).percent()).isEqualTo(60);

        withdrawTask(parent);
        assertThat(task(parent).percent()).as("as it was").isEqualTo(60);
        reopen(parent, YEAR_END);

        assertThat(task(parent).percent()).as("its own").isEqualTo(20);
    }

    @Test
    void goesAlongWithTheDutyThatIsTransferred() {
        KeyTaskId parent = parent(ReportingFrequency.NONE);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        Office other = fixture.office(Department.Tier.PROVINCIAL, jurisdictionOf(province));
        DutyId duty = duty(parent, province).id();

        fixture.as(supervisor, () -> transfers.transfer(duty, other.id(), "机构职能调整"));

        assertThat(fixture.as(other.head(), () -> tasks.visible(child))).isTrue();
        assertThat(fixture.as(province.head(), () -> tasks.visible(child))).isFalse();
        dispute(parent, other);
        refused(
                "refusal.dispute.nobodyLeft",
                () -> fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关")));
        Office third = fixture.office(Department.Tier.PROVINCIAL, jurisdictionOf(province));
        fixture.as(supervisor, () -> acknowledgements.change(duty, third.id(), DutyRole.JOINT, "改由其负责"));
        assertThat(fixture.as(third.head(), () -> tasks.visible(child))).isTrue();
        sign(parent, third);
        refused("refusal.split.openOfTask", () -> applyOnly(parent, third));
    }

    @Test
    void keepsItsDutyFromBeingWithdrawn() {
        Office other = fixture.office(Department.Tier.PROVINCIAL, jurisdictionOf(province));
        KeyTaskId parent = launched(ReportingFrequency.NONE, YEAR_END, shares(province), shares(helper));
        sign(parent, province, helper);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        DutyId duty = duty(parent, province).id();
        fixture.as(supervisor, () -> transfers.transfer(duty, other.id(), "机构职能调整"));
        dispute(parent, other);

        refused("refusal.split.openOfDuty", () -> fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关")))
                .satisfies(refusal -> assertThat(refusal.arguments())
                        .containsExactly(task(child).no()));
        refused(
                "refusal.split.openOfDuty",
                () -> fixture.as(
                        supervisor, () -> acknowledgements.change(duty, other.id(), DutyRole.COOPERATING, "改为配合")));
        withdrawTask(child);
        fixture.as(supervisor, () -> acknowledgements.withdraw(duty, "确不相关"));
        assertThat(duty(parent, other).state()).isEqualTo(Duty.State.WITHDRAWN);
    }

    @Test
    void goesAlongWithTheDutyIntoThatOfASuccessor() {
        Office heir = fixture.office(Department.Tier.PROVINCIAL, jurisdictionOf(province));
        KeyTaskId parent = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(heir), shares(province));
        sign(parent, heir, province);
        KeyTaskId child = split(parent, province, part(city)).getFirst();
        sign(child, city);
        goTo(OPENING);
        reported(child, city, 60);
        assertThat(task(parent).percent()).isEqualTo(30);
        DutyId duty = duty(parent, province).id();
        fixture.abolish(province, heir);

        fixture.as(supervisor, () -> successions.accept(duty, heir.id(), null));

        assertThat(task(parent).percent()).isEqualTo(60);
        assertThat(fixture.as(heir.head(), () -> tasks.visible(child))).isTrue();
        assertThat(fixture.as(heir.head(), () -> tasks.subTasks(parent))).hasSize(1);
    }

    private void waive(KeyTaskId task) {
        fixture.as(supervisor, () -> decompositions.waive(task, "市级工作另行考核"));
    }

    private String jurisdictionOf(Office office) {
        return jdbc.sql("SELECT jurisdiction FROM department WHERE id = :id")
                .param("id", office.id().value())
                .query(String.class)
                .single();
    }

    /** Of the city, without people. */
    private Office unstaffed() {
        Office empty = fixture.officeWithoutPeople();
        jdbc.sql("UPDATE department SET tier = 'CITY', jurisdiction = :place WHERE id = :id")
                .param("place", jurisdictionOf(city))
                .param("id", empty.id().value())
                .update();
        return empty;
    }
}
