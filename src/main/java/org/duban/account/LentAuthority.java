package org.duban.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.duban.account.Caller.Lent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a caller may do for others today. Read anew for every question, so that what was taken back or is over has no
 * effect with the next one, on whichever server: one look into an index that is empty for nearly everybody.
 *
 * <p>There are no chains: it lends what is the absent person's own, and not what somebody else lends to them.
 */
@Component
class LentAuthority {

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final Clock clock;

    LentAuthority(JdbcClient jdbc, AccountRepository accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The same caller with what is lent at this moment. */
    Caller with(Caller caller) {
        List<AccountId> absent = absent(caller.accountId());
        if (absent.isEmpty()) {
            return caller.lent().isEmpty() ? caller : lending(caller, List.of());
        }
        Account substitute = accounts.find(caller.accountId()).orElseThrow();
        return lending(
                caller,
                absent.stream()
                        .map(each -> accounts.find(each).orElseThrow())
                        .map(each -> new Lent(each.id(), each.displayName(), Peers.lendable(each, substitute)))
                        .toList());
    }

    private static Caller lending(Caller caller, List<Lent> lent) {
        return new Caller(caller.accountId(), caller.displayName(), caller.departmentId(), caller.roles(), lent);
    }

    private List<AccountId> absent(AccountId substitute) {
        return jdbc.sql(
                        """
                        SELECT s.absent_id FROM substitution s
                         WHERE s.substitute_id = :substitute AND s.from_day <= :today AND s.revoked_at IS NULL
                           AND (s.to_day IS NULL OR s.to_day >= :today)
                         ORDER BY s.id""")
                .param("substitute", substitute.value())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new AccountId(row.getLong("absent_id")))
                .list();
    }
}
