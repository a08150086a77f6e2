package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.CountedDays;
import org.duban.base.CountedDays.Holiday;
import org.duban.calendar.CalendarYears;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.report.ReportId;
import org.duban.support.BuiltInCalendar;
import org.duban.task.CountedDates;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Clocks of working days over holidays and make-up days, and that each can say how it was counted. */
class WorkingDaysTests extends ProcessTest {

    /** The Friday before the Spring Festival; the Saturday after it is a working day, the nine days after that are off. */
    private static final LocalDate FRIDAY = LocalDate.of(2026, 2, 13);

    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final LocalDate AFTER_THE_FESTIVAL = LocalDate.of(2026, 2, 24);
    private static final Holiday FESTIVAL = new Holiday(LocalDate.of(2026, 2, 15), LocalDate.of(2026, 2, 23), "春节");

    @Autowired
    CalendarYears years;

    @Autowired
    CountedDates counted;

    @Autowired
    BuiltInCalendar builtIn;

    @BeforeEach
    void beginBeforeTheFestival() {
        builtIn.restore();
        clock.travelTo(calendar.at(FRIDAY, LocalTime.of(10, 0)));
        world.begin();
        supervisor = fixture.supervisor();
        lead = fixture.office();
        helper = fixture.office();
    }

    @AfterEach
    void restore() {
        builtIn.restore();
    }

    @Test
    void giveADepartmentTheFestivalOff() {
        KeyTaskId task = launched(ReportingFrequency.NONE);

        for (OpenItem item :
                List.of(only(lead.staff(), ItemKind.ACKNOWLEDGE), only(helper.staff(), ItemKind.ACKNOWLEDGE))) {
            assertThat(item.dueOn()).isEqualTo(AFTER_THE_FESTIVAL);
            assertThat(item.counted())
                    .isEqualTo(new CountedDays(
                            FRIDAY, 2, AFTER_THE_FESTIVAL, List.of(FESTIVAL), List.of(SATURDAY), false, List.of()));
        }
        assertThat(duty(task, lead).acknowledgeBy())
                .isEqualTo(calendar.at(AFTER_THE_FESTIVAL, LocalTime.of(23, 59, 59)));
        liveUntil(AFTER_THE_FESTIVAL);
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isZero();
        sign(task, lead);
        assertThat(kinds(helper.staff())).as("the other department goes on").containsExactly(ItemKind.ACKNOWLEDGE);

        goTo(AFTER_THE_FESTIVAL, LocalTime.of(23, 59, 58));
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).isZero();
        goTo(AFTER_THE_FESTIVAL.plusDays(1), LocalTime.MIDNIGHT);
        assertThat(times(task, Kind.ACKNOWLEDGEMENT_URGED)).as("the helper").isOne();
    }

    @Test
    void takeADayOnWhichWorkIsMadeUpFor() {
        goTo(LocalDate.of(2026, 2, 26));
        launched(ReportingFrequency.NONE);

        OpenItem item = only(lead.staff(), ItemKind.ACKNOWLEDGE);

        assertThat(item.dueOn()).as("a Saturday").isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(item.counted().madeUp()).containsExactly(LocalDate.of(2026, 2, 28));
    }

    @Test
    void giveASupervisorTheFestivalOffForADispute() {
        KeyTaskId task = launched(ReportingFrequency.NONE);

        dispute(task, lead);

        OpenItem item = only(supervisor, ItemKind.DECIDE_DISPUTE);
        assertThat(item.dueOn()).isEqualTo(AFTER_THE_FESTIVAL);
        assertThat(item.counted().holidays()).containsExactly(FESTIVAL);
        fixture.as(supervisor, () -> acknowledgements.confirm(duty(task, lead).id(), "职责明确"));
        assertThat(only(lead.staff(), ItemKind.ACKNOWLEDGE).counted().holidays())
                .as("the new clock")
                .containsExactly(FESTIVAL);
    }

    @Test
    void areKeptWithEverythingThatWasCountedAndNothingElse() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        goTo(LocalDate.of(2026, 9, 28));
        ReportId report = reportOf(lead);
        OpenItem late = only(lead.staff(), ItemKind.REPORT);
        assertThat(late.dueOn()).as("five days, over the National Day").isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(counted(late)).containsExactly(LocalDate.of(2026, 9, 28), 5, late.dueOn());
        assertThat(fixture.as(lead.staff(), () -> reports.details(report)).counted())
                .isEqualTo(late.counted());

        submit(lead, report, 10);
        OpenItem review = only(supervisor, ItemKind.REVIEW);
        assertThat(counted(review)).containsExactly(LocalDate.of(2026, 9, 28), 3, LocalDate.of(2026, 10, 8));

        sendBack(report, LocalDate.of(2026, 10, 20));
        assertThat(only(lead.staff(), ItemKind.AMEND).counted())
                .as("the supervisor chose the day")
                .isNull();
        assertThat(fixture.as(lead.staff(), () -> reports.details(report)).counted())
                .isNull();

        apply(task, lead);
        OpenItem verify = only(supervisor, ItemKind.VERIFY);
        assertThat(verify.counted().to()).isEqualTo(verify.dueOn());
        assertThat(verify.counted().from()).isEqualTo(LocalDate.of(2026, 9, 28));
    }

    @Test
    void arePlannedDaysWhereNothingWasCounted() {
        KeyTaskId task = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(lead));
        sign(task, lead);
        goTo(LocalDate.of(2026, 3, 16));

        assertThat(only(lead.staff(), ItemKind.REPORT).dueOn()).isEqualTo(LocalDate.of(2026, 3, 25));
        assertThat(only(lead.staff(), ItemKind.REPORT).counted()).isNull();
    }

    @Test
    void standEvenIfTheCalendarIsAnotherOneLater() {
        LocalDate today = LocalDate.of(2027, 9, 29);
        goTo(today);
        KeyTaskId before = launched(ReportingFrequency.NONE, today.plusYears(1), leads(lead));
        OpenItem provisional = only(lead.staff(), ItemKind.ACKNOWLEDGE);
        assertThat(provisional.dueOn()).isEqualTo(LocalDate.of(2027, 10, 1));
        assertThat(provisional.counted().unannounced()).containsExactly(2027);

        announce("2027-10-01,放假,国庆节\n2027-10-02,放假,国庆节\n2027-10-03,放假,国庆节");
        launched(ReportingFrequency.NONE, today.plusYears(1), leads(helper));

        OpenItem held = only(lead.staff(), ItemKind.ACKNOWLEDGE);
        assertThat(held.dueOn()).isEqualTo(LocalDate.of(2027, 10, 1));
        assertThat(held.counted().to()).as("as it would be now").isEqualTo(LocalDate.of(2027, 10, 4));
        assertThat(only(helper.staff(), ItemKind.ACKNOWLEDGE).dueOn()).isEqualTo(LocalDate.of(2027, 10, 4));
        goTo(LocalDate.of(2027, 10, 2), LocalTime.MIDNIGHT);
        assertThat(times(before, Kind.ACKNOWLEDGEMENT_URGED))
                .as("late stays late")
                .isOne();
    }

    @Test
    void areToldToThoseWhoSeeTheKeyTask() {
        KeyTaskId task = launched(ReportingFrequency.NONE);

        var signing = fixture.as(supervisor, () -> counted.signing(task));

        assertThat(signing)
                .containsOnlyKeys(duty(task, lead).id(), duty(task, helper).id());
        sign(task, lead);
        assertThat(fixture.as(helper.head(), () -> counted.signing(task)))
                .containsOnlyKeys(duty(task, helper).id());
        refused("refusal.notFound", () -> fixture.as(fixture.office().head(), () -> counted.signing(task)));
    }

    private void announce(String file) {
        Account admin = fixture.admin();
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        fixture.as(
                admin,
                () -> years.enter(bytes, "试发〔2026〕9号", years.preview(bytes).basedOn()));
    }

    private static List<Object> counted(OpenItem item) {
        return List.of(
                item.counted().from(), item.counted().days(), item.counted().to());
    }
}
