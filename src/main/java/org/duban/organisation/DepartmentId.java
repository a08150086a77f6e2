package org.duban.organisation;

public record DepartmentId(long value) {}
