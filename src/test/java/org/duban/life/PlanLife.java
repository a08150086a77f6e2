package org.duban.life;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.base.BusinessStart;
import org.duban.base.Moments;
import org.duban.base.MovableClock;
import org.duban.base.Timers;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.ReportingFrequency;
import org.duban.startup.Seeds;
import org.duban.support.Fixture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The life of a real plan: the 69 key tasks of 国发〔2016〕67号 with all their duties, due over its years, with quarterly
 * reports. Where it stands is in the database, so that a server that was killed goes on with it.
 */
@Component
class PlanLife {

    static final String PLAN = "guofa-2016-67";
    private static final int ROWS = 100;
    private static final String LIVED_UNTIL = "life.lived-until";

    private final Seeds seeds;
    private final Roster roster;
    private final Fixture fixture;
    private final Directives directives;
    private final ObjectProvider<Crowd> crowds;
    private final MovableClock clock;
    private final WorkingCalendar calendar;
    private final Timers timers;
    private final BusinessStart business;
    private final JdbcClient jdbc;

    PlanLife(
            Seeds seeds,
            Roster roster,
            Fixture fixture,
            Directives directives,
            ObjectProvider<Crowd> crowds,
            MovableClock clock,
            WorkingCalendar calendar,
            Timers timers,
            BusinessStart business,
            JdbcClient jdbc) {
        this.seeds = seeds;
        this.roster = roster;
        this.fixture = fixture;
        this.directives = directives;
        this.crowds = crowds;
        this.clock = clock;
        this.calendar = calendar;
        this.timers = timers;
        this.business = business;
        this.jdbc = jdbc;
    }

    Crowd crowd() {
        return crowds.getObject();
    }

    /** When the rows are due, in their order: most within the life, so that it ends with some late and some open. */
    static List<LocalDate> dueDays(LifeSize size, int rows) {
        Random random = new Random(size.seed());
        List<LocalDate> days = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            days.add(LifeSize.BEGINS.plusDays(70 + random.nextInt(28 * size.months())));
        }
        return days;
    }

    /** Enters and launches the plan, if it is not there. */
    void begin(LifeSize size) {
        if (livedUntil() != null) {
            return;
        }
        clock.travelTo(calendar.at(LifeSize.BEGINS, LocalTime.of(8, 0)));
        business.begin();
        seeds.load();
        roster.open();
        roster.read(LifeSize.BEGINS);
        Account supervisor = roster.first(null, Role.SUPERVISOR);
        DirectiveId plan = directives.bySlugAsSystem(PLAN).orElseThrow();
        directives.entrustAsSystem(plan, supervisor.id());
        fixture.as(supervisor, () -> {
            List<DivisionRow> rows =
                    directives.rows(plan, Directives.FIRST_ROW, ROWS).rows();
            List<LocalDate> due = dueDays(size, rows.size());
            for (int row = 0; row < rows.size(); row++) {
                directives.setDue(plan, rows.get(row).id(), due.get(row));
            }
            directives.launch(plan, ReportingFrequency.QUARTERLY, size.ends().minusMonths(3));
        });
        timers.fireDue();
        jdbc.sql("INSERT INTO setting (name, setting_value) VALUES (:name, :day)")
                .param("name", LIVED_UNTIL)
                .param("day", LifeSize.BEGINS.minusDays(1).toString())
                .update();
    }

    /** Lives from where it stands to the end of the day. A day that was broken off is lived on. */
    void live(Crowd crowd, LifeSize size, LocalDate until) {
        Instant broken = lastMoment();
        for (LocalDate day = livedUntil().plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            Instant night = calendar.at(day, LocalTime.of(0, 6));
            clock.travelTo(night.isAfter(broken) ? night : broken);
            crowd.night(timers::fireDue);
            if (calendar.isWorkingDay(day)) {
                crowd.live(day, size.seed());
            }
            jdbc.sql("UPDATE setting SET setting_value = :day WHERE name = :name")
                    .param("day", day.toString())
                    .param("name", LIVED_UNTIL)
                    .update();
        }
    }

    /** The last day that was lived whole; {@code null} before the first. */
    LocalDate livedUntil() {
        return jdbc.sql("SELECT setting_value FROM setting WHERE name = :name")
                .param("name", LIVED_UNTIL)
                .query(String.class)
                .optional()
                .map(LocalDate::parse)
                .orElse(null);
    }

    private Instant lastMoment() {
        return jdbc.sql("SELECT MAX(occurred_at) AS at FROM timeline_event")
                .query((row, number) -> Moments.read(row, "at"))
                .single();
    }
}
