package org.duban.watchdog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.Moments;
import org.duban.watchdog.EngineWatch.FailedJob;
import org.duban.watchdog.EngineWatch.Owner;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Trouble.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the system tried and could not do. */
@Configuration(proxyBeanMethods = false)
class Failed {

    private record Jobs(JdbcClient jdbc, EngineWatch engine) implements Source {

        @Override
        public Kind kind() {
            return Kind.JOB;
        }

        @Override
        public List<Trouble> read(String after, int limit) {
            List<FailedJob> jobs = engine.failedJobs(after, limit);
            Map<Long, Place> places = new HashMap<>();
            places.putAll(
                    places(
                            jobs,
                            Owner.DIRECTIVE,
                            """
                    SELECT d.id, d.id AS directive_id, COALESCE(d.doc_number, d.title) AS label, NULL AS row_no
                      FROM directive d WHERE d.id IN (:ids)"""));
            places.putAll(
                    places(
                            jobs,
                            Owner.KEY_TASK,
                            """
                    SELECT t.id, t.directive_id, COALESCE(d.doc_number, d.title) AS label, t.row_no
                      FROM key_task t JOIN directive d ON d.id = t.directive_id WHERE t.id IN (:ids)"""));
            return jobs.stream()
                    .map(job -> new Trouble(
                            new Key(Kind.JOB, job.handle()),
                            null,
                            places.get(job.ownerId()),
                            job.step(),
                            job.attemptsLeft(),
                            job.since(),
                            Causes.brief(job.message())))
                    .toList();
        }

        private Map<Long, Place> places(List<FailedJob> jobs, Owner owner, String sql) {
            Collection<Long> ids = jobs.stream()
                    .filter(job -> job.owner() == owner)
                    .map(FailedJob::ownerId)
                    .distinct()
                    .toList();
            Map<Long, Place> places = new HashMap<>();
            if (!ids.isEmpty()) {
                jdbc.sql(sql).param("ids", ids).query(row -> {
                    places.put(
                            row.getLong("id"),
                            new Place(row.getLong("directive_id"), row.getString("label"), row.getString("row_no")));
                });
            }
            return places;
        }
    }

    private record RoundItems(JdbcClient jdbc) implements Source {

        @Override
        public Kind kind() {
            return Kind.ROUND_ITEM;
        }

        @Override
        public List<Trouble> read(String after, int limit) {
            return jdbc.sql(
                            """
                            SELECT f.id, f.step, f.times, f.message, f.first_at, t.directive_id, t.row_no,
                                   COALESCE(d.doc_number, d.title) AS label, o.short_name AS who
                              FROM round_failure f
                              LEFT JOIN key_task t ON t.id = f.key_task_id
                              LEFT JOIN directive d ON d.id = t.directive_id
                              LEFT JOIN progress_report g ON g.id = f.item_id AND f.step = 'URGE_REPORT'
                              LEFT JOIN department o ON o.id = g.department_id
                             WHERE f.id > :after ORDER BY f.id LIMIT :limit""")
                    .param("after", Source.number(after))
                    .param("limit", limit)
                    .query((row, number) -> new Trouble(
                            new Key(Kind.ROUND_ITEM, row.getString("id")),
                            row.getString("who"),
                            row.getString("label") == null
                                    ? null
                                    : new Place(
                                            row.getLong("directive_id"),
                                            row.getString("label"),
                                            row.getString("row_no")),
                            row.getString("step"),
                            row.getInt("times"),
                            Moments.read(row, "first_at"),
                            row.getString("message")))
                    .list();
        }
    }

    @Bean
    Source failedJobs(JdbcClient jdbc, EngineWatch engine) {
        return new Jobs(jdbc, engine);
    }

    @Bean
    Source failedRoundItems(JdbcClient jdbc) {
        return new RoundItems(jdbc);
    }
}
