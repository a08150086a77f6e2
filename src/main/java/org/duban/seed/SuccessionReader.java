package org.duban.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duban.seed.SeedSuccession.Reform;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the successors of one department: a code, or a code with what is different from the others. */
final class SuccessionReader {

    private static final Set<String> FIELDS = Set.of("code", "on", "reform", "whole", "note", "source");

    /** A successor as the file gives it, not yet looked up, and where it stands. */
    record Announced(Node at, SeedSuccession succession) {}

    private final ProblemLog log;

    SuccessionReader(ProblemLog log) {
        this.log = log;
    }

    /**
     * Day, reform and source of the abolition hold for each successor that gives no other. The only successor has all
     * duties, of several none has, unless said otherwise.
     *
     * @param abolition {@code null} if the department gives none, or none that can be read
     */
    List<Announced> read(Entry department, SeedAbolition abolition) {
        var nodes = department.list("successors");
        var common = new SeedSuccession(
                null,
                abolition == null ? null : abolition.on(),
                department.optionalChoice("reform", Reform.class),
                nodes.size() == 1,
                null,
                department.optionalText("source", 300));
        var found = new ArrayList<Announced>();
        for (var node : nodes) {
            if (node instanceof ScalarNode code && !code.getValue().isBlank()) {
                found.add(new Announced(node, with(common, code.getValue())));
            } else {
                var entry = new Entry(node, "a successor", FIELDS, log);
                var succession = entry.isMapping() ? read(entry, common) : null;
                if (entry.sound()) {
                    found.add(new Announced(node, succession));
                } else {
                    department.spoil();
                }
            }
        }
        return found;
    }

    private static SeedSuccession with(SeedSuccession common, String code) {
        return new SeedSuccession(code, common.on(), common.reform(), common.whole(), null, common.source());
    }

    private static SeedSuccession read(Entry entry, SeedSuccession common) {
        var whole = entry.optionalFlag("whole");
        return new SeedSuccession(
                entry.key("code", 40),
                entry.has("on") ? entry.optionalDate("on") : common.on(),
                entry.has("reform") ? entry.optionalChoice("reform", Reform.class) : common.reform(),
                whole == null ? common.whole() : whole,
                entry.optionalText("note", 500),
                entry.has("source") ? entry.optionalText("source", 300) : common.source());
    }
}
