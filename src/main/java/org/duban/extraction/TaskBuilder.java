package org.duban.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives each note the piece of the outline for which it stands. A note counts for the text before it in its clause, back to
 * the clause's number or the note before; a note at the end of the last of several items counts for all of them where no
 * item of that kind has a note of its own; a note that says 以上N项 counts for each of the N items.
 */
final class TaskBuilder {

    /** Under one item; each repeats the items above it, so that more of them only serve an attack. */
    private static final int MOST_FOOTERS = 10;
    /** A footer names no item farther above it. */
    private static final int FARTHEST_ITEM = 200;

    /** Lines of a block such as a form with a field on each line. */
    private static final int LONGEST_BLOCK = 12;

    private final Reading reading;
    private final Range range;
    private final Outline outline;
    private final List<TaskDraft> drafts = new ArrayList<>();
    private final Set<MarkerStyle> stylesWithOwnNotes = new HashSet<>();

    private TaskBuilder(Reading reading, Range range, Outline outline) {
        this.reading = reading;
        this.range = range;
        this.outline = outline;
    }

    static List<TaskDraft> build(Reading reading, Range range, Outline outline, List<Note> notes) {
        TaskBuilder builder = new TaskBuilder(reading, range, outline);
        builder.place(notes);
        builder.findStylesWithOwnNotes();
        builder.visit(outline.root());
        return builder.drafts;
    }

    private void place(List<Note> notes) {
        List<Clause> clauses = outline.clauses();
        int next = 0;
        Clause current = outline.root();
        for (Note note : notes) {
            while (next < clauses.size()
                    && clauses.get(next).start() <= note.range().start()) {
                current = clauses.get(next++);
            }
            current.notes().add(note);
        }
    }

    private void findStylesWithOwnNotes() {
        for (Clause clause : outline.clauses()) {
            Clause parent = clause.parent();
            boolean lastChild = parent.children().getLast() == clause;
            boolean own = clause.notes().stream()
                    .anyMatch(note -> !note.isFooter() && !note.named().isEmpty());
            if (own && !lastChild) {
                stylesWithOwnNotes.add(clause.style());
            }
        }
    }

    private void visit(Clause clause) {
        Note shared = noteOfLastChild(clause);
        if (shared != null) {
            add(clause, 0, clause.bodyStart(), clause.end(), shared.range().start(), List.of(shared));
            return;
        }
        if (clause.notes().isEmpty() && Goals.areStatedIn(reading, clause, outline)) {
            add(clause, 0, clause.bodyStart(), clause.end(), clause.end(), List.of());
            return;
        }
        own(clause);
        for (Clause child : clause.children()) {
            visit(child);
        }
    }

    /** The note that ends the last item of {@code clause} and stands for the whole clause, or {@code null}. */
    private Note noteOfLastChild(Clause clause) {
        if (clause.marker() == null
                || clause.children().size() < 2
                || !clause.notes().isEmpty()
                || clause.style().compareTo(MarkerStyle.CHINESE_BRACKET) < 0) {
            return null;
        }
        Clause last = clause.children().getLast();
        if (stylesWithOwnNotes.contains(last.style()) || last.notes().size() != 1 || !last.isLeaf()) {
            return null;
        }
        for (Clause child : clause.children()) {
            if (!child.isLeaf() || child != last && !child.notes().isEmpty()) {
                return null;
            }
        }
        Note note = last.notes().getFirst();
        boolean atEnd = reading.skipBlanks(note.range().end(), clause.end()) >= clause.end() - 1;
        return atEnd && !note.isFooter() ? note : null;
    }

    private void own(Clause clause) {
        List<Note> together = new ArrayList<>();
        int start = clause.bodyStart();
        int part = 0;
        int footers = 0;
        List<Note> notes = clause.notes();
        for (int index = 0; index < notes.size(); index++) {
            Note note = notes.get(index);
            if (note.isFooter()) {
                if (footers++ < MOST_FOOTERS) {
                    footer(clause, note);
                }
                start = note.range().end();
                continue;
            }
            together.add(note);
            boolean more = index + 1 < notes.size()
                    && !notes.get(index + 1).isFooter()
                    && !hasText(note.range().end(), notes.get(index + 1).range().start());
            if (more) {
                continue;
            }
            if (together.stream().anyMatch(each -> !each.named().isEmpty())) {
                boolean lastOfHead = index + 1 == notes.size();
                int end = lastOfHead && !clause.isLeaf() && !clause.hasNotesBelow() && clause.marker() != null
                        ? clause.end()
                        : note.range().end();
                if (lastOfHead
                        && part == 0
                        && isHeading(start, together.getFirst().range().start())) {
                    addWithTextBehind(clause, start, List.copyOf(together));
                    break;
                }
                int from = clause.marker() == null ? Math.max(start, paragraphStart(together.getFirst())) : start;
                add(clause, part++, from, end, together.getFirst().range().start(), List.copyOf(together));
                start = note.range().end();
            }
            together.clear();
        }
    }

    /** A note beside the heading stands for the text below it. */
    private boolean isHeading(int start, int end) {
        for (int index = start; index < end; index++) {
            if (reading.at(index) == '。') {
                return false;
            }
        }
        return true;
    }

    private void addWithTextBehind(Clause clause, int start, List<Note> notes) {
        int noteStart = notes.getFirst().range().start();
        int noteEnd = notes.getLast().range().end();
        int end = clause.isLeaf() || clause.hasNotesBelow() ? clause.headEnd() : clause.end();
        if (clause.marker() == null || !hasText(noteEnd, end)) {
            int from = clause.marker() == null ? Math.max(start, paragraphStart(notes.getFirst())) : start;
            add(clause, 0, from, noteEnd, noteStart, notes);
            return;
        }
        TaskDraft draft = draft(clause, 0, start, end, noteStart, notes);
        Range behind = reading.trim(noteEnd, end);
        drafts.add(new TaskDraft(
                draft.no(),
                draft.title(),
                draft.text() + reading.plain(behind),
                draft.quote(),
                List.of(draft.body().getFirst(), behind),
                notes,
                null,
                draft.warnings()));
    }

    private boolean hasText(int start, int end) {
        for (int index = start; index < end; index++) {
            char character = reading.at(index);
            if (!Reading.isBlank(character) && "。；，、".indexOf(character) < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Start of the paragraph before the note. Of a note that stands on a line of its own the start of the lines above it up to
     * a blank line, if there is one near.
     */
    private int paragraphStart(Note note) {
        int before = reading.backOverBlanks(note.range().start(), range.start());
        int start = reading.lineStart(Math.max(range.start(), before - 1), range.start());
        if (reading.lineStart(note.range().start(), range.start()) <= before) {
            return start;
        }
        int block = start;
        for (int line = 0; line < LONGEST_BLOCK && block > range.start(); line++) {
            int above = reading.lineStart(Math.max(range.start(), block - 1), range.start());
            if (reading.trim(above, block).length() == 0) {
                return block;
            }
            block = above;
        }
        return start;
    }

    private void footer(Clause clause, Note note) {
        Clause last = clause;
        if (last.parent() == null) {
            return;
        }
        List<Clause> siblings = last.parent().children();
        int end = last.position() + 1;
        int count = note.itemsAbove();
        if (count == Note.ALL_ABOVE) {
            count = 0;
            while (count < end
                    && (count == 0 || siblings.get(end - 1 - count).notes().isEmpty())) {
                count++;
            }
        }
        List<Clause> items = note.items().isEmpty()
                ? siblings.subList(Math.max(0, end - count), end)
                : siblings.subList(Math.max(0, end - FARTHEST_ITEM), end).stream()
                        .filter(each -> note.items().contains(each.marker().number()))
                        .toList();
        for (Clause item : items) {
            int itemEnd = item == last ? note.range().start() : item.end();
            drafts.add(draft(item, 0, item.bodyStart(), itemEnd, itemEnd, List.of(note)));
        }
    }

    /** Index before the dash that leads over to a label: …达到100%。——责任单位：… */
    private int beforeDashes(int start, int end) {
        int index = Math.max(start, end);
        while (index > start
                && (Reading.isBlank(reading.at(index - 1)) || "—-•·".indexOf(reading.at(index - 1)) >= 0)) {
            index--;
        }
        return index;
    }

    /** Index behind the stops that end the sentence before. */
    private int behindStops(int start, int end) {
        int index = start;
        while (index < end && (Reading.isBlank(reading.at(index)) || "。；，、".indexOf(reading.at(index)) >= 0)) {
            index++;
        }
        return index;
    }

    private void add(Clause clause, int part, int start, int end, int bodyEnd, List<Note> notes) {
        drafts.add(draft(clause, part, start, end, bodyEnd, notes));
    }

    private TaskDraft draft(Clause clause, int part, int start, int end, int bodyEnd, List<Note> notes) {
        int from = part == 0 && clause.marker() != null ? clause.start() : start;
        Range quote = reading.trim(from, end);
        int from0 = behindStops(start, bodyEnd);
        Range body = reading.trim(from0, beforeDashes(from0, bodyEnd));
        String heading = part == 0 && clause.marker() != null
                ? Titles.heading(reading, clause, body)
                : Titles.first(reading, body);
        String title = heading.isEmpty() ? Titles.ofText(reading.plain(quote)) : heading;
        String path = outline.path(clause);
        String no = part == 0 || path.isEmpty() ? path : path + "续" + (part == 1 ? "" : part);
        return new TaskDraft(
                no.isEmpty() ? null : no,
                title,
                reading.plain(body),
                quote,
                List.of(body),
                notes,
                null,
                new ArrayList<>());
    }
}
