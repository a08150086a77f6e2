package org.duban.life;

/**
 * Something that people of a plan's life do on a working day: because it waits for them, or of their own accord. A Spring
 * bean; each says with {@link Traces} what its actions leave behind.
 */
interface Habit {

    /** Called once on each working day; habits come in ascending order. */
    void day(Crowd crowd);

    int order();
}
