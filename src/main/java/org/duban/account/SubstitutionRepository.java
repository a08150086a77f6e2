package org.duban.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubstitutionRepository {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String SELECT =
            """
            SELECT s.id, s.absent_id, a.display_name AS absent_name, s.substitute_id, b.display_name AS substitute_name,
                   s.from_day, s.to_day, m.display_name AS made_by_name, s.revoked_at
              FROM substitution s
              JOIN account a ON a.id = s.absent_id
              JOIN account b ON b.id = s.substitute_id
              JOIN account m ON m.id = s.made_by
            """;

    private static final String CURRENT = " s.revoked_at IS NULL AND (s.to_day IS NULL OR s.to_day >= :today) ";

    private final JdbcClient jdbc;
    private final Ids ids;

    SubstitutionRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    SubstitutionId insert(AccountId absent, AccountId substitute, LocalDate from, LocalDate to, Handling made) {
        SubstitutionId id = new SubstitutionId(ids.next());
        jdbc.sql(
                        """
                        INSERT INTO substitution (id, absent_id, substitute_id, from_day, to_day, made_by, made_at)
                        VALUES (:id, :absent, :substitute, :from, :to, :by, :now)""")
                .param("id", id.value())
                .param("absent", absent.value())
                .param("substitute", substitute.value())
                .param("from", from)
                .param("to", to)
                .param("by", made.by().value())
                .param("now", Moments.toDatabase(made.at()))
                .update();
        return id;
    }

    /** @return whether nobody had before */
    boolean revoke(SubstitutionId id, Handling revoked) {
        return jdbc.sql(
                                """
                                UPDATE substitution SET revoked_by = :by, revoked_at = :now
                                 WHERE id = :id AND revoked_at IS NULL""")
                        .param("by", revoked.by().value())
                        .param("now", Moments.toDatabase(revoked.at()))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<Handling> revocation(SubstitutionId id) {
        return jdbc.sql("SELECT revoked_by, revoked_at FROM substitution WHERE id = :id AND revoked_at IS NOT NULL")
                .param("id", id.value())
                .query((row, number) ->
                        new Handling(new AccountId(row.getLong("revoked_by")), Moments.read(row, "revoked_at")))
                .optional();
    }

    Optional<Substitution> find(SubstitutionId id) {
        return jdbc.sql(SELECT + " WHERE s.id = :id")
                .param("id", id.value())
                .query(SubstitutionRepository::map)
                .optional();
    }

    /** In force or to come, the next one first: in which the account is away. */
    List<Substitution> absences(AccountId absent, LocalDate today) {
        return current("s.absent_id = :account", absent, today);
    }

    /** The same: in which the account stands in. */
    List<Substitution> duties(AccountId substitute, LocalDate today) {
        return current("s.substitute_id = :account", substitute, today);
    }

    private List<Substitution> current(String which, AccountId account, LocalDate today) {
        return jdbc.sql(SELECT + " WHERE " + which + " AND" + CURRENT + "ORDER BY s.from_day, s.id")
                .param("account", account.value())
                .param("today", today)
                .query(SubstitutionRepository::map)
                .list();
    }

    /** Who of the accounts is away, or will be. */
    List<Substitution> absences(Collection<AccountId> absent, LocalDate today) {
        return absent.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " WHERE s.absent_id IN (:accounts) AND" + CURRENT + "ORDER BY s.from_day, s.id")
                        .param("accounts", absent.stream().map(AccountId::value).toList())
                        .param("today", today)
                        .query(SubstitutionRepository::map)
                        .list();
    }

    /** Those that are over, newest first: in which the account was away. */
    List<Substitution> ended(AccountId absent, LocalDate today, int limit) {
        return jdbc.sql(SELECT
                        + " WHERE s.absent_id = :account AND (s.revoked_at IS NOT NULL OR s.to_day < :today)"
                        + " ORDER BY s.id DESC LIMIT :limit")
                .param("account", absent.value())
                .param("today", today)
                .param("limit", limit)
                .query(SubstitutionRepository::map)
                .list();
    }

    /** One in which the account is away on one of these days. */
    Optional<Substitution> absence(AccountId absent, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE s.absent_id = :absent AND s.revoked_at IS NULL
                           AND s.from_day <= :to AND COALESCE(s.to_day, :never) >= :from
                         ORDER BY s.from_day LIMIT 1""")
                .param("absent", absent.value())
                .param("from", from)
                .param("to", to == null ? NEVER : to)
                .param("never", NEVER)
                .query(SubstitutionRepository::map)
                .optional();
    }

    private static Substitution map(ResultSet row, int number) throws SQLException {
        Instant revokedAt = Moments.read(row, "revoked_at");
        return new Substitution(
                new SubstitutionId(row.getLong("id")),
                new AccountId(row.getLong("absent_id")),
                row.getString("absent_name"),
                new AccountId(row.getLong("substitute_id")),
                row.getString("substitute_name"),
                Moments.readDay(row, "from_day"),
                Moments.readDay(row, "to_day"),
                row.getString("made_by_name"),
                revokedAt);
    }
}
