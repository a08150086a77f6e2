package org.duban.seed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one file of the directives folder. */
final class DirectiveReader {

    private static final Set<String> FIELDS =
            Set.of("slug", "title", "number", "issuer", "issued", "period", "jurisdiction", "goals", "rows");

    private final DepartmentNames names;
    private final Set<String> slugs;
    private final ProblemLog log;

    /**
     * @param slugs those of the directives read so far; the slug of each directive that is read is added
     */
    DirectiveReader(DepartmentNames names, Set<String> slugs, ProblemLog log) {
        this.names = names;
        this.slugs = slugs;
        this.log = log;
    }

    Optional<SeedDirective> read(Node root) {
        var head = new Entry(root, "a directive", FIELDS, log);
        if (!head.isMapping()) {
            return Optional.empty();
        }
        var period = period(head);
        var targets = new TargetReader(log);
        var directive = new SeedDirective(
                log.file(),
                slug(head),
                head.text("title", 300),
                head.optionalText("number", 80),
                head.text("issuer", 200),
                head.date("issued"),
                period.from(),
                period.to(),
                head.jurisdiction(),
                read(head.list("goals"), targets::read),
                List.of());
        var rowNodes = head.requiredList("rows");
        if (directive.jurisdiction() == null) {
            // No name could be looked up, and every row would be reported for a fault that is not its own.
            return Optional.empty();
        }
        var rows = new RowReader(names, directive.jurisdiction(), targets, log);
        var complete = directive.withRows(read(rowNodes, rows::read));
        if (!head.sound()) {
            return Optional.empty();
        }
        slugs.add(complete.slug());
        return Optional.of(complete);
    }

    private static <T> List<T> read(List<Node> nodes, Function<Node, Optional<T>> reader) {
        return nodes.stream().map(reader).flatMap(Optional::stream).toList();
    }

    private String slug(Entry head) {
        String slug = head.key("slug", 80);
        if (slugs.contains(slug)) {
            head.fault("slug", "duplicate slug “" + slug + "”");
        }
        return slug;
    }

    private record Period(Integer from, Integer to) {}

    private Period period(Entry head) {
        if (!head.has("period")) {
            return new Period(null, null);
        }
        var entry = new Entry(head.node("period"), "“period”", Set.of("from", "to"), log);
        if (!entry.isMapping()) {
            head.spoil();
            return new Period(null, null);
        }
        var period = new Period(entry.year("from"), entry.year("to"));
        if (entry.sound() && period.from() > period.to()) {
            entry.fault("to", "“period” ends before it begins");
        }
        if (!entry.sound()) {
            head.spoil();
        }
        return period;
    }
}
