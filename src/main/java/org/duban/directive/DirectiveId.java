package org.duban.directive;

public record DirectiveId(long value) {}
