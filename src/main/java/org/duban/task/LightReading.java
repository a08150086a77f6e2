package org.duban.task;

import java.time.Instant;

/**
 * A light with what it takes to explain it.
 *
 * @param rule the row of the table that gave it, by name
 * @param threshold the figure that was reached, as the table says; 0 for rules without
 * @param version of the table; 0 for readings from before there was one
 * @param at reading of the clock
 */
public record LightReading(Light light, String rule, int threshold, int version, LightInputs inputs, Instant at) {

    /** The same colour for the same reason. */
    boolean explainsAs(LightReading other) {
        return light == other.light && rule.equals(other.rule);
    }

    /** The same to whoever reads it, whatever the other figures. */
    boolean saysTheSameAs(LightReading other) {
        return explainsAs(other)
                && inputs.percent() == other.inputs.percent()
                && inputs.subTask().equals(other.inputs.subTask());
    }
}
