package org.duban.intake;

public record ImportId(long value) {}
