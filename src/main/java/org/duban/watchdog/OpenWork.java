package org.duban.watchdog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.base.Moments;
import org.duban.watchdog.EngineWatch.Stage;
import org.duban.watchdog.EngineWatch.Wait;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.duban.watchdog.Trouble.Place;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is open of one kind in the ledger, and as a source of troubles what of it waits in no inbox, or nowhere in the engine.
 * Both are asked for a page at a time: their tables don't compare identifiers in one type, so that a join of them would
 * read all of one for each row of the other.
 *
 * @param stages where it can wait
 * @param id column of its identifier
 * @param sql all of it, down to the last condition: its identifier, the stage at which it should wait, whether it stands in
 *     an inbox where it should, whose it is, where it belongs and since when
 */
record OpenWork(Kind kind, Set<Stage> stages, String id, JdbcClient jdbc, EngineWatch engine, String sql)
        implements Source {

    private static final int PAGE = 500;

    private record Open(Wait expected, boolean shown, Trouble trouble) {

        Trouble missing(String what) {
            return new Trouble(trouble.key(), trouble.who(), trouble.where(), what, 0, trouble.since(), null);
        }
    }

    @Override
    public List<Trouble> read(String after, int limit) {
        List<Trouble> found = new ArrayList<>();
        long reached = Source.number(after);
        List<Open> page;
        do {
            page = page(reached);
            List<Trouble> missing = missing(page);
            if (!missing.isEmpty()) {
                // somebody may have moved it on between the two readings, and then it has arrived by now
                missing.retainAll(missing(page(reached)));
                found.addAll(missing);
            }
            reached = page.isEmpty() ? reached : page.getLast().expected().subject();
        } while (page.size() == PAGE && found.size() < limit);
        return found.stream().limit(limit).toList();
    }

    /** Where those of the identifiers should wait that are open. */
    Set<Wait> expected(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql(sql + " AND " + id + " IN (:ids)").param("ids", ids).query(this::map).stream()
                        .map(Open::expected)
                        .collect(Collectors.toSet());
    }

    private List<Open> page(long after) {
        return jdbc.sql(sql + " AND %1$s > :after ORDER BY %1$s LIMIT :limit".formatted(id))
                .param("after", after)
                .param("limit", PAGE)
                .query(this::map)
                .list();
    }

    /** What the page lacks, in its order. */
    private List<Trouble> missing(List<Open> page) {
        Set<Wait> waiting = engine.waiting(page.stream().map(Open::expected).toList());
        List<Trouble> missing = new ArrayList<>();
        for (Open open : page) {
            if (!waiting.contains(open.expected())) {
                missing.add(open.missing("PROCESS"));
            } else if (!open.shown()) {
                missing.add(open.missing("ITEM"));
            }
        }
        return missing;
    }

    private Open map(ResultSet row, int number) throws SQLException {
        return new Open(
                new Wait(Stage.valueOf(row.getString("stage")), row.getLong("id")),
                row.getBoolean("shown"),
                new Trouble(
                        new Key(kind, row.getString("id")),
                        row.getString("who"),
                        new Place(row.getLong("directive_id"), row.getString("label"), row.getString("row_no")),
                        null,
                        0,
                        Moments.read(row, "since"),
                        null));
    }
}
