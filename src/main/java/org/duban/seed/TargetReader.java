package org.duban.seed;

import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads targets, whether of a row or of the whole directive. */
final class TargetReader {

    private static final Set<String> FIELDS = Set.of("text", "normalized", "what", "comparator", "value", "unit", "by");

    private final ProblemLog log;

    TargetReader(ProblemLog log) {
        this.log = log;
    }

    Optional<SeedTarget> read(Node node) {
        var entry = new Entry(node, "a target", FIELDS, log);
        if (!entry.isMapping()) {
            return Optional.empty();
        }
        var target = new SeedTarget(
                entry.text("text", 500),
                entry.optionalText("normalized", 500),
                entry.text("what", 300),
                entry.choice("comparator", SeedTarget.Comparator.class),
                entry.number("value"),
                entry.text("unit", 60),
                entry.optionalYear("by"));
        return entry.sound() ? Optional.of(target) : Optional.empty();
    }
}
