package org.duban.score;

public record LedgerId(long value) {

    /** The one that has a line for each event by the rules of its moment. */
    public static final LedgerId RUNNING = new LedgerId(0);

    public boolean running() {
        return equals(RUNNING);
    }
}
