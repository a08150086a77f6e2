package org.duban.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A case that a refusal tells of: a value of each input that matters for it. */
public record TableCase(List<Part> parts) {

    /** @param value as a cell would write it, but words without quotes */
    public record Part(DecisionTable.Input input, String value) {

        @Override
        public String toString() {
            return input.title() + " = " + value;
        }
    }

    public TableCase {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining(", "));
    }
}
