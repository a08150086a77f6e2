package org.duban.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttachmentRepository {

    /** @param storageName name of the stored file */
    record Stored(Attachment attachment, String storageName) {}

    private static final String SELECT =
            """
            SELECT id, report_id, file_name, media_type, size_bytes, sha256, storage_name, uploaded_at, submitted
              FROM attachment
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    AttachmentRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    long insert(
            ReportId report,
            String fileName,
            String mediaType,
            long sizeBytes,
            String sha256,
            String storageName,
            AccountId by,
            Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO attachment
                               (id, report_id, file_name, media_type, size_bytes, sha256, storage_name, uploaded_by,
                                uploaded_at, submitted)
                        VALUES (:id, :report, :name, :type, :size, :sha, :storage, :by, :now, FALSE)""")
                .param("id", id)
                .param("report", report.value())
                .param("name", fileName)
                .param("type", mediaType)
                .param("size", sizeBytes)
                .param("sha", sha256)
                .param("storage", storageName)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
        return id;
    }

    Optional<Stored> find(long id) {
        return jdbc.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query(AttachmentRepository::map)
                .optional();
    }

    List<Attachment> of(ReportId report) {
        return jdbc
                .sql(SELECT + " WHERE report_id = :report ORDER BY id")
                .param("report", report.value())
                .query(AttachmentRepository::map)
                .stream()
                .map(Stored::attachment)
                .toList();
    }

    List<Stored> unsubmitted(ReportId report) {
        return jdbc.sql(SELECT + " WHERE report_id = :report AND submitted = FALSE ORDER BY id")
                .param("report", report.value())
                .query(AttachmentRepository::map)
                .list();
    }

    void markSubmitted(ReportId report) {
        jdbc.sql("UPDATE attachment SET submitted = TRUE WHERE report_id = :report")
                .param("report", report.value())
                .update();
    }

    void delete(long id) {
        jdbc.sql("DELETE FROM attachment WHERE id = :id").param("id", id).update();
    }

    private static Stored map(ResultSet row, int number) throws SQLException {
        return new Stored(
                new Attachment(
                        row.getLong("id"),
                        new ReportId(row.getLong("report_id")),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size_bytes"),
                        row.getString("sha256"),
                        Moments.read(row, "uploaded_at"),
                        row.getBoolean("submitted")),
                row.getString("storage_name"));
    }
}
