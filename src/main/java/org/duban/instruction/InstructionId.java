package org.duban.instruction;

public record InstructionId(long value) {}
