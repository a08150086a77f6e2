package org.duban.score;

public record AppealId(long value) {}
