package org.duban.watchdog;

import java.util.List;

/** Finds troubles of one kind, in an order of their identifiers. */
interface Source {

    Trouble.Kind kind();

    /** The next ones, behind the identifier; an empty one is before all. */
    List<Trouble> read(String after, int limit);

    static long number(String after) {
        return after.isEmpty() ? Long.MIN_VALUE : Long.parseLong(after);
    }
}
