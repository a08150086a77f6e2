package org.duban.base;

/** Begins what runs of its own accord, such as the daily round; once, however often it is called. */
public interface BusinessStart {
    void begin();
}
