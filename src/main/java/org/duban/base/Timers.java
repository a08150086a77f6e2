package org.duban.base;

/** The timers of the process, for whoever moves the clock by hand: the demo story and tests. */
public interface Timers {

    /**
     * Fires everything that is due by now, and what becomes due by that; returns how many. Never within a transaction:
     * each has its own, and would wait for what that one has locked.
     *
     * @throws IllegalStateException within a transaction
     */
    int fireDue();
}
