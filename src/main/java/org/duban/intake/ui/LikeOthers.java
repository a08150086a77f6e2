package org.duban.intake.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRowId;
import org.duban.task.SimilarTask;

/**
 * Which rows are much alike to running key tasks. A page reads its table after every change, its own and others': what a
 * row is like is asked again only where the row says something else than before, since many texts are compared for it.
 */
final class LikeOthers {

    private record Words(String title, String text) {}

    private final Function<Collection<DivisionRow>, Map<DivisionRowId, List<SimilarTask>>> service;
    private final Map<DivisionRowId, Words> asked = new HashMap<>();
    private final Map<DivisionRowId, List<SimilarTask>> known = new HashMap<>();

    LikeOthers(Function<Collection<DivisionRow>, Map<DivisionRowId, List<SimilarTask>>> service) {
        this.service = service;
    }

    /** Of those of the rows that are not launched, in their order; without those that are like none. */
    Map<DivisionRowId, List<SimilarTask>> of(List<DivisionRow> rows) {
        List<DivisionRow> open =
                rows.stream().filter(row -> row.launched() == null).toList();
        List<DivisionRow> changed = open.stream()
                .filter(row -> !words(row).equals(asked.get(row.id())))
                .toList();
        if (!changed.isEmpty()) {
            Map<DivisionRowId, List<SimilarTask>> found = service.apply(changed);
            changed.forEach(row -> {
                asked.put(row.id(), words(row));
                known.put(row.id(), found.getOrDefault(row.id(), List.of()));
            });
        }
        Map<DivisionRowId, List<SimilarTask>> similar = new LinkedHashMap<>();
        open.stream()
                .map(DivisionRow::id)
                .filter(row -> !known.get(row).isEmpty())
                .forEach(row -> similar.put(row, known.get(row)));
        return similar;
    }

    private static Words words(DivisionRow row) {
        return new Words(row.title(), row.text());
    }
}
