package org.duban.task;

import java.time.Instant;

/**
 * A light with what it takes to explain it.
 *
 * @param rule the rule that gave it, a name within the rule set
 * @param daysToDue negative once overdue
 * @param elapsedPercent share of the time between launch and due date that has passed, 0 to 100
 * @param percent the percentage reported
 * @param at reading of the clock
 */
public record LightReading(Light light, Rule rule, int daysToDue, int elapsedPercent, int percent, Instant at) {

    /** The rules, first match wins. */
    public enum Rule {
        WITHDRAWN(Light.GREY),
        CLOSED_LATE(Light.YELLOW),
        CLOSED_IN_TIME(Light.GREEN),
        OVERDUE(Light.RED),
        NOT_STARTED(Light.GREY),
        FAR_BEHIND(Light.RED, 30),
        BEHIND(Light.YELLOW, 10),
        DUE_SOON(Light.YELLOW, 10),
        ON_COURSE(Light.GREEN);

        private final Light light;
        private final int threshold;

        Rule(Light light) {
            this(light, 0);
        }

        Rule(Light light, int threshold) {
            this.light = light;
            this.threshold = threshold;
        }

        /** Points behind from which, or days before the due day up to which, the rule applies; 0 for rules without. */
        public int threshold() {
            return threshold;
        }

        Light light() {
            return light;
        }
    }

    /** How far the time has run ahead of the work, in points; negative where the work is ahead. */
    public int pointsBehind() {
        return elapsedPercent - percent;
    }

    /** Of a key task that was withdrawn, with the same figures. */
    LightReading ofWithdrawn() {
        return new LightReading(Rule.WITHDRAWN.light(), Rule.WITHDRAWN, daysToDue, elapsedPercent, percent, at);
    }

    /** The same colour for the same reason, whatever the figures. */
    boolean saysTheSameAs(LightReading other) {
        return light == other.light && rule == other.rule && percent == other.percent;
    }
}
