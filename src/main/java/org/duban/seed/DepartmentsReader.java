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
            "code",
            "name",
            "short",
            "level",
            "jurisdiction",
            "kind",
            "aliases",
            "abolished",
            "reform",
            "source",
            "successors",
            "note");

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SHORT_NAME = 60;

    private final ProblemLog log;
    private final Map<String, SeedDepartment> departments = new LinkedHashMap<>();
    private final Map<String, List<SuccessionReader.Announced>> announced = new LinkedHashMap<>();
    private final SuccessionReader successions;
    private final DepartmentNames names = new DepartmentNames(List.of());

    DepartmentsReader(ProblemLog log) {
        this.log = log;
        this.successions = new SuccessionReader(log);
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
        for (var field : List.of("successors", "reform", "source")) {
            if (entry.has(field) && !entry.has("abolished")) {
                entry.fault(field, "“" + field + "” without the year or day in “abolished”");
            }
        }
        var department = department(entry);
        var successors = successions.read(entry, department.abolished());
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
                entry.optionalAbolition("abolished"),
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
    private void linkSuccessors(String code, List<SuccessionReader.Announced> successors) {
        var accepted = new ArrayList<SeedSuccession>();
        for (var successor : successors) {
            String heir = successor.succession().code();
            if (!departments.containsKey(heir)) {
                log.add(successor.at(), "unknown successor “" + heir + "”");
            } else if (leadsTo(heir, code)) {
                log.add(successor.at(), "cyclic successor “" + heir + "”");
            } else if (accepted.stream().anyMatch(each -> each.code().equals(heir))) {
                log.add(successor.at(), "successor “" + heir + "” given twice");
            } else {
                accepted.add(successor.succession());
            }
        }
        departments.computeIfPresent(code, (same, department) -> department.succeededBy(accepted));
    }

    private boolean leadsTo(String from, String code) {
        var reached = new HashSet<>(List.of(from));
        for (var open = new ArrayDeque<>(reached); !open.isEmpty(); ) {
            for (var next : departments.get(open.pop()).successors()) {
                if (reached.add(next.code())) {
                    open.push(next.code());
                }
            }
        }
        return reached.contains(code);
    }
}
