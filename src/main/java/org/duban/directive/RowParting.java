package org.duban.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.duban.extraction.Range;

/**
 * Splits a row and joins several. Nothing gets lost: whom the row names goes to the part in whose quote the name stands if
 * each part has somebody then, else to all parts; what stands nowhere goes to the first.
 */
final class RowParting {

    private RowParting() {}

    /**
     * The parts in their order; the first is the row itself, changed.
     *
     * @param at ascending positions in the row's text, none at its ends
     * @param source of the directive, or {@code null}
     */
    static List<RowDraft> split(RowDraft row, List<Integer> at, String source) {
        String text = row.text;
        Range quote = row.quote;
        int[] places = source == null || quote == null ? null : RowText.places(text, source, quote);
        List<RowDraft> parts = new ArrayList<>();
        for (int part = 0; part <= at.size(); part++) {
            int from = part == 0 ? 0 : at.get(part - 1);
            int to = part == at.size() ? text.length() : at.get(part);
            RowDraft draft = part == 0 ? row : continuation(row);
            draft.text = text.substring(from, to).strip();
            if (part > 0) {
                draft.title = RowText.title(draft.text);
            }
            if (places != null) {
                draft.quote = new Range(part == 0 ? quote.start() : places[from], places[to]);
            }
            parts.add(draft);
        }
        List<DivisionRow.Assignment> assignments = List.copyOf(row.assignments);
        List<DivisionRow.Name> names = List.copyOf(row.names);
        share(parts, assignments, names);
        shareTargets(parts);
        shareWarnings(parts);
        return parts;
    }

    private static RowDraft continuation(RowDraft row) {
        RowDraft draft = new RowDraft();
        draft.no = row.no;
        draft.quote = row.quote;
        draft.dueOn = row.dueOn;
        draft.deadlinePhrase = row.deadlinePhrase;
        draft.reporting = row.reporting;
        draft.supervisors.addAll(row.supervisors);
        return draft;
    }

    private static void share(
            List<RowDraft> parts, List<DivisionRow.Assignment> assignments, List<DivisionRow.Name> names) {
        boolean apart = parts.stream()
                .allMatch(part -> assignments.stream().anyMatch(each -> within(part, each.range()))
                        || names.stream().anyMatch(each -> within(part, each.range())));
        for (RowDraft part : parts) {
            boolean first = part == parts.getFirst();
            part.assignments = new ArrayList<>(assignments.stream()
                    .filter(each -> !apart || belongs(parts, part, each.range()))
                    .toList());
            part.names = new ArrayList<>(names.stream()
                    .filter(each -> !apart || belongs(parts, part, each.range()))
                    .map(each -> first ? each : copy(each))
                    .toList());
        }
    }

    private static DivisionRow.Name copy(DivisionRow.Name name) {
        return new DivisionRow.Name(0, name.name(), name.role(), name.group(), name.range(), name.position());
    }

    private static void shareTargets(List<RowDraft> parts) {
        List<NewDirective.NewTarget> targets = List.copyOf(parts.getFirst().targets);
        parts.getFirst().targets.clear();
        for (NewDirective.NewTarget target : targets) {
            parts.stream()
                    .filter(part -> part.text.contains(target.wording()))
                    .findFirst()
                    .orElse(parts.getFirst())
                    .targets
                    .add(target);
        }
    }

    private static void shareWarnings(List<RowDraft> parts) {
        List<DivisionRow.RowWarning> warnings = List.copyOf(parts.getFirst().warnings);
        parts.getFirst().warnings.clear();
        for (DivisionRow.RowWarning warning : warnings) {
            parts.stream()
                    .filter(part -> within(part, warning.range()))
                    .findFirst()
                    .orElse(parts.getFirst())
                    .warnings
                    .add(warning);
        }
    }

    /** Names that stand in no part, as those by a rule stated earlier, hold for each. */
    private static boolean belongs(List<RowDraft> parts, RowDraft part, Range range) {
        return within(part, range) || parts.stream().noneMatch(each -> within(each, range));
    }

    private static boolean within(RowDraft part, Range range) {
        return range != null && part.quote != null && part.quote.contains(range.start());
    }

    /** Makes the first row say what all of them said. @param rows in the order of the document */
    static void merge(RowDraft first, List<DivisionRow> rows) {
        boolean texts = rows.stream().anyMatch(row -> row.text() != null);
        if (texts) {
            first.text = String.join(
                    "\n",
                    rows.stream()
                            .map(row -> row.text() == null ? row.title() : row.text())
                            .toList());
        } else {
            first.title = String.join("；", rows.stream().map(DivisionRow::title).toList());
        }
        first.quote = hull(rows);
        first.deadlinePhrase = joined(rows, DivisionRow::deadlinePhrase);
        first.dueOn = rows.stream()
                .map(DivisionRow::dueOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        if (rows.stream().anyMatch(row -> row.supervisors().isEmpty())) {
            first.supervisors.clear();
        } else {
            rows.forEach(row -> first.supervisors.addAll(row.supervisors()));
        }
        for (DivisionRow row : rows.subList(1, rows.size())) {
            int place = first.nextPlace();
            row.assignments()
                    .forEach(each -> first.assign(RowDraft.assignment(
                            each.department(),
                            each.role(),
                            each.printedName(),
                            each.range(),
                            each.binding(),
                            place + each.position())));
            row.names().stream()
                    .filter(each -> first.names.stream().noneMatch(known -> same(known, each)))
                    .forEach(each -> first.names.add(new DivisionRow.Name(
                            each.id(), each.name(), each.role(), each.group(), each.range(), place + each.position())));
            row.targets().forEach(target -> first.targets.add(NewDirective.NewTarget.of(target)));
            first.warnings.addAll(row.warnings());
        }
    }

    private static boolean same(DivisionRow.Name one, DivisionRow.Name other) {
        return one.name().equals(other.name()) && one.role() == other.role();
    }

    private static Range hull(List<DivisionRow> rows) {
        List<Range> quotes =
                rows.stream().map(DivisionRow::quote).filter(Objects::nonNull).toList();
        return quotes.isEmpty() ? null : hullOf(quotes);
    }

    static Range hullOf(Collection<Range> ranges) {
        return new Range(
                ranges.stream().mapToInt(Range::start).min().orElseThrow(),
                ranges.stream().mapToInt(Range::end).max().orElseThrow());
    }

    private static String joined(List<DivisionRow> rows, Function<DivisionRow, String> part) {
        List<String> parts =
                rows.stream().map(part).filter(Objects::nonNull).distinct().toList();
        return parts.isEmpty() ? null : String.join("；", parts);
    }
}
