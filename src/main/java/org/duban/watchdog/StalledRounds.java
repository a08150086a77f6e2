package org.duban.watchdog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duban.base.Moments;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Trouble.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the system should come back to by itself, and does not. */
@Configuration(proxyBeanMethods = false)
class StalledRounds {

    private static final int PAGE = 200;

    private record Periods(JdbcClient jdbc, EngineWatch engine) implements Source {

        @Override
        public Kind kind() {
            return Kind.PERIODS;
        }

        @Override
        public List<Trouble> read(String after, int limit) {
            List<Trouble> found = new ArrayList<>();
            long reached = Source.number(after);
            List<Trouble> page;
            do {
                page = page(reached);
                Set<Long> underWay = engine.underWay(
                        page.stream().map(each -> each.where().directiveId()).toList());
                page.stream()
                        .filter(each -> !underWay.contains(each.where().directiveId()))
                        .forEach(found::add);
                reached = page.isEmpty() ? reached : page.getLast().where().directiveId();
            } while (page.size() == PAGE && found.size() < limit);
            return found.stream().limit(limit).toList();
        }

        private List<Trouble> page(long after) {
            return jdbc.sql(
                            """
                            SELECT d.id, COALESCE(d.doc_number, d.title) AS label, d.state, d.launched_at
                              FROM directive d
                             WHERE d.id > :after AND (d.state = 'LAUNCHING'
                                OR EXISTS (
                                   SELECT 1 FROM key_task t WHERE t.directive_id = d.id AND t.closed_at IS NULL
                                      AND COALESCE(t.reporting, d.reporting) <> 'NONE')
                                OR EXISTS (
                                   SELECT 1 FROM reporting_period q
                                     JOIN progress_report g ON g.period_id = q.id
                                     JOIN duty y ON y.id = g.duty_id
                                     JOIN key_task t ON t.id = g.key_task_id AND t.suspended_at IS NULL
                                    WHERE q.directive_id = d.id AND q.closes_on IS NOT NULL
                                      AND g.state IN ('OPEN', 'WITH_HEAD') AND g.first_submitted_at IS NULL
                                      AND g.final_report = FALSE AND y.state <> 'DISPUTED'))
                             ORDER BY d.id LIMIT :limit""")
                    .param("after", after)
                    .param("limit", PAGE)
                    .query((row, number) -> new Trouble(
                            new Key(Kind.PERIODS, row.getString("id")),
                            null,
                            new Place(row.getLong("id"), row.getString("label"), null),
                            row.getString("state"),
                            0,
                            Moments.read(row, "launched_at"),
                            null))
                    .list();
        }
    }

    private record DailyRound(EngineWatch engine) implements Source {

        private static final String ONLY = "1";

        @Override
        public Kind kind() {
            return Kind.DAILY_ROUND;
        }

        @Override
        public List<Trouble> read(String after, int limit) {
            return limit < 1 || after.equals(ONLY) || engine.roundIsSet()
                    ? List.of()
                    : List.of(new Trouble(new Key(Kind.DAILY_ROUND, ONLY), null, null, null, 0, null, null));
        }
    }

    @Bean
    Source directivesThatStandStill(JdbcClient jdbc, EngineWatch engine) {
        return new Periods(jdbc, engine);
    }

    @Bean
    Source dailyRound(EngineWatch engine) {
        return new DailyRound(engine);
    }
}
