package org.duban.life;

/** Sees each action of a life begin and end. */
interface Witness {

    Witness NOBODY = new Witness() {};

    /** @param traces what it leaves behind if it succeeds */
    default void begins(String what, Traces traces) {}

    default void done() {}

    default void refused(String messageKey) {}
}
