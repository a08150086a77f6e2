package org.duban.report;

public record ReportId(long value) {}
