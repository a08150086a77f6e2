package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.DueSoon;
import org.duban.ladder.LadderRecords;
import org.duban.ladder.Priorities;
import org.duban.ladder.Priority;
import org.duban.ladder.Reminders;
import org.duban.ladder.SentReminder;
import org.duban.task.KeyTaskId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 到期提醒: 10, 5, 3 and 1 working days before the due day, each once. */
class ReminderTests extends ProcessTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

    @Autowired
    Reminders reminders;

    @Autowired
    LadderRecords records;

    @Autowired
    Priorities priorities;

    @Test
    void remindsOnceAtEachStage() {
        KeyTaskId task = due();

        liveUntil(DUE.plusDays(3));

        assertThat(sent(task, DeadlineKind.TASK)).containsExactly(10, 5, 3, 1);
    }

    @Test
    void remindsEarlierOfWhatIsImportant() {
        KeyTaskId task = due();
        fixture.as(supervisor, () -> priorities.set(task, Priority.HIGH));

        liveUntil(DUE);

        assertThat(sent(task, DeadlineKind.TASK)).containsExactly(20, 10, 5, 3, 1);
    }

    @Test
    void remindsOnceOfTheStageThatFitsAfterTheSystemStood() {
        KeyTaskId task = due();

        goTo(LocalDate.of(2026, 3, 26));

        assertThat(sent(task, DeadlineKind.TASK)).containsExactly(3);
        liveUntil(DUE);
        assertThat(sent(task, DeadlineKind.TASK)).containsExactly(3, 1);
    }

    @Test
    void remindsNobodyTwiceHoweverOftenTheRoundIsRepeated() {
        KeyTaskId task = due();
        goTo(LocalDate.of(2026, 3, 26));

        assertThat(reminders.dueAsSystem(Long.MIN_VALUE, 100)).isEmpty();
        reminders.remindAsSystem(task.value());

        assertThat(sent(task, DeadlineKind.TASK)).containsExactly(3);
    }

    @Test
    void remindsOfAllHoweverManyThereAre() {
        fixture.launch(supervisor, fixture.directive(supervisor, 120, leads(lead)), ReportingFrequency.NONE, YEAR_END);

        goTo(MONDAY.plusDays(1));

        assertThat(count("reminder WHERE kind = 'ACKNOWLEDGEMENT'")).isEqualTo(120);
    }

    @Test
    void remindsAnewOfANewDueDay() {
        KeyTaskId task = due();
        liveUntil(LocalDate.of(2026, 3, 26));
        jdbc.sql("UPDATE key_task SET due_on = :later")
                .param("later", LocalDate.of(2026, 4, 3))
                .update();

        liveUntil(DUE);

        assertThat(sent(task, DeadlineKind.TASK)).containsExactly(10, 5, 3, 5, 3);
    }

    @Test
    void remindsOfNothingThatLiesWithTheSupervisors() {
        KeyTaskId task = due();
        apply(task, lead);

        liveUntil(DUE);

        assertThat(sent(task, DeadlineKind.TASK)).isEmpty();
    }

    @Test
    void remindsOfReportsAndSignatures() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        liveUntil(MONDAY.plusDays(1));
        assertThat(sent(task, DeadlineKind.ACKNOWLEDGEMENT)).containsExactly(1);
        assertThat(only(lead.staff(), ItemKind.ACKNOWLEDGE).reminded()).isTrue();
        sign(task, lead);

        liveUntil(LocalDate.of(2026, 3, 19));
        assertThat(only(lead.staff(), ItemKind.REPORT).reminded()).isFalse();
        liveUntil(LocalDate.of(2026, 3, 26));
        assertThat(sent(task, DeadlineKind.REPORT)).containsExactly(3, 1);
        assertThat(only(lead.staff(), ItemKind.REPORT).reminded()).isTrue();
    }

    @Test
    void showsTheDepartmentWhatIsDueSoonUntilItIsOver() {
        KeyTaskId task = due();
        liveUntil(LocalDate.of(2026, 3, 25));

        assertThat(fixture.as(lead.staff(), () -> reminders.dueSoon()))
                .extracting(DueSoon::task, DueSoon::workingDaysLeft)
                .containsExactly(tuple(task, 4));
        assertThat(fixture.as(helper.staff(), () -> reminders.dueSoon()))
                .as("it only cooperates")
                .isEmpty();
        assertThat(fixture.as(supervisor, () -> reminders.dueSoon())).isEmpty();

        liveUntil(DUE.plusDays(1));
        assertThat(fixture.as(lead.staff(), () -> reminders.dueSoon())).isEmpty();
    }

    @Test
    void tellsADepartmentOnlyOfItsOwnReports() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead), shares(helper));
        sign(task, lead, helper);
        liveUntil(DUE);

        assertThat(fixture.as(lead.staff(), () -> records.of(task)).reminders())
                .isNotEmpty()
                .allMatch(reminder -> reminder.departmentName().equals(lead.name()));
        assertThat(fixture.as(supervisor, () -> records.of(task)).reminders()).hasSize(4);
    }

    private KeyTaskId due() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);
        return task;
    }

    /** Oldest first: how many working days were left. */
    private List<Integer> sent(KeyTaskId task, DeadlineKind kind) {
        return fixture.as(supervisor, () -> records.of(task)).reminders().reversed().stream()
                .filter(reminder -> reminder.kind() == kind)
                .map(SentReminder::workingDaysLeft)
                .toList();
    }
}
