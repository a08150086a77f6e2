package org.duban.task;

/**
 * The light of a key task changed, or the rule that gives it.
 *
 * @param from the colour before; {@code null} for the reading at the launch
 * @param to the reading that changed it
 */
public record LightChange(Light from, LightReading to) {}
