package org.duban.score;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duban.rule.Decision;
import org.duban.rule.DecisionTables;
import org.duban.rule.TableVersion;
import org.duban.rule.TableVersions;
import org.springframework.stereotype.Component;

/** What counts how much stands in {@code score.dmn}, or in what an administrator has made of it. */
@Component
class ScoreRules {

    static final String TABLE = "score";
    static final String POINTS = "points";

    private final DecisionTables tables;
    private final TableVersions versions;
    private final Map<Integer, Map<String, String>> words = new ConcurrentHashMap<>();

    ScoreRules(DecisionTables tables, TableVersions versions) {
        this.tables = tables;
        this.versions = versions;
    }

    /** What the row says of itself in that version, or its name where it says nothing; versions are never changed. */
    String words(String rule, int version) {
        return words.computeIfAbsent(version, this::words).getOrDefault(rule, rule);
    }

    private Map<String, String> words(int version) {
        Map<String, String> found = new HashMap<>();
        versions.of(TABLE).stream()
                .filter(each -> each.version() == version)
                .map(TableVersion::table)
                .forEach(table -> table.rows().stream()
                        .filter(row -> !row.note().isBlank())
                        .forEach(row -> found.put(table.ruleOf(row), row.note())));
        return found;
    }

    Decision decide(ScoreFact fact) {
        return tables.decide(TABLE, fact.byName());
    }
}
