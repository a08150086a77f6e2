package org.duban.task;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.directive.DirectiveId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CheckSampleRepository {

    private record Placed(long sample, CheckSample.Candidate candidate) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    CheckSampleRepository(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** @param drawn places among the candidates */
    long insert(
            DirectiveId directive,
            int sharePercent,
            long seed,
            List<Completion> candidates,
            Set<Integer> drawn,
            AccountId by,
            Instant now) {
        long id = ids.next();
        jdbc.sql(
                        """
                        INSERT INTO check_sample (id, directive_id, share_percent, seed, drawn_by, drawn_at)
                        VALUES (:id, :directive, :share, :seed, :by, :now)""")
                .param("id", id)
                .param("directive", directive.value())
                .param("share", sharePercent)
                .param("seed", seed)
                .param("by", by.value())
                .param("now", Moments.toDatabase(now))
                .update();
        for (int place = 0; place < candidates.size(); place++) {
            jdbc.sql(
                            """
                            INSERT INTO check_sample_candidate (sample_id, position_no, completion_id, drawn)
                            VALUES (:sample, :place, :completion, :drawn)""")
                    .param("sample", id)
                    .param("place", place)
                    .param("completion", candidates.get(place).id())
                    .param("drawn", drawn.contains(place))
                    .update();
        }
        return id;
    }

    /** The newest first. */
    List<CheckSample> of(DirectiveId directive, int limit) {
        Map<Long, CheckSample> samples = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT s.id, s.share_percent, s.seed, a.display_name, s.drawn_at
                          FROM check_sample s JOIN account a ON a.id = s.drawn_by
                         WHERE s.directive_id = :directive ORDER BY s.id DESC LIMIT :limit""")
                .param("directive", directive.value())
                .param("limit", limit)
                .query(row -> {
                    samples.put(
                            row.getLong("id"),
                            new CheckSample(
                                    row.getLong("id"),
                                    row.getInt("share_percent"),
                                    row.getLong("seed"),
                                    row.getString("display_name"),
                                    Moments.read(row, "drawn_at"),
                                    List.of()));
                });
        if (samples.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Placed>> candidates = candidates(samples.keySet());
        return samples.values().stream()
                .map(each -> new CheckSample(
                        each.id(),
                        each.sharePercent(),
                        each.seed(),
                        each.drawnBy(),
                        each.drawnAt(),
                        candidates.get(each.id()).stream()
                                .map(Placed::candidate)
                                .toList()))
                .toList();
    }

    private Map<Long, List<Placed>> candidates(Set<Long> samples) {
        return jdbc
                .sql(
                        """
                        SELECT k.sample_id, k.drawn, t.id, t.row_no, t.title
                          FROM check_sample_candidate k
                          JOIN completion c ON c.id = k.completion_id
                          JOIN key_task t ON t.id = c.key_task_id
                         WHERE k.sample_id IN (:samples) ORDER BY k.sample_id, k.position_no""")
                .param("samples", samples)
                .query((row, number) -> new Placed(
                        row.getLong("sample_id"),
                        new CheckSample.Candidate(
                                new KeyTaskId(row.getLong("id")),
                                row.getString("row_no"),
                                row.getString("title"),
                                row.getBoolean("drawn"))))
                .stream()
                .collect(Collectors.groupingBy(Placed::sample));
    }
}
