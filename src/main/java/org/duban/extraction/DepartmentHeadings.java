package org.duban.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents that are ordered by department: a body's name is the heading, or stands before a colon, and its tasks stand
 * below or behind. Read so only where a document has no notes and no tables.
 */
final class DepartmentHeadings {

    /** So many headings make an order; fewer may be chance. */
    private static final int FEWEST = 3;

    private static final int LONGEST_HEADING = 80;

    private static final List<String> OFFICE_ENDINGS = List.of(
            "部", "委", "办", "厅", "局", "署", "院", "会", "政府", "办公室", "公司", "集团", "联", "街道", "支队", "大队", "分局", "银行", "社",
            "部门", "单位", "队", "院", "中心", "分公司", "行", "所");

    private DepartmentHeadings() {}

    static List<TaskDraft> read(Reading reading, Range range, Outline outline) {
        Map<MarkerStyle, List<Clause>> byStyle = new HashMap<>();
        Map<Clause, Note> names = new HashMap<>();
        for (Clause clause : outline.clauses()) {
            Note note = heading(reading, clause);
            if (note != null) {
                names.put(clause, note);
                byStyle.computeIfAbsent(clause.style(), any -> new ArrayList<>())
                        .add(clause);
            }
        }
        List<TaskDraft> drafts = new ArrayList<>();
        for (List<Clause> clauses : byStyle.values()) {
            MarkerStyle style = clauses.getFirst().style();
            long all = outline.clauses().stream()
                    .filter(each -> each.style() == style)
                    .count();
            if (clauses.size() >= FEWEST && clauses.size() * 2 > all) {
                clauses.forEach(clause -> below(reading, outline, clause, names.get(clause), drafts));
            }
        }
        return drafts.isEmpty() ? behindColons(reading, range) : drafts;
    }

    private static Note heading(Reading reading, Clause clause) {
        int end = reading.lineEnd(reading.skipBlanks(clause.bodyStart(), clause.headEnd()), clause.headEnd());
        for (int index = clause.bodyStart(); index < end; index++) {
            if ("：。".indexOf(reading.at(index)) >= 0) {
                end = index;
            }
        }
        return names(reading, reading.trim(clause.bodyStart(), end));
    }

    /** The bodies of which the piece consists, or {@code null}. */
    private static Note names(Reading reading, Range piece) {
        if (piece.length() < 3 || piece.length() > LONGEST_HEADING) {
            return null;
        }
        Note note = NoteParser.parse(NoteText.of(reading, piece.start(), piece.end()));
        boolean bodies = !note.named().isEmpty()
                && !note.explicit()
                && note.named().stream().allMatch(each -> isOffice(each.name()));
        return bodies ? note.in(piece) : null;
    }

    /** Stricter than elsewhere, as nothing but the name tells what it is. */
    private static boolean isOffice(String name) {
        return name.length() > 2
                && Names.isComplete(name)
                && OFFICE_ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static void below(Reading reading, Outline outline, Clause clause, Note note, List<TaskDraft> drafts) {
        if (clause.isLeaf()) {
            int start = Math.min(note.range().end() + 1, clause.end());
            add(reading, outline.path(clause), start, clause.end(), note, drafts);
        }
        for (Clause child : clause.children()) {
            String own = outline.path(child);
            add(reading, own, child.bodyStart(), child.end(), note, drafts);
        }
    }

    private static void add(Reading reading, String no, int start, int end, Note note, List<TaskDraft> drafts) {
        Range body = reading.trim(start, end);
        if (body.length() > 0) {
            drafts.add(new TaskDraft(
                    no,
                    Titles.first(reading, body),
                    reading.plain(body),
                    body,
                    List.of(body),
                    List.of(note),
                    null,
                    new ArrayList<>()));
        }
    }

    /** 市教育局：负责…。 on lines of their own. */
    private static List<TaskDraft> behindColons(Reading reading, Range range) {
        List<TaskDraft> drafts = new ArrayList<>();
        for (Range line : Lines.in(reading, range)) {
            int colon = line.start();
            int limit = Math.min(line.end(), line.start() + LONGEST_HEADING);
            while (colon < limit && reading.at(colon) != '：') {
                colon++;
            }
            if (colon < limit && colon + 8 < line.end()) {
                Marker marker = Marker.at(reading, line.start(), line.end());
                int start = marker == null ? line.start() : marker.range().end();
                Note note = start < colon ? names(reading, reading.trim(start, colon)) : null;
                if (note != null) {
                    add(reading, null, colon + 1, line.end(), note, drafts);
                }
            }
        }
        return drafts.size() >= FEWEST ? drafts : List.of();
    }
}
