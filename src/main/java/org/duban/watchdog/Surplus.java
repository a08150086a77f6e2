package org.duban.watchdog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.base.Moments;
import org.duban.watchdog.EngineWatch.Stage;
import org.duban.watchdog.EngineWatch.Wait;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Trouble.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The other way round than {@link OpenWork}: what waits in the engine, or in an inbox, and is not open in the ledger. */
@Configuration(proxyBeanMethods = false)
class Surplus {

    private static final int PAGE = 500;

    /** Where the process waits while an item of another name does. */
    private static final Map<String, Stage> STAGES_OF_ITEMS = Map.of(
            "REPORT", Stage.WRITE_REPORT,
            "AMEND", Stage.WRITE_REPORT,
            "REVIEW", Stage.REVIEW_REPORT,
            "CONTRIBUTE", Stage.WRITE_CONTRIBUTION,
            "URGED", Stage.RECEIVE_URGE,
            "VERIFY", Stage.VERIFY_COMPLETION,
            "SITE_CHECK", Stage.ON_SITE_CHECK);

    /**
     * Something that waits.
     *
     * @param id where it stands in its order
     * @param at with a stage that is {@code null} where no stage is known for it
     */
    private record Waiting(String id, Wait at, long keyTask, Instant since) {}

    /** Reads the next ones in an order of their identifiers. */
    @FunctionalInterface
    private interface Page {
        List<Waiting> read(String after, int limit);
    }

    private record Found(Kind kind, Page pages, List<OpenWork> ledger, JdbcClient jdbc) implements Source {

        @Override
        public List<Trouble> read(String after, int limit) {
            List<Waiting> found = new ArrayList<>();
            String reached = after;
            List<Waiting> page;
            do {
                page = pages.read(reached, PAGE);
                List<Waiting> unknown = unknown(page);
                if (!unknown.isEmpty()) {
                    // somebody may have moved it on between the two readings, and then it is gone by now
                    unknown.retainAll(unknown(pages.read(reached, PAGE)));
                    found.addAll(unknown);
                }
                reached = page.isEmpty() ? reached : page.getLast().id();
            } while (page.size() == PAGE && found.size() < limit);
            return troubles(found.stream().limit(limit).toList());
        }

        /** Those of which the ledger knows nothing, in their order. */
        private List<Waiting> unknown(List<Waiting> page) {
            Map<Stage, Set<Long>> subjects = new EnumMap<>(Stage.class);
            page.stream().map(Waiting::at).filter(at -> at.stage() != null).forEach(at -> subjects.computeIfAbsent(
                            at.stage(), stage -> new HashSet<>())
                    .add(at.subject()));
            Set<Wait> open = new HashSet<>();
            for (OpenWork work : ledger) {
                Set<Long> asked = work.stages().stream()
                        .flatMap(stage -> subjects.getOrDefault(stage, Set.of()).stream())
                        .collect(Collectors.toSet());
                open.addAll(work.expected(asked));
            }
            return page.stream()
                    .filter(waiting -> !open.contains(waiting.at()))
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        private List<Trouble> troubles(List<Waiting> found) {
            Map<Long, Place> places =
                    places(found.stream().map(Waiting::keyTask).collect(Collectors.toSet()));
            return found.stream()
                    .map(waiting -> new Trouble(
                            new Key(kind, waiting.id()),
                            null,
                            places.get(waiting.keyTask()),
                            null,
                            0,
                            waiting.since(),
                            null))
                    .toList();
        }

        private Map<Long, Place> places(Collection<Long> tasks) {
            Map<Long, Place> places = new HashMap<>();
            if (!tasks.isEmpty()) {
                jdbc.sql(
                                """
                                SELECT t.id, t.directive_id, COALESCE(d.doc_number, d.title) AS label, t.row_no
                                  FROM key_task t JOIN directive d ON d.id = t.directive_id WHERE t.id IN (:tasks)""")
                        .param("tasks", tasks)
                        .query(row -> {
                            places.put(
                                    row.getLong("id"),
                                    new Place(
                                            row.getLong("directive_id"),
                                            row.getString("label"),
                                            row.getString("row_no")));
                        });
            }
            return places;
        }
    }

    @Bean
    Source surplusWaits(JdbcClient jdbc, EngineWatch engine, List<OpenWork> ledger) {
        return new Found(
                Kind.SURPLUS_WAIT,
                (after, limit) -> engine.waits(after, limit).stream()
                        .map(each -> new Waiting(each.handle(), each.at(), each.keyTaskId(), each.since()))
                        .toList(),
                ledger,
                jdbc);
    }

    /** Heirs of abolished departments are chosen without the process. */
    @Bean
    Source surplusItems(JdbcClient jdbc, List<OpenWork> ledger) {
        return new Found(
                Kind.SURPLUS_ITEM,
                (after, limit) -> jdbc.sql(
                                """
                                SELECT i.id, i.kind, i.subject_id, i.key_task_id, i.opened_at FROM open_item i
                                 WHERE i.id > :after AND (i.kind <> 'DECIDE_SUCCESSION' OR NOT EXISTS (
                                       SELECT 1 FROM succession_proposal p
                                        WHERE p.duty_id = i.subject_id AND p.decision IS NULL))
                                 ORDER BY i.id LIMIT :limit""")
                        .param("after", Source.number(after))
                        .param("limit", limit)
                        .query((row, number) -> new Waiting(
                                row.getString("id"),
                                wait(row.getString("kind"), row.getLong("subject_id"), row.getLong("key_task_id")),
                                row.getLong("key_task_id"),
                                Moments.read(row, "opened_at")))
                        .list(),
                ledger,
                jdbc);
    }

    /** An application and its check wait at their key task. */
    private static Wait wait(String kind, long subject, long keyTask) {
        if (kind.equals("DECIDE_SUCCESSION")) {
            return new Wait(null, subject);
        }
        Stage stage = STAGES_OF_ITEMS.containsKey(kind) ? STAGES_OF_ITEMS.get(kind) : Stage.valueOf(kind);
        return new Wait(stage, stage == Stage.VERIFY_COMPLETION || stage == Stage.ON_SITE_CHECK ? keyTask : subject);
    }
}
