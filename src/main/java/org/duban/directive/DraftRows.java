package org.duban.directive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Changes rows of a table that the caller has locked, and says how to take it back. */
@Component
class DraftRows {

    private final DivisionRowRepository rows;
    private final DraftRowRepository drafts;
    private final DraftAccess access;

    DraftRows(DivisionRowRepository rows, DraftRowRepository drafts, DraftAccess access) {
        this.rows = rows;
        this.drafts = drafts;
        this.access = access;
    }

    /** The rows in the order of the document. @throws Refusal if one is launched, dropped or none of the directive */
    List<DivisionRow> require(DirectiveId directive, Collection<DivisionRowId> wanted) {
        Set<DivisionRowId> distinct = new HashSet<>(wanted);
        List<DivisionRow> found = rows.of(directive, distinct);
        if (found.stream().anyMatch(row -> row.launched() != null)) {
            throw access.launchedBefore(directive);
        }
        if (found.size() < distinct.size() || found.stream().anyMatch(DivisionRow::dropped)) {
            throw access.editedBefore(directive);
        }
        return found;
    }

    /** The row as its editor has it on the screen. @throws Refusal as above, and if somebody edited it since */
    DivisionRow require(DirectiveId directive, DivisionRowId id, int revision) {
        DivisionRow row = require(directive, List.of(id)).getFirst();
        if (row.revision() != revision) {
            throw access.editedBefore(directive, id);
        }
        return row;
    }

    /** Does the same to each of the rows. */
    Undo change(DirectiveId directive, List<DivisionRow> before, Consumer<RowDraft> change) {
        List<RowDraft> after = before.stream().map(RowDraft::of).toList();
        after.forEach(change);
        return write(directive, before, after, List.of(), 0, List.of());
    }

    /**
     * Writes what became of some rows.
     *
     * @param before the rows as they were
     * @param changed those that stay, as they are now
     * @param added new ones
     * @param behind the position behind which they get their places
     * @param removed those that are no more
     */
    Undo write(
            DirectiveId directive,
            List<DivisionRow> before,
            List<RowDraft> changed,
            List<RowDraft> added,
            int behind,
            List<DivisionRowId> removed) {
        drafts.delete(removed);
        drafts.update(directive, changed, access.byMe());
        if (!added.isEmpty()) {
            place(directive, behind, added);
            drafts.freeNumbers(directive, added);
            drafts.insert(directive, added, access.byMe());
        }
        access.edited(directive);
        Map<DivisionRowId, Integer> after = new HashMap<>();
        changed.forEach(row -> after.put(row.id, row.revision));
        added.forEach(row -> after.put(row.id, row.revision));
        return new Undo(directive, before, after);
    }

    private void place(DirectiveId directive, int position, List<RowDraft> added) {
        drafts.makeRoom(directive, position, added.size());
        int next = position;
        for (RowDraft row : added) {
            row.position = ++next;
        }
    }

    /** Takes an edit back. Returns how to do it again. @throws Refusal if one of the rows was edited or launched since */
    Undo undo(Undo undo) {
        DirectiveId directive = undo.directive();
        List<DivisionRow> now = rows.of(directive, undo.after().keySet());
        requireUntouched(undo, now);
        Map<DivisionRowId, DivisionRow> there = new HashMap<>();
        now.forEach(row -> there.put(row.id(), row));

        List<RowDraft> changed = new ArrayList<>();
        List<RowDraft> again = new ArrayList<>();
        for (DivisionRow old : undo.before()) {
            RowDraft draft = RowDraft.of(old);
            DivisionRow current = there.remove(old.id());
            if (current == null) {
                draft.revision++;
                again.add(draft);
            } else {
                draft.revision = current.revision();
                draft.position = current.position();
                changed.add(draft);
            }
        }
        drafts.delete(there.keySet());
        List<RowDraft> all = new ArrayList<>(changed);
        all.addAll(again);
        drafts.freeNumbers(directive, all.stream().filter(row -> !row.dropped).toList());
        drafts.update(directive, changed, access.byMe());
        if (!again.isEmpty()) {
            int behind = changed.isEmpty() ? again.getFirst().position - 1 : changed.getFirst().position;
            place(directive, behind, again);
            drafts.insertAgain(directive, again, access.byMe());
        }
        access.edited(directive);
        Map<DivisionRowId, Integer> after = new HashMap<>();
        all.forEach(row -> after.put(row.id, row.revision));
        return new Undo(directive, now, after);
    }

    private void requireUntouched(Undo undo, List<DivisionRow> now) {
        if (now.size() < undo.after().size()) {
            throw access.editedBefore(undo.directive());
        }
        for (DivisionRow row : now) {
            if (row.launched() != null) {
                throw access.launchedBefore(undo.directive());
            }
            if (row.revision() != undo.after().get(row.id())) {
                throw access.editedBefore(undo.directive(), row.id());
            }
        }
    }
}
