package org.duban.seed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code departments.yaml}. */
final class DepartmentsReader {

    private static final Set<String> FIELDS = Set.of(
            "code", "name", "short", "level", "jurisdiction", "kind", "aliases", "abolished", "successors", "note");

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SHORT_NAME = 60;

    private final ProblemLog log;
    private final Map<String, SeedDepartment> departments = new LinkedHashMap<>();
    private final Map<String, List<ScalarNode>> announced = new LinkedHashMap<>();
    private final DepartmentNames names = new DepartmentNames(List.of());

    DepartmentsReader(ProblemLog log) {
        this.log = log;
    }

    List<SeedDepartment> read(Node root) {
        var file = new Entry(root, "the file", Set.of("departments"), log);
        if (!file.isMapping()) {
            return List.of();
        }
        file.requiredList("departments").forEach(this::readDepartment);
        announced.forEach(this::linkSuccessors);
        return List.copyOf(departments.values());
    }

    private void readDepartment(Node node) {
        var entry = new Entry(node, "a department", FIELDS, log);
        if (!entry.isMapping()) {
            return;
        }
        var successors = entry.names("successors");
        if (!successors.isEmpty() && !entry.has("abolished")) {
            entry.fault("successors", "“successors” without the year in “abolished”");
        }
        var department = department(entry);
        if (entry.sound()) {
            reportClashes(department, entry);
        }
        if (entry.sound()) {
            departments.put(department.code(), department);
            announced.put(department.code(), successors);
            names.add(department);
        }
    }

    private static SeedDepartment department(Entry entry) {
        String name = entry.text("name", LONGEST_NAME);
        String shortName = entry.has("short") ? entry.optionalText("short", LONGEST_SHORT_NAME) : name;
        if (!entry.has("short") && name != null && name.length() > LONGEST_SHORT_NAME) {
            entry.fault("name", "“name” of more than " + LONGEST_SHORT_NAME + " characters needs a “short”");
        }
        return new SeedDepartment(
                entry.key("code", 40),
                name,
                shortName,
                entry.choice("level", SeedDepartment.Level.class),
                entry.jurisdiction(),
                entry.choice("kind", SeedDepartment.Kind.class),
                entry.names("aliases", LONGEST_NAME).stream()
                        .map(ScalarNode::getValue)
                        .filter(alias -> !alias.equals(name) && !alias.equals(shortName))
                        .distinct()
                        .toList(),
                entry.optionalYear("abolished"),
                List.of(),
                entry.optionalText("note", 500));
    }

    private void reportClashes(SeedDepartment department, Entry entry) {
        if (departments.containsKey(department.code())) {
            entry.fault("code", "duplicate department code “" + department.code() + "”");
        }
        reportTaken(department, department.name(), entry, entry.node("name"));
        if (!department.shortName().equals(department.name())) {
            reportTaken(department, department.shortName(), entry, entry.node("short"));
        }
        entry.names("aliases").forEach(alias -> reportTaken(department, alias.getValue(), entry, alias));
    }

    private void reportTaken(SeedDepartment department, String name, Entry entry, Node at) {
        names.owner(department.jurisdiction(), name)
                .ifPresent(owner -> entry.fault(
                        at, "name “" + name + "” already means “" + owner + "” in " + department.jurisdiction()));
    }

    /**
     * A bad link is dropped and the department stays: leaving it out would take every row with it that names it. Links
     * are added one by one, so that a cycle is reported once, at the link that closes it.
     */
    private void linkSuccessors(String code, List<ScalarNode> successors) {
        var accepted = new ArrayList<String>();
        for (var node : successors) {
            String successor = node.getValue();
            if (!departments.containsKey(successor)) {
                log.add(node, "unknown successor “" + successor + "”");
            } else if (leadsTo(successor, code)) {
                log.add(node, "cyclic successor “" + successor + "”");
            } else if (accepted.contains(successor)) {
                log.add(node, "successor “" + successor + "” given twice");
            } else {
                accepted.add(successor);
            }
        }
        departments.computeIfPresent(code, (same, department) -> department.succeededBy(accepted));
    }

    private boolean leadsTo(String from, String code) {
        var reached = new HashSet<>(List.of(from));
        for (var open = new ArrayDeque<>(reached); !open.isEmpty(); ) {
            for (var next : departments.get(open.pop()).successors()) {
                if (reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached.contains(code);
    }
}
