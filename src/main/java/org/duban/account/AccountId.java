package org.duban.account;

public record AccountId(long value) {}
