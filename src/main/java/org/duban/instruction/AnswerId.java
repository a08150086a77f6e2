package org.duban.instruction;

public record AnswerId(long value) {}
