package org.duban.score;

public record ScoreLineId(long value) {}
