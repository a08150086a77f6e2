package org.duban.life;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.duban.account.Account;
import org.duban.base.BusinessStart;
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
 * The life of a real plan: the 69 key tasks of 国发〔2016〕67号 with all their duties, due over four years, with quarterly
 * reports. Where it stands is in the database, so that a server that was killed goes on with it.
 */
@Component
class PlanLife {

    static final LocalDate BEGINS = LocalDate.of(2026, 3, 2);
    static final LocalDate ENDS = BEGINS.plusYears(4);
    private static final String PLAN = "guofa-2016-67";
    private static final String LIVED_UNTIL = "life.lived-until";

    private final Seeds seeds;
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
            Fixture fixture,
            Directives directives,
            ObjectProvider<Crowd> crowds,
            MovableClock clock,
            WorkingCalendar calendar,
            Timers timers,
            BusinessStart business,
            JdbcClient jdbc) {
        this.seeds = seeds;
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

    /** Enters and launches the plan, if it is not there. */
    void begin(Crowd crowd, long seed) {
        if (livedUntil() != null) {
            return;
        }
        clock.travelTo(calendar.at(BEGINS, LocalTime.of(8, 0)));
        business.begin();
        seeds.load();
        crowd.open();
        Account supervisor = crowd.supervisor();
        DirectiveId plan = directives.bySlugAsSystem(PLAN).orElseThrow();
        directives.entrustAsSystem(plan, supervisor.id());
        Random random = new Random(seed);
        fixture.as(supervisor, () -> {
            List<DivisionRow> rows =
                    directives.rows(plan, Directives.FIRST_ROW, 100).rows();
            rows.forEach(row -> directives.setDue(plan, row.id(), BEGINS.plusDays(200 + random.nextInt(1200))));
            directives.launch(plan, ReportingFrequency.QUARTERLY, ENDS.minusMonths(3));
        });
        timers.fireDue();
        jdbc.sql("INSERT INTO setting (name, setting_value) VALUES (:name, :day)")
                .param("name", LIVED_UNTIL)
                .param("day", BEGINS.minusDays(1).toString())
                .update();
    }

    /** Lives from where it stands to the end of the day, or of the four years. */
    void live(Crowd crowd, long seed, LocalDate until) {
        for (LocalDate day = livedUntil().plusDays(1);
                !day.isAfter(until) && !day.isAfter(ENDS);
                day = day.plusDays(1)) {
            clock.travelTo(calendar.at(day, LocalTime.of(0, 6)));
            timers.fireDue();
            if (calendar.isWorkingDay(day)) {
                crowd.live(day, seed);
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
}
