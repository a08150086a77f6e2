package org.duban.task;

/**
 * The light of a key task changed, or the rule that gives it.
 *
 * @param from the colour before
 * @param to the reading that changed it
 */
public record LightChange(Light from, LightReading to) {}
