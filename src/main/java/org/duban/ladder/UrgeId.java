package org.duban.ladder;

public record UrgeId(long value) {}
