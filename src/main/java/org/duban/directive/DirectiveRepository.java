package org.duban.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.Handling;
import org.duban.account.Role;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DirectiveRepository {

    static final String COLUMNS =
            """
            d.id, d.title, d.doc_number, d.issuer, d.issued_on, d.period_from, d.period_to, d.jurisdiction,
            d.reporting, d.report_day, d.head_approves, d.contribution_days, d.fallback_due_on, d.state, d.launched_at
            """;
    private final JdbcClient jdbc;
    private final Ids ids;

    DirectiveRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    DirectiveId insert(NewDirective directive) {
        DirectiveId id = new DirectiveId(ids.next());
        jdbc.sql(
                        """
                        INSERT INTO directive
                               (id, slug, title, doc_number, issuer, issued_on, period_from, period_to, jurisdiction,
                                reporting, state)
                        VALUES (:id, :slug, :title, :number, :issuer, :issued, :from, :to, :jurisdiction,
                                :reporting, :state)""")
                .param("id", id.value())
                .param("slug", directive.slug())
                .param("title", directive.title())
                .param("number", directive.number())
                .param("issuer", directive.issuer())
                .param("issued", directive.issued())
                .param("from", directive.periodFrom())
                .param("to", directive.periodTo())
                .param("jurisdiction", directive.jurisdiction())
                .param("reporting", ReportingFrequency.QUARTERLY.name())
                .param("state", Directive.State.DRAFT.name())
                .update();
        return id;
    }

    Optional<Directive> findVisible(DirectiveId id, Caller me) {
        DirectiveScope scope = new DirectiveScope(me);
        return scope.bind(jdbc.sql("SELECT " + COLUMNS + " FROM directive d WHERE d.id = :id AND " + scope.condition())
                        .param("id", id.value()))
                .query(DirectiveRepository::map)
                .optional();
    }

    Optional<Directive> find(DirectiveId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directive d WHERE d.id = :id")
                .param("id", id.value())
                .query(DirectiveRepository::map)
                .optional();
    }

    Optional<DirectiveId> findBySlug(String slug) {
        return jdbc.sql("SELECT id FROM directive WHERE slug = :slug")
                .param("slug", slug)
                .query((row, number) -> new DirectiveId(row.getLong("id")))
                .optional();
    }

    /** Held until the transaction ends. */
    Optional<Directive> lock(DirectiveId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directive d WHERE d.id = :id FOR UPDATE")
                .param("id", id.value())
                .query(DirectiveRepository::map)
                .optional();
    }

    boolean supervises(DirectiveId id, Caller me) {
        return me.is(Role.SUPERVISOR)
                && !supervisorsAmong(id, me.accountsAs(Role.SUPERVISOR)).isEmpty();
    }

    /** Whether it is entrusted to the caller, not only to somebody for whom they stand in. */
    boolean supervisesThemselves(DirectiveId id, Caller me) {
        return me.roles().contains(Role.SUPERVISOR)
                && !supervisorsAmong(id, List.of(me.accountId().value())).isEmpty();
    }

    /** For whom of those for whom the supervisor stands in; {@code null} where it is entrusted to the supervisor. */
    AccountId behalf(DirectiveId id, Caller me) {
        List<AccountId> entrusted = supervisorsAmong(id, me.accountsAs(Role.SUPERVISOR));
        return entrusted.isEmpty() || entrusted.contains(me.accountId()) ? null : entrusted.getFirst();
    }

    private List<AccountId> supervisorsAmong(DirectiveId id, List<Long> accounts) {
        return jdbc.sql(
                        """
                        SELECT account_id FROM directive_supervisor
                         WHERE directive_id = :id AND account_id IN (:accounts) ORDER BY account_id""")
                .param("id", id.value())
                .param("accounts", accounts)
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    void markLaunching(DirectiveId id, ReportingPlan plan, LocalDate fallbackDue, Handling launch) {
        jdbc.sql(
                        """
                        UPDATE directive
                           SET state = 'LAUNCHING', reporting = :reporting, report_day = :day, head_approves = :approves,
                               contribution_days = :contribution, fallback_due_on = :due, launched_at = :now,
                               launched_by = :by, launched_for = :behalf
                         WHERE id = :id""")
                .param("reporting", plan.frequency().name())
                .param("day", plan.day())
                .param("approves", plan.headApproves())
                .param("contribution", plan.contributionDays())
                .param("due", fallbackDue)
                .param("by", launch.by().value())
                .param(
                        "behalf",
                        launch.behalf() == null ? null : launch.behalf().value())
                .param("now", Moments.toDatabase(launch.at()))
                .param("id", id.value())
                .update();
    }

    /** @param since when another frequency begins; {@code null} where it stays */
    void setPlan(DirectiveId id, ReportingPlan plan, Instant since) {
        jdbc.sql(
                        """
                        UPDATE directive
                           SET reporting = :reporting, report_day = :day, head_approves = :approves,
                               contribution_days = :contribution, reporting_since = COALESCE(:since, reporting_since)
                         WHERE id = :id""")
                .param("reporting", plan.frequency().name())
                .param("day", plan.day())
                .param("approves", plan.headApproves())
                .param("contribution", plan.contributionDays())
                .param("since", since == null ? null : Moments.toDatabase(since))
                .param("id", id.value())
                .update();
    }

    /** Who launched it; empty for drafts. */
    Optional<Handling> launch(DirectiveId id) {
        return jdbc.sql("SELECT launched_by, launched_for, launched_at FROM directive"
                        + " WHERE id = :id AND launched_by IS NOT NULL")
                .param("id", id.value())
                .query((row, number) -> Handling.of(
                        row.getLong("launched_by"),
                        row.getObject("launched_for", Long.class),
                        Moments.read(row, "launched_at")))
                .optional();
    }

    void markEdited(DirectiveId id, Handling edit) {
        jdbc.sql("UPDATE directive SET edited_by = :by, edited_at = :now WHERE id = :id")
                .param("by", edit.by().value())
                .param("now", Moments.toDatabase(edit.at()))
                .param("id", id.value())
                .update();
    }

    /** Who edited its table last; empty if nobody did. */
    Optional<Handling> lastEdit(DirectiveId id) {
        return jdbc.sql("SELECT edited_by, edited_at FROM directive WHERE id = :id AND edited_by IS NOT NULL")
                .param("id", id.value())
                .query((row, number) ->
                        new Handling(new AccountId(row.getLong("edited_by")), Moments.read(row, "edited_at")))
                .optional();
    }

    int factsRevision(DirectiveId id) {
        return jdbc.sql("SELECT facts_revision FROM directive WHERE id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void setFacts(DirectiveId id, DocumentFacts facts) {
        jdbc.sql(
                        """
                        UPDATE directive
                           SET title = :title, doc_number = :number, issuer = :issuer, issued_on = :issued,
                               period_from = :from, period_to = :to, jurisdiction = :jurisdiction,
                               facts_revision = facts_revision + 1
                         WHERE id = :id""")
                .param("title", facts.title())
                .param("number", facts.number())
                .param("issuer", facts.issuer())
                .param("issued", facts.issued())
                .param("from", facts.periodFrom())
                .param("to", facts.periodTo())
                .param("jurisdiction", facts.jurisdiction())
                .param("id", id.value())
                .update();
    }

    /** With its supervisors and its source; its rows and goals are gone already. */
    void delete(DirectiveId id) {
        for (String table : List.of("directive_source", "directive_supervisor")) {
            jdbc.sql("DELETE FROM " + table + " WHERE directive_id = :id")
                    .param("id", id.value())
                    .update();
        }
        jdbc.sql("DELETE FROM directive WHERE id = :id").param("id", id.value()).update();
    }

    void markLaunchingRemaining(DirectiveId id, LocalDate fallbackDue) {
        jdbc.sql("UPDATE directive SET state = 'LAUNCHING', fallback_due_on = :due WHERE id = :id")
                .param("due", fallbackDue)
                .param("id", id.value())
                .update();
    }

    void markRunning(DirectiveId id) {
        jdbc.sql("UPDATE directive SET state = 'RUNNING' WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    static Directive map(ResultSet row, int number) throws SQLException {
        return new Directive(
                new DirectiveId(row.getLong("id")),
                row.getString("title"),
                row.getString("doc_number"),
                row.getString("issuer"),
                Moments.readDay(row, "issued_on"),
                row.getObject("period_from", Integer.class),
                row.getObject("period_to", Integer.class),
                row.getString("jurisdiction"),
                new ReportingPlan(
                        ReportingFrequency.valueOf(row.getString("reporting")),
                        row.getInt("report_day"),
                        row.getBoolean("head_approves"),
                        row.getInt("contribution_days")),
                Moments.readDay(row, "fallback_due_on"),
                Directive.State.valueOf(row.getString("state")),
                Moments.read(row, "launched_at"));
    }
}
