package org.duban.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HandOverRepository {

    private static final int LONGEST_LABEL = 600;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Ids ids;

    HandOverRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Ids ids) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ids = ids;
    }

    void insert(AccountId from, AccountId to, Handling made, String reason, List<PersonalItem> items) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO hand_over (id, from_id, to_id, made_by, made_at, reason)
                        VALUES (:id, :from, :to, :by, :now, :reason)""")
                .param("id", id)
                .param("from", from.value())
                .param("to", to.value())
                .param("by", made.by().value())
                .param("now", Moments.toDatabase(made.at()))
                .param("reason", reason)
                .update();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (PersonalItem item : items) {
            rows.add(new MapSqlParameterSource("id", id)
                    .addValue("position", rows.size())
                    .addValue("kind", item.kind())
                    .addValue("subject", item.subjectId())
                    .addValue("label", shortened(item.label())));
        }
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    """
                    INSERT INTO hand_over_item (hand_over_id, position_no, kind, subject_id, label)
                    VALUES (:id, :position, :kind, :subject, :label)""",
                    rows.toArray(SqlParameterSource[]::new));
        }
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
    }

    /** Newest first. */
    List<HandOver> of(AccountId from, int limit) {
        List<HandOver> found = jdbc.sql(
                        """
                        SELECT h.id, a.display_name AS from_name, b.display_name AS to_name, m.display_name AS made_by_name,
                               h.made_at, h.reason
                          FROM hand_over h
                          JOIN account a ON a.id = h.from_id
                          JOIN account b ON b.id = h.to_id
                          JOIN account m ON m.id = h.made_by
                         WHERE h.from_id = :from ORDER BY h.id DESC LIMIT :limit""")
                .param("from", from.value())
                .param("limit", limit)
                .query((row, number) -> new HandOver(
                        row.getLong("id"),
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getString("made_by_name"),
                        Moments.read(row, "made_at"),
                        row.getString("reason"),
                        List.of()))
                .list();
        Map<Long, List<PersonalItem>> items = items(found);
        return found.stream()
                .map(each -> new HandOver(
                        each.id(),
                        each.fromName(),
                        each.toName(),
                        each.madeBy(),
                        each.madeAt(),
                        each.reason(),
                        items.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Map<Long, List<PersonalItem>> items(List<HandOver> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        SELECT hand_over_id, kind, subject_id, label FROM hand_over_item
                         WHERE hand_over_id IN (:ids) ORDER BY hand_over_id, position_no""")
                .param("ids", of.stream().map(HandOver::id).toList())
                .query((row, number) -> Map.entry(
                        row.getLong("hand_over_id"),
                        new PersonalItem(
                                row.getString("kind"), row.getLong("subject_id"), row.getString("label"), false)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
