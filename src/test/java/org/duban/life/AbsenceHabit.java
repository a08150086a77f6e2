package org.duban.life;

import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.account.SubstitutionId;
import org.duban.account.Substitutions;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People go away and name who acts for them; others do their work in these days, and some come back early. */
@Component
class AbsenceHabit implements Habit {

    private record Named(SubstitutionId id, String absent) {}

    private final Substitutions substitutions;
    private final PlanFacts facts;
    private final JdbcClient jdbc;

    AbsenceHabit(Substitutions substitutions, PlanFacts facts, JdbcClient jdbc) {
        this.substitutions = substitutions;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public void day(Crowd crowd) {
        if (crowd.chance(12)) {
            goAway(crowd);
        }
        if (crowd.chance(3)) {
            comeBack(crowd);
        }
    }

    private void goAway(Crowd crowd) {
        Account absent = somebody(crowd);
        List<Account> peers = crowd.roster().peers(absent);
        if (peers.isEmpty()) {
            return;
        }
        Account substitute = crowd.anyOf(peers);
        LocalDate from = crowd.today().plusDays(crowd.between(0, 4));
        LocalDate to = from.plusDays(crowd.between(1, 25));
        crowd.act(
                absent,
                "name a substitute",
                Traces.row("substitution"),
                () -> substitutions.name(absent.id(), substitute.id(), from, to));
        crowd.roster().readStandIns(crowd.today());
    }

    private Account somebody(Crowd crowd) {
        int kind = crowd.between(1, 10);
        if (kind <= 2) {
            return crowd.roster().supervisor();
        }
        if (kind == 3) {
            return crowd.anyOf(crowd.roster().in(null, Role.LEADER));
        }
        DepartmentId department = crowd.anyOf(facts.holders());
        return crowd.roster().first(department, kind <= 6 ? Role.HEAD : Role.STAFF);
    }

    private void comeBack(Crowd crowd) {
        List<Named> named = jdbc.sql(
                        """
                        SELECT s.id, a.username FROM substitution s JOIN account a ON a.id = s.absent_id
                         WHERE s.revoked_at IS NULL AND s.to_day >= :today ORDER BY a.username, s.from_day""")
                .param("today", crowd.today())
                .query((row, number) -> new Named(new SubstitutionId(row.getLong("id")), row.getString("username")))
                .list();
        if (!named.isEmpty()) {
            Named ended = crowd.anyOf(named);
            crowd.act(
                    crowd.roster().named(ended.absent()),
                    "end a substitution",
                    Traces.NONE,
                    () -> substitutions.revoke(ended.id()));
            crowd.roster().readStandIns(crowd.today());
        }
    }
}
