package org.duban.account;

public record SubstitutionId(long value) {}
