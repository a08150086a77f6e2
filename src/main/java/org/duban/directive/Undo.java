package org.duban.directive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How to take an edit back, as long as nobody has edited the same rows since. @see DivisionTables#undo(Undo) */
public final class Undo {

    private final DirectiveId directive;
    private final List<DivisionRow> before;
    private final Map<DivisionRowId, Integer> after;

    /**
     * @param before the rows as they were, in the order of the document
     * @param after the revisions of those that are there now
     */
    Undo(DirectiveId directive, List<DivisionRow> before, Map<DivisionRowId, Integer> after) {
        this.directive = directive;
        this.before = List.copyOf(before);
        this.after = Map.copyOf(after);
    }

    public DirectiveId directive() {
        return directive;
    }

    /** How many rows the edit changed, made or took away. */
    public int rows() {
        return (int) Stream.concat(before.stream().map(DivisionRow::id), after.keySet().stream())
                .distinct()
                .count();
    }

    /** Rows that the edit made. */
    public List<DivisionRowId> made() {
        return after.keySet().stream()
                .filter(id -> before.stream().noneMatch(row -> row.id().equals(id)))
                .sorted(Comparator.comparing(DivisionRowId::value))
                .toList();
    }

    /**
     * This undo when a later edit was taken back: the rows are again what they were before that one, though with other
     * revisions.
     *
     * @param later the edit that was taken back
     * @param redone what {@link DivisionTables#undo(Undo)} returned for it
     */
    public Undo following(Undo later, Undo redone) {
        Map<DivisionRowId, Integer> now = new HashMap<>(after);
        later.before.stream()
                .filter(row -> Objects.equals(after.get(row.id()), row.revision()))
                .forEach(row -> now.computeIfPresent(row.id(), (id, old) -> redone.after.getOrDefault(id, old)));
        return new Undo(directive, before, now);
    }

    List<DivisionRow> before() {
        return before;
    }

    Map<DivisionRowId, Integer> after() {
        return after;
    }
}
