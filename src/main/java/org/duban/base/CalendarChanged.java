package org.duban.base;

/** Other days are off from now on; published in the transaction that says so in the tables. */
public record CalendarChanged() {}
