package org.duban.directive;

public record DivisionRowId(long value) {}
