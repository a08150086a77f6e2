package org.duban.life;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.duban.account.Account;
import org.duban.account.Accounts;
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
import org.springframework.stereotype.Component;

/**
 * The people of a plan: two for each department, a supervisor and a leader. What they do on a day is drawn from a random
 * generator that begins anew from the seed each day, so that a life that was interrupted goes on.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Crowd {

    static final String SUPERVISOR = "life-supervisor";
    static final String LEADER = "life-leader";
    private static final Duration PAUSE = Duration.ofSeconds(20);

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
    private final Fixture fixture;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final WorkingCalendar calendar;
    private final Map<String, Account> people = new HashMap<>();
    private Tally tally = new Tally();
    private Random random;
    private Consumer<String> listener = action -> {};

    Crowd(
            List<Habit> habits,
            Fixture fixture,
            Accounts accounts,
            JdbcClient jdbc,
            MovableClock clock,
            WorkingCalendar calendar) {
        this.habits = habits.stream()
                .sorted(java.util.Comparator.comparingInt(Habit::order))
                .toList();
        this.fixture = fixture;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** Opens an account of each role for each department that has duties in a draft. */
    void open() {
        fixture.account(SUPERVISOR, null, Role.SUPERVISOR);
        fixture.account(LEADER, null, Role.LEADER);
        jdbc.sql("SELECT id FROM department").query(Long.class).list().forEach(id -> {
            fixture.account("life-staff-" + id, new DepartmentId(id), Role.STAFF);
            fixture.account("life-head-" + id, new DepartmentId(id), Role.HEAD);
        });
    }

    /** Told of each action once it is done. */
    void tell(Consumer<String> whoever) {
        listener = whoever;
    }

    /** One working day, from nine o'clock. */
    void live(LocalDate day, long seed) {
        random = new Random(seed * 1_000_003 + day.toEpochDay());
        random.nextInt();
        clock.travelTo(calendar.at(day, LocalTime.of(9, 0)));
        habits.forEach(habit -> habit.day(this));
    }

    Tally tally() {
        return tally;
    }

    Account supervisor() {
        return person(SUPERVISOR);
    }

    Account leader() {
        return person(LEADER);
    }

    Account staff(DepartmentId department) {
        return person("life-staff-" + department.value());
    }

    Account head(DepartmentId department) {
        return person("life-head-" + department.value());
    }

    private Account person(String username) {
        return people.computeIfAbsent(
                username, name -> accounts.byUsernameAsSystem(name).orElseThrow());
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

    /** What waits, of these kinds, in the order in which it came. */
    List<Item> items(Set<ItemKind> kinds) {
        return jdbc.sql(
                        """
                        SELECT kind, subject_id, key_task_id, department_id, about_id, due_on, opened_at
                          FROM open_item WHERE kind IN (:kinds) ORDER BY id""")
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

    /** Does it as that person. A refusal is counted; anything else that goes wrong ends the life. */
    boolean act(Account person, String what, Runnable action) {
        clock.advance(PAUSE);
        try {
            fixture.as(person, action);
        } catch (Refusal refusal) {
            tally.refused(what, refusal.messageKey());
            return false;
        }
        tally.done(what);
        listener.accept(what);
        return true;
    }
}
