package org.duban.directive;

import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.base.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SourceRepository {

    private final JdbcClient jdbc;

    SourceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DirectiveId directive, SourceText source) {
        jdbc.sql(
                        """
                        INSERT INTO directive_source (directive_id, file_name, body, imported_by, imported_at)
                        VALUES (:directive, :file, :text, :by, :now)""")
                .param("directive", directive.value())
                .param("file", source.fileName())
                .param("text", source.text())
                .param("by", source.importedBy().value())
                .param("now", Moments.toDatabase(source.importedAt()))
                .update();
    }

    Optional<SourceText> find(DirectiveId directive) {
        return jdbc.sql(
                        "SELECT file_name, body, imported_by, imported_at FROM directive_source WHERE directive_id = :id")
                .param("id", directive.value())
                .query((row, number) -> new SourceText(
                        row.getString("file_name"),
                        row.getString("body"),
                        new AccountId(row.getLong("imported_by")),
                        Moments.read(row, "imported_at")))
                .optional();
    }

    Optional<String> text(DirectiveId directive) {
        return find(directive).map(SourceText::text);
    }
}
