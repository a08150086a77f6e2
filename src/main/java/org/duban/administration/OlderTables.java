package org.duban.administration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableGuard;
import org.duban.rule.TableVersion;
import org.duban.rule.TableVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tables that were deployed before their guards asked what they ask now. An office goes on deciding by its own until it
 * changes it, as by one whose columns are others: the log says at each start which row breaks what is promised.
 */
@Component
class OlderTables {

    private static final Logger LOG = LoggerFactory.getLogger(OlderTables.class);

    private final TableVersions versions;
    private final List<TableGuard> guards;

    OlderTables(TableVersions versions, List<TableGuard> guards) {
        this.versions = versions;
        this.guards = guards;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        broken().forEach((table, how) ->
                LOG.warn("The deployed table {} would not be taken any more and should be changed: {}", table, how));
    }

    /** By table, what is said of the first row that breaks it. */
    Map<String, String> broken() {
        Map<String, String> broken = new TreeMap<>();
        for (TableVersion newest : versions.newest()) {
            DecisionTable table = newest.table();
            try {
                guards.stream()
                        .filter(guard -> guard.table().equals(table.key()))
                        .forEach(guard -> guard.check(table));
            } catch (Refusal refusal) {
                broken.put(table.key(), refusal.getMessage());
            }
        }
        return broken;
    }
}
