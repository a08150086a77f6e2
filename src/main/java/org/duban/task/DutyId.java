package org.duban.task;

public record DutyId(long value) {}
