package org.duban.directive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.account.Handling;
import org.duban.base.Refusal;
import org.duban.extraction.Range;
import org.duban.extraction.Warning;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Edits division tables, for the supervisors of their directives, as far as rows are not launched. Every edit can be taken
 * back until somebody edits the same rows again.
 *
 * <p>All edits are refused if the directive is not the caller's to edit, its rows are being launched at this moment, or a
 * row is launched already, dropped, or changed since the caller read it; then nothing was changed.
 */
@Service
@Transactional
public class DivisionTables {

    private final DraftAccess access;
    private final DraftRows drafts;
    private final DraftRowRepository writing;
    private final DivisionRowRepository rows;
    private final RowEdits edits;
    private final SourceRepository sources;
    private final SupervisionRepository supervision;

    DivisionTables(
            DraftAccess access,
            DraftRows drafts,
            DraftRowRepository writing,
            DivisionRowRepository rows,
            RowEdits edits,
            SourceRepository sources,
            SupervisionRepository supervision) {
        this.access = access;
        this.drafts = drafts;
        this.writing = writing;
        this.rows = rows;
        this.edits = edits;
        this.sources = sources;
        this.supervision = supervision;
    }

    /** Rows that can be edited, in the order of the document. @throws Refusal if the caller does not supervise it */
    @Transactional(readOnly = true)
    public List<DivisionRowId> editable(DirectiveId id) {
        access.requireSupervision(id);
        return rows.notLaunched(id).stream().map(DivisionRow::id).toList();
    }

    /** One row, dropped or not. @throws Refusal if there is none that the caller may see */
    @Transactional(readOnly = true)
    public DivisionRow get(DirectiveId id, DivisionRowId row) {
        access.visible(id);
        return rows.of(id, List.of(row)).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** @param revision of the row as the caller read it */
    public Undo edit(DirectiveId id, DivisionRowId row, int revision, RowEdit edit) {
        access.lock(id);
        DivisionRow before = drafts.require(id, row, revision);
        return drafts.change(id, List.of(before), draft -> edits.apply(id, draft, edit));
    }

    /**
     * Where the row can be split because its quote holds several notes that name somebody: positions in its text.
     *
     * @throws Refusal if there is no such row that the caller may see
     */
    @Transactional(readOnly = true)
    public List<Integer> behindNotes(DirectiveId id, DivisionRowId row) {
        DivisionRow found = get(id, row);
        return sources.text(id)
                .filter(source -> found.text() != null && found.quote() != null)
                .map(source -> RowText.behindNotes(found.text(), source, found.quote()))
                .orElse(List.of());
    }

    /**
     * Splits a row. Whom it names goes to the part in whose quote the name stands, or to all parts.
     *
     * @param revision of the row as the caller read it
     * @param at ascending positions in its text, none at its ends
     */
    public Undo split(DirectiveId id, DivisionRowId row, int revision, List<Integer> at) {
        access.lock(id);
        DivisionRow before = drafts.require(id, row, revision);
        requirePositions(before, at);
        List<RowDraft> parts =
                RowParting.split(RowDraft.of(before), at, sources.text(id).orElse(null));
        return drafts.write(
                id, List.of(before), parts.subList(0, 1), parts.subList(1, parts.size()), before.position(), List.of());
    }

    private static void requirePositions(DivisionRow row, List<Integer> at) {
        int last = 0;
        for (int position : at) {
            if (row.text() == null
                    || position <= last
                    || position >= row.text().length()
                    || row.text().substring(last, position).isBlank()) {
                throw new Refusal("refusal.draft.noSplit");
            }
            last = position;
        }
        if (at.isEmpty() || row.text().substring(last).isBlank()) {
            throw new Refusal("refusal.draft.noSplit");
        }
    }

    /** Makes one row of several that follow each other. @throws Refusal also if they do not */
    public Undo merge(DirectiveId id, Set<DivisionRowId> wanted) {
        access.lock(id);
        List<DivisionRow> before = drafts.require(id, wanted);
        if (before.size() < 2 || !neighbours(id, before)) {
            throw new Refusal("refusal.draft.noNeighbours");
        }
        RowDraft first = RowDraft.of(before.getFirst());
        RowParting.merge(first, before);
        RowEdits.requireBounds(first);
        List<DivisionRowId> others =
                before.stream().skip(1).map(DivisionRow::id).toList();
        return drafts.write(id, before, List.of(first), List.of(), 0, others);
    }

    private boolean neighbours(DirectiveId id, List<DivisionRow> wanted) {
        List<DivisionRowId> inOrder = rows.page(id, wanted.getFirst().position() - 1, wanted.size()).stream()
                .map(DivisionRow::id)
                .toList();
        return inOrder.equals(wanted.stream().map(DivisionRow::id).toList());
    }

    /**
     * Adds a row that stands in no source.
     *
     * @param after the row behind which it comes, or {@code null} for the beginning
     */
    public Undo add(DirectiveId id, DivisionRowId after, RowEdit edit) {
        access.lock(id);
        int position = after == null
                ? Directives.FIRST_ROW
                : rows.of(id, List.of(after)).stream()
                        .findFirst()
                        .orElseThrow(() -> access.editedBefore(id))
                        .position();
        RowDraft row = new RowDraft();
        edits.apply(id, row, edit);
        return drafts.write(id, List.of(), List.of(), List.of(row), position, List.of());
    }

    /** Adds a row for a piece of the source; it comes where the piece stands. @throws Refusal also if the piece is blank */
    public Undo addFromSource(DirectiveId id, Range piece) {
        access.lock(id);
        String source = sources.text(id).orElseThrow(Refusal::notFound);
        if (piece.end() > source.length() || piece.of(source).isBlank()) {
            throw new Refusal("refusal.draft.nothingSelected");
        }
        Optional<DivisionRow> previous = rows.page(id, Directives.FIRST_ROW, Integer.MAX_VALUE).stream()
                .filter(row -> row.quote() != null && row.quote().start() <= piece.start())
                .reduce((one, next) -> next);
        RowDraft row = new RowDraft();
        row.no = previous.map(DivisionRow::no).orElse("1");
        row.text = piece.of(source).strip();
        row.title = RowText.title(row.text);
        row.quote = piece;
        RowEdits.requireBounds(row);
        int position = previous.map(DivisionRow::position).orElse(Directives.FIRST_ROW);
        return drafts.write(id, List.of(), List.of(), List.of(row), position, List.of());
    }

    /** Takes rows out of the table; they can be taken back. */
    public Undo drop(DirectiveId id, Set<DivisionRowId> wanted) {
        access.lock(id);
        return drafts.change(id, drafts.require(id, wanted), row -> row.dropped = true);
    }

    /** Rows that were dropped, in the order of the document. @throws Refusal if the caller may not see the directive */
    @Transactional(readOnly = true)
    public List<DivisionRow> dropped(DirectiveId id) {
        access.visible(id);
        return rows.dropped(id);
    }

    /** Takes dropped rows back; a number that another row has meanwhile gets a figure behind it. */
    public Undo restore(DirectiveId id, Set<DivisionRowId> wanted) {
        access.lock(id);
        List<DivisionRow> before = rows.of(id, wanted);
        if (before.size() < wanted.size() || !before.stream().allMatch(DivisionRow::dropped)) {
            throw access.editedBefore(id);
        }
        List<RowDraft> after = before.stream().map(RowDraft::of).toList();
        after.forEach(row -> row.dropped = false);
        writing.freeNumbers(id, after);
        return drafts.write(id, before, after, List.of(), 0, List.of());
    }

    /** Decides on a warning. @throws Refusal also if somebody did before */
    public Undo decide(DirectiveId id, DivisionRowId row, long warning, DivisionRow.Decision decision) {
        access.lock(id);
        DivisionRow before = drafts.require(id, List.of(row)).getFirst();
        DivisionRow.RowWarning decided = before.warnings().stream()
                .filter(each -> each.id() == warning)
                .findFirst()
                .orElseThrow(() -> access.editedBefore(id, row));
        if (!decided.open()) {
            throw access.handledBefore(new Handling(decided.decidedBy(), decided.decidedAt()));
        }
        return drafts.change(id, List.of(before), draft -> edits.decide(draft, each -> each.id() == warning, decision));
    }

    /** Decides on all open warnings of a kind. @throws Refusal also if there is none */
    public Undo decideAll(DirectiveId id, Warning.Kind kind, DivisionRow.Decision decision) {
        access.lock(id);
        List<DivisionRow> before = rows.notLaunched(id).stream()
                .filter(row -> row.warnings().stream().anyMatch(each -> each.kind() == kind && each.open()))
                .toList();
        if (before.isEmpty()) {
            throw access.editedBefore(id);
        }
        return drafts.change(id, before, draft -> edits.decide(draft, each -> each.kind() == kind, decision));
    }

    /** @param reporting {@code null} for as often as on the directive */
    public Undo setReporting(DirectiveId id, Set<DivisionRowId> wanted, ReportingFrequency reporting) {
        access.lock(id);
        return drafts.change(id, drafts.require(id, wanted), row -> row.reporting = reporting);
    }

    /**
     * Says who answers for rows: what departments hand in waits for them alone, as long as one of them can act.
     *
     * @param supervisors of the directive; empty for all of them
     * @throws Refusal also if one of them does not supervise the directive
     */
    public Undo setSupervisors(DirectiveId id, Set<DivisionRowId> wanted, Set<AccountId> supervisors) {
        access.lock(id);
        Set<AccountId> known = supervision.of(id).stream().map(Supervisor::id).collect(Collectors.toSet());
        if (!known.containsAll(supervisors)) {
            throw new Refusal("refusal.draft.notItsSupervisor");
        }
        return drafts.change(id, drafts.require(id, wanted), row -> {
            row.supervisors.clear();
            row.supervisors.addAll(supervisors);
        });
    }

    /** Takes an edit back. Returns how to do it again. @throws Refusal also if one of its rows was edited since */
    public Undo undo(Undo undo) {
        access.lock(undo.directive());
        return drafts.undo(undo);
    }
}
