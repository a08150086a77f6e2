package org.duban.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.AccountId;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.organisation.DepartmentId;
import org.duban.support.Fixture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people of a plan's life: two for each department, two supervisors of whom one has the plan, two leaders and an
 * administrator. Who they are, and who stands in for whom, is read from the database: it outlives a server.
 */
@Component
class Roster {

    private static final String PREFIX = "life-";

    /** One department out of so many. */
    private static final int SLEEPERS = 20;

    private record Seat(DepartmentId department, Role role) {}

    private final Fixture fixture;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final List<DepartmentId> places = new ArrayList<>();
    private final Map<Seat, List<String>> seats = new HashMap<>();
    private final Map<String, Account> people = new HashMap<>();
    private final Map<AccountId, AccountId> standIns = new HashMap<>();
    private final Map<AccountId, Account> byId = new HashMap<>();

    Roster(Fixture fixture, Accounts accounts, JdbcClient jdbc) {
        this.fixture = fixture;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Opens their accounts. */
    void open() {
        add(null, Role.SUPERVISOR);
        add(null, Role.SUPERVISOR);
        add(null, Role.LEADER);
        add(null, Role.LEADER);
        add(null, Role.SYSADMIN);
        jdbc.sql("SELECT id FROM department ORDER BY code")
                .query(Long.class)
                .list()
                .forEach(id -> {
                    add(new DepartmentId(id), Role.STAFF);
                    add(new DepartmentId(id), Role.HEAD);
                });
    }

    /** One more. Names are in order of coming. */
    Account add(DepartmentId department, Role role) {
        String name = PREFIX + role.name().toLowerCase() + (department == null ? "" : "-" + department.value()) + "-";
        int before = jdbc.sql("SELECT COUNT(*) FROM account WHERE username LIKE :name")
                .param("name", name + "%")
                .query(Integer.class)
                .single();
        return fixture.account(name + "%03d".formatted(before + 1), department, role);
    }

    /** Reads anew who has an account, and who stands in for whom on the day. */
    void read(LocalDate today) {
        seats.clear();
        people.clear();
        byId.clear();
        places.clear();
        jdbc.sql("SELECT id FROM department ORDER BY code")
                .query((row, number) -> places.add(new DepartmentId(row.getLong("id"))))
                .list();
        jdbc.sql(
                        """
                        SELECT a.username, a.department_id, r.role_name
                          FROM account a JOIN account_role r ON r.account_id = a.id
                         WHERE a.enabled = TRUE AND a.username LIKE :ours ORDER BY a.username""")
                .param("ours", PREFIX + "%")
                .query((row, number) -> {
                    Long department = row.getObject("department_id", Long.class);
                    Seat seat = new Seat(
                            department == null ? null : new DepartmentId(department),
                            Role.valueOf(row.getString("role_name")));
                    seats.computeIfAbsent(seat, empty -> new ArrayList<>()).add(row.getString("username"));
                    return seat;
                })
                .list();
        readStandIns(today);
    }

    void readStandIns(LocalDate today) {
        standIns.clear();
        jdbc.sql(
                        """
                        SELECT absent_id, substitute_id FROM substitution
                         WHERE revoked_at IS NULL AND from_day <= :today AND (to_day IS NULL OR to_day >= :today)""")
                .param("today", today)
                .query((row, number) -> standIns.put(
                        new AccountId(row.getLong("absent_id")), new AccountId(row.getLong("substitute_id"))))
                .list();
    }

    /** Who has the plan. */
    Account supervisor() {
        return person(jdbc.sql(
                        """
                        SELECT a.username FROM account a JOIN directive_supervisor s ON s.account_id = a.id
                          JOIN directive d ON d.id = s.directive_id
                         WHERE d.slug = :plan AND a.enabled = TRUE ORDER BY a.username LIMIT 1""")
                .param("plan", PlanLife.PLAN)
                .query(String.class)
                .single());
    }

    /** A supervisor who does not have it. */
    Account otherSupervisor() {
        Account supervisor = supervisor();
        return in(null, Role.SUPERVISOR).stream()
                .filter(other -> !other.equals(supervisor))
                .findFirst()
                .orElseThrow();
    }

    List<Account> in(DepartmentId department, Role role) {
        return seats.getOrDefault(new Seat(department, role), List.of()).stream()
                .map(this::person)
                .toList();
    }

    Account first(DepartmentId department, Role role) {
        return in(department, role).getFirst();
    }

    /** Who does it while that person is away. */
    Account present(Account person) {
        return Optional.ofNullable(standIns.get(person.id()))
                .map(id -> byId.computeIfAbsent(id, this::find))
                .orElse(person);
    }

    /** In their own right: what somebody hands in who stands in for a head, goes to the head's own step. */
    boolean isHead(Account account) {
        return account.roles().contains(Role.HEAD);
    }

    private Account find(AccountId id) {
        return person(jdbc.sql("SELECT username FROM account WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .single());
    }

    /** Whom of those this one may take over from or stand in for. */
    List<Account> peers(Account account) {
        Set<Role> roles = account.departmentId() == null ? account.roles() : Set.of(Role.STAFF, Role.HEAD);
        return roles.stream()
                .sorted()
                .flatMap(role -> in(account.departmentId(), role).stream())
                .filter(other -> !other.equals(account))
                .toList();
    }

    /** Some departments let a whole quarter pass: others each time. */
    boolean sleeps(DepartmentId department, LocalDate today) {
        int quarter = today.getYear() * 4 + (today.getMonthValue() - 1) / 3;
        return (places.indexOf(department) + quarter) % SLEEPERS == 0;
    }

    Account named(String username) {
        return person(username);
    }

    private Account person(String username) {
        return people.computeIfAbsent(
                username, name -> accounts.byUsernameAsSystem(name).orElseThrow());
    }
}
