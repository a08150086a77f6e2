package org.duban.extension;

public record ExtensionId(long value) {}
