package org.duban.task;

public record KeyTaskId(long value) {}
