package org.duban.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.base.Moments;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.support.Fixture;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * What the people of a plan do on a day is drawn from a random generator that begins anew from the seed each day, so that
 * a life that was interrupted goes on. All that it is drawn for is met in the order of the document, not of identifiers.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Crowd {

    /** The nightly round, which is no action. */
    static final String NIGHT = "night";

    private static final Duration PAUSE = Duration.ofSeconds(20);

    /** So many times out of a hundred somebody does again at once what is done. */
    private static final double TWICE = 3;

    /**
     * Something that waits.
     *
     * @param department for which it waits, or {@code null}
     * @param about the department that it is about, or {@code null}
     */
    record Item(
            ItemKind kind,
            long subject,
            long task,
            DepartmentId department,
            DepartmentId about,
            LocalDate due,
            LocalDate opened) {}

    private final List<Habit> habits;
    private final Roster roster;
    private final Fixture fixture;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final WorkingCalendar calendar;
    private final Tally tally = new Tally();
    private Random random = new Random();
    private Witness witness = Witness.NOBODY;

    Crowd(
            List<Habit> habits,
            Roster roster,
            Fixture fixture,
            JdbcClient jdbc,
            MovableClock clock,
            WorkingCalendar calendar) {
        this.habits =
                habits.stream().sorted(Comparator.comparingInt(Habit::order)).toList();
        this.roster = roster;
        this.fixture = fixture;
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendar = calendar;
    }

    void tell(Witness whoever) {
        witness = whoever;
    }

    /** One working day, from nine o'clock. */
    void live(LocalDate day, long seed) {
        random = new Random(seed * 1_000_003 + day.toEpochDay());
        random.nextInt();
        clock.travelTo(latest(calendar.at(day, LocalTime.of(9, 0)), clock.instant()));
        roster.read(day);
        habits.forEach(habit -> habit.day(this));
    }

    /** What the clock does by itself. */
    void night(Runnable timers) {
        witness.begins(NIGHT, Traces.NONE);
        timers.run();
        witness.done();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    Tally tally() {
        return tally;
    }

    Roster roster() {
        return roster;
    }

    /** Of the plan, or who stands in. */
    Account supervisor() {
        return roster.present(roster.supervisor());
    }

    Account leader() {
        return roster.present(roster.first(null, Role.LEADER));
    }

    Account admin() {
        return roster.first(null, Role.SYSADMIN);
    }

    /** Mostly the staff, sometimes the head does it. */
    Account staff(DepartmentId department) {
        return roster.present(roster.first(department, chance(8) ? Role.HEAD : Role.STAFF));
    }

    Account head(DepartmentId department) {
        return roster.present(roster.first(department, Role.HEAD));
    }

    /** True so many times out of a hundred. */
    boolean chance(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T anyOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    LocalDate today() {
        return calendar.today();
    }

    /** What waits, of these kinds, and can be done: nothing about what stands still. */
    List<Item> items(Set<ItemKind> kinds) {
        return jdbc.sql(
                        """
                        SELECT i.kind, i.subject_id, i.key_task_id, i.department_id, i.about_id, i.due_on, i.opened_at
                          FROM open_item i
                          JOIN key_task t ON t.id = i.key_task_id
                          JOIN key_task top ON top.id = t.root_id
                          JOIN division_row r ON r.id = top.division_row_id
                          LEFT JOIN department d ON d.id = i.department_id
                          LEFT JOIN department a ON a.id = i.about_id
                         WHERE i.kind IN (:kinds) AND i.parked = FALSE
                         ORDER BY r.position_no, LENGTH(t.row_no), t.row_no, i.kind, d.code, a.code, i.id""")
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query((row, number) -> new Item(
                        ItemKind.valueOf(row.getString("kind")),
                        row.getLong("subject_id"),
                        row.getLong("key_task_id"),
                        department(row.getObject("department_id", Long.class)),
                        department(row.getObject("about_id", Long.class)),
                        Moments.readDay(row, "due_on"),
                        calendar.dayOf(Moments.read(row, "opened_at"))))
                .list();
    }

    private static DepartmentId department(Long id) {
        return id == null ? null : new DepartmentId(id);
    }

    /** Whether the person does something today that is due on the day: most in time, some late. */
    boolean getsToIt(LocalDate due) {
        long left = due.toEpochDay() - today().toEpochDay();
        return chance(left > 10 ? 2 : left > 2 ? 15 : left >= 0 ? 40 : 20);
    }

    /**
     * Does it as that person; sometimes twice, where the second time must be refused. A refusal is counted; anything else
     * that goes wrong ends the life.
     */
    boolean act(Account person, String what, Traces traces, Runnable action) {
        boolean done = attempt(person, what, traces, action);
        if (done && chance(TWICE) && attempt(person, what + " again", Traces.NONE, action)) {
            throw new AssertionError("Done twice on " + today() + ": " + what + " by " + person.username());
        }
        return done;
    }

    /** The same for what may well be done again. */
    boolean actAnew(Account person, String what, Traces traces, Runnable action) {
        return attempt(person, what, traces, action);
    }

    private boolean attempt(Account person, String what, Traces traces, Runnable action) {
        clock.advance(PAUSE);
        witness.begins(what, traces);
        try {
            fixture.as(person, action);
        } catch (Refusal refusal) {
            tally.refused(what, refusal.messageKey());
            witness.refused(refusal.messageKey());
            return false;
        } catch (RuntimeException failed) {
            throw new AssertionError("On " + today() + ": " + what + " by " + person.username(), failed);
        }
        tally.done(what, traces);
        witness.done();
        return true;
    }

    /** What is not theirs: it must be refused, as if it were not there or because of the role. */
    void trespass(Account person, String what, Runnable action) {
        clock.advance(PAUSE);
        try {
            fixture.as(person, action);
        } catch (Refusal refusal) {
            tally.refused(what + " of others", refusal.messageKey());
            return;
        } catch (AccessDeniedException denied) {
            tally.refused(what + " of others", "access denied");
            return;
        }
        throw new AssertionError("Let through on " + today() + ": " + what + " by " + person.username());
    }

    /** Reads something as that person; changes nothing. */
    <T> T read(Account person, String what, Supplier<T> reading) {
        tally.seen(what);
        return fixture.as(person, reading);
    }
}
