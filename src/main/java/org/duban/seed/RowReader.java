package org.duban.seed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.seed.SeedAssignment.Role;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the rows of one directive. */
final class RowReader {

    private static final Set<String> FIELDS = Set.of("no", "title", "lead", "cooperating", "joint", "due", "targets");

    private final DepartmentNames names;
    private final String jurisdiction;
    private final TargetReader targets;
    private final ProblemLog log;
    private final Set<String> numbers = new HashSet<>();

    RowReader(DepartmentNames names, String jurisdiction, TargetReader targets, ProblemLog log) {
        this.names = names;
        this.jurisdiction = jurisdiction;
        this.targets = targets;
        this.log = log;
    }

    Optional<SeedRow> read(Node node) {
        var entry = new Entry(node, "a row", FIELDS, log);
        if (!entry.isMapping()) {
            return Optional.empty();
        }
        String no = entry.text("no", 40);
        if (no != null && !numbers.add(no)) {
            entry.fault("no", "duplicate row number “" + no + "”");
        }
        var row = new SeedRow(
                no, entry.text("title", 500), assignments(entry), entry.optionalDate("due"), targets(entry));
        return entry.sound() ? Optional.of(row) : Optional.empty();
    }

    private List<SeedAssignment> assignments(Entry entry) {
        if (entry.has("joint") && (entry.has("lead") || entry.has("cooperating"))) {
            entry.fault("joint", "“joint” can't stand beside “lead” or “cooperating”");
        }
        var assignments = new ArrayList<SeedAssignment>();
        var seen = new HashSet<String>();
        for (var role : Role.values()) {
            for (ScalarNode name : entry.names(role.field())) {
                String printed = name.getValue();
                var code = names.resolve(jurisdiction, printed);
                if (code.isEmpty()) {
                    entry.fault(name, "unknown department “" + printed + "”");
                } else if (!seen.add(code.get())) {
                    entry.fault(name, "department “" + printed + "” twice in the row");
                } else {
                    assignments.add(new SeedAssignment(code.get(), printed, role));
                }
            }
        }
        return assignments;
    }

    /** A row whose targets are only partly known would be supervised against the wrong promise. */
    private List<SeedTarget> targets(Entry entry) {
        var found = new ArrayList<SeedTarget>();
        for (var node : entry.list("targets")) {
            targets.read(node).ifPresentOrElse(found::add, entry::spoil);
        }
        return found;
    }
}
