package org.duban.ladder;

public record ReceiptId(long value) {}
