package org.duban.task;

import java.time.Instant;
import org.duban.rule.Decision;
import org.duban.rule.DecisionTables;
import org.springframework.stereotype.Component;

/** The rules of the lights, which stand in {@code light.dmn} or in what an administrator has made of it. */
@Component
class LightRules {

    static final String TABLE = "light";

    private final DecisionTables tables;

    LightRules(DecisionTables tables) {
        this.tables = tables;
    }

    LightReading read(LightInputs inputs, Instant now) {
        Decision decision = tables.decide(TABLE, inputs.byName());
        return new LightReading(
                Light.valueOf(decision.text("light")),
                decision.rule(),
                decision.number("threshold"),
                decision.version(),
                inputs,
                now);
    }
}
