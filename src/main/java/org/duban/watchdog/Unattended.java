package org.duban.watchdog;

import java.util.List;
import java.util.stream.Collectors;
import org.duban.account.Staffing;
import org.duban.base.Moments;
import org.duban.inbox.ItemKind;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Trouble.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits where nobody is. Counted per department or directive, since one account helps all of it. */
@Configuration(proxyBeanMethods = false)
class Unattended {

    /** Signed duties for which no item waits at the moment, but the next report or the application for completion will. */
    private static final String IN_HAND =
            """
            FROM duty y JOIN key_task t ON t.id = y.key_task_id
             WHERE y.department_id = d.id AND y.state = 'ACKNOWLEDGED' AND y.duty_role <> 'COOPERATING'
               AND t.state = 'RUNNING' AND NOT EXISTS (
                   SELECT 1 FROM open_item i WHERE i.key_task_id = t.id AND i.department_id = d.id)
            """;

    /** Kinds that only a head can do, as a list in SQL. */
    private static final String FOR_HEADS = ItemKind.FOR_HEADS.stream()
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    /** Departments that have open work, those of them to which the condition applies. */
    private static final String AT_WORK =
            """
            SELECT d.id, d.name AS who, NULL AS label,
                   (SELECT COUNT(*) FROM open_item i WHERE i.department_id = d.id) + (SELECT COUNT(*) %1$s) AS items,
                   COALESCE((SELECT MIN(i.opened_at) FROM open_item i WHERE i.department_id = d.id),
                            (SELECT MIN(y.acknowledged_at) %1$s)) AS since
              FROM department d
             WHERE d.id > :after
               AND (EXISTS (SELECT 1 FROM open_item i WHERE i.department_id = d.id) OR EXISTS (SELECT 1 %1$s))
               AND %2$s
             ORDER BY d.id LIMIT :limit""";

    private record Query(Kind kind, JdbcClient jdbc, String sql) implements Source {

        @Override
        public List<Trouble> read(String after, int limit) {
            return jdbc.sql(sql)
                    .param("after", Source.number(after))
                    .param("limit", limit)
                    .query((row, number) -> new Trouble(
                            new Key(kind, row.getString("id")),
                            row.getString("who"),
                            kind == Kind.DIRECTIVE ? new Place(row.getLong("id"), row.getString("label"), null) : null,
                            null,
                            row.getInt("items"),
                            Moments.read(row, "since"),
                            null))
                    .list();
        }
    }

    @Bean
    Source departmentsWithoutPeople(JdbcClient jdbc) {
        return new Query(Kind.DEPARTMENT, jdbc, AT_WORK.formatted(IN_HAND, nobodyCanAct()));
    }

    /** What its head would be asked for next, a dispute or an extension, is refused there. */
    @Bean
    Source departmentsWithoutHead(JdbcClient jdbc) {
        return new Query(
                Kind.HEADLESS,
                jdbc,
                AT_WORK.formatted(IN_HAND, "NOT " + nobodyCanAct() + " AND NOT" + Staffing.headed("d.id")));
    }

    private static String nobodyCanAct() {
        return "(NOT" + Staffing.staffed("d.id")
                + "OR EXISTS (SELECT 1 FROM open_item i WHERE i.department_id = d.id AND i.kind IN " + FOR_HEADS
                + ") AND NOT" + Staffing.headed("d.id") + ")";
    }

    @Bean
    Source directivesWithoutSupervisor(JdbcClient jdbc) {
        return new Query(
                Kind.DIRECTIVE,
                jdbc,
                """
                SELECT d.id, NULL AS who, COALESCE(d.doc_number, d.title) AS label,
                       (SELECT COUNT(*) FROM open_item i WHERE i.directive_id = d.id AND i.department_id IS NULL AND i.account_id IS NULL) AS items,
                       (SELECT MIN(i.opened_at) FROM open_item i
                         WHERE i.directive_id = d.id AND i.department_id IS NULL AND i.account_id IS NULL) AS since
                  FROM directive d
                 WHERE d.id > :after
                   AND EXISTS (SELECT 1 FROM open_item i WHERE i.directive_id = d.id AND i.department_id IS NULL AND i.account_id IS NULL)
                   AND NOT EXISTS (
                       SELECT 1 FROM directive_supervisor s JOIN account a ON a.id = s.account_id
                         JOIN account_role r ON r.account_id = a.id
                        WHERE s.directive_id = d.id AND a.enabled = TRUE AND r.role_name = 'SUPERVISOR')
                 ORDER BY d.id LIMIT :limit""");
    }

    /** All that waits for leaders, once: what waits for one who is gone waits for all others. */
    private record Leaders(JdbcClient jdbc) implements Source {

        private static final String ONLY = "1";

        @Override
        public Kind kind() {
            return Kind.LEADERS;
        }

        @Override
        public List<Trouble> read(String after, int limit) {
            return limit < 1 || after.equals(ONLY)
                    ? List.of()
                    : jdbc.sql(
                                    """
                                    SELECT COUNT(*) AS items, MIN(i.opened_at) AS since FROM open_item i
                                     WHERE i.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM account a WHERE"""
                                            + Staffing.leads("a.id") + ") HAVING COUNT(*) > 0")
                            .query((row, number) -> new Trouble(
                                    new Key(Kind.LEADERS, ONLY),
                                    null,
                                    null,
                                    null,
                                    row.getInt("items"),
                                    Moments.read(row, "since"),
                                    null))
                            .list();
        }
    }

    @Bean
    Source itemsWithoutLeader(JdbcClient jdbc) {
        return new Leaders(jdbc);
    }
}
