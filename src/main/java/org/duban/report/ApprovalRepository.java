package org.duban.report;

import java.time.Instant;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Handling;
import org.duban.base.Moments;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is before the head of a department, and what heads said. */
@Repository
class ApprovalRepository {

    private final JdbcClient jdbc;

    ApprovalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many reports of the department wait for its head. */
    int countWithHead(DepartmentId department) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM progress_report WHERE department_id = :department AND state = 'WITH_HEAD'")
                .param("department", department.value())
                .query(Integer.class)
                .single();
    }

    void putBeforeHead(ReportId id, AccountId by, Instant now) {
        jdbc.sql("UPDATE progress_report SET state = 'WITH_HEAD', to_head_by = :by, to_head_at = :now WHERE id = :id")
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }

    /** Who put it before the head of the department, and when. */
    Handling toHead(ReportId id) {
        return handling("to_head_by", "to_head_at", id).orElseThrow();
    }

    /** Which head sent it back last, and when. */
    Optional<Handling> heldBack(ReportId id) {
        return handling("head_decided_by", "head_decided_at", id);
    }

    private Optional<Handling> handling(String by, String at, ReportId id) {
        return jdbc.sql("SELECT " + by + ", " + at + " FROM progress_report WHERE id = :id AND " + by + " IS NOT NULL")
                .param("id", id.value())
                .query((row, number) -> new Handling(new AccountId(row.getLong(1)), Moments.read(row, at)))
                .optional();
    }

    /** The department writes again. */
    void takeFromHead(ReportId id, ProgressReport.State state) {
        jdbc.sql("UPDATE progress_report SET state = :state WHERE id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void holdBack(ReportId id, String reason, AccountId by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE progress_report SET head_reason = :reason, head_decided_by = :by, head_decided_at = :now
                         WHERE id = :id""")
                .param("reason", reason)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .param("id", id.value())
                .update();
    }
}
