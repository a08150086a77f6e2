package org.duban.report;

public record ContributionId(long value) {}
