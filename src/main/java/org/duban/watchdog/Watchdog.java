package org.duban.watchdog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Trouble.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 运行监测, for the system administrator: each open piece of work has a person or a timer that moves it (DESIGN, invariant
 * 6), and here is where that does not hold. Of the work itself it shows no more than directive and row number.
 */
@Service
public class Watchdog {

    /** Counting stops here. */
    public static final int COUNTED_AT_MOST = 100;

    /** What can be asked for often; the others are found by a reading of all open work only. */
    public static final Set<Group> AT_A_GLANCE =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Group.STALLED)));

    private final Map<Kind, Source> sources;
    private final EngineWatch engine;
    private final JdbcClient jdbc;
    private final CurrentCaller caller;

    Watchdog(List<Source> sources, EngineWatch engine, JdbcClient jdbc, CurrentCaller caller) {
        this.sources = sources.stream().collect(Collectors.toMap(Source::kind, Function.identity()));
        this.engine = engine;
        this.jdbc = jdbc;
        this.caller = caller;
    }

    /** The troubles of these groups, behind {@code after}. */
    @Transactional(readOnly = true)
    public Slice<Trouble> list(Set<Group> groups, Key after, int limit) {
        caller.require(Role.SYSADMIN);
        return listAsSystem(groups, after, limit);
    }

    /** How many there are in each of the groups, up to {@value #COUNTED_AT_MOST}. */
    @Transactional(readOnly = true)
    public Map<Group, Integer> counts(Set<Group> groups) {
        caller.require(Role.SYSADMIN);
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        groups.forEach(group -> counts.put(group, countAsSystem(group)));
        return counts;
    }

    /** Like {@link #list}, without a caller. */
    @Transactional(readOnly = true)
    public Slice<Trouble> listAsSystem(Set<Group> groups, Key after, int limit) {
        List<Trouble> found = new ArrayList<>();
        for (Kind kind : EnumSet.range(after.kind(), Kind.ROUND_ITEM)) {
            if (groups.contains(kind.group())) {
                String from = kind == after.kind() ? after.id() : "";
                found.addAll(sources.get(kind).read(from, limit + 1 - found.size()));
            }
            if (found.size() > limit) {
                break;
            }
        }
        return Slice.of(found, limit);
    }

    /** How many there are in the group, up to {@value #COUNTED_AT_MOST}, without a caller. */
    @Transactional(readOnly = true)
    public int countAsSystem(Group group) {
        return listAsSystem(EnumSet.of(group), Key.START, COUNTED_AT_MOST)
                .rows()
                .size();
    }

    /**
     * Tries again now what failed, and has done it when this returns. In no transaction of its own, so that a failure is
     * kept.
     *
     * @throws Refusal if it fails again, with what it says; or if it is no longer there
     */
    public void retry(Key key) {
        caller.require(Role.SYSADMIN);
        Optional<String> failure =
                switch (key.kind()) {
                    case JOB -> engine.retry(key.id());
                    case ROUND_ITEM -> retryItem(key);
                    default -> throw Refusal.alreadyHandled();
                };
        failure.ifPresent(message -> {
            throw new Refusal("refusal.watchdog.failedAgain", message);
        });
    }

    private Optional<String> retryItem(Key key) {
        record Item(RoundStep step, long id, long task) {}
        Item item = jdbc.sql("SELECT step, item_id, key_task_id FROM round_failure WHERE id = :id")
                .param("id", Source.number(key.id()))
                .query((row, number) -> new Item(
                        RoundStep.valueOf(row.getString("step")), row.getLong("item_id"), row.getLong("key_task_id")))
                .optional()
                .orElseThrow(Refusal::alreadyHandled);
        return engine.retry(item.step(), item.id(), item.task());
    }
}
