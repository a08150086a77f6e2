package org.duban.score;

import org.duban.rule.Decision;
import org.duban.rule.DecisionTables;
import org.springframework.stereotype.Component;

/** What counts how much stands in {@code score.dmn}, or in what an administrator has made of it. */
@Component
class ScoreRules {

    static final String TABLE = "score";
    static final String POINTS = "points";

    private final DecisionTables tables;

    ScoreRules(DecisionTables tables) {
        this.tables = tables;
    }

    Decision decide(ScoreFact fact) {
        return tables.decide(TABLE, fact.byName());
    }
}
