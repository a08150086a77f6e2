package org.duban.extraction;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads division tables out of a text. */
public final class Extractor {

    private Extractor() {}

    /**
     * The documents that the source holds, in their order; at least one for a text that is not blank. Takes time in
     * proportion to the length of the text and never throws for what the text says.
     */
    public static List<ExtractedDocument> extract(Source source) {
        if (source.text().isBlank()) {
            return List.of();
        }
        Reading reading = Reading.of(source.text());
        PageNoise.hide(reading);
        List<ExtractedDocument> documents = new ArrayList<>();
        DocumentFacts before = null;
        for (DocumentSplitter.Part part : DocumentSplitter.split(reading)) {
            DocumentFacts facts = DocumentFacts.read(reading, part.range(), part.title(), before);
            documents.add(document(reading, source.tables(), part.range(), facts));
            before = facts;
        }
        return documents;
    }

    private static ExtractedDocument document(
            Reading reading, List<SourceTable> given, Range range, DocumentFacts facts) {
        List<TaskDraft> drafts = new ArrayList<>();
        Reading prose = reading.copy();
        for (Grid grid : Tables.in(reading, given, range)) {
            List<TaskDraft> rows = TableReader.read(reading, grid);
            if (rows != null) {
                drafts.addAll(rows);
                prose.hide(grid.range().start(), grid.range().end());
            }
        }
        Brackets brackets = Brackets.in(prose, range.start(), range.end());
        Outline outline = Outline.of(prose, range, brackets);
        List<Note> notes = NoteFinder.in(prose, range, brackets, outline);
        drafts.addAll(TaskBuilder.build(prose, range, outline, notes));
        if (drafts.stream().allMatch(draft -> draft.notes().isEmpty())) {
            drafts.addAll(DepartmentHeadings.read(prose, range, outline));
        }
        drafts.sort(Comparator.comparingInt(draft -> draft.quote().start()));
        Rules rules = new Rules(reading, notes);
        List<ExtractedTask> tasks =
                drafts.stream().map(draft -> task(reading, draft, rules, facts)).toList();
        return new ExtractedDocument(
                range, facts.title(), facts.docNumber(), facts.issuer(), facts.issuedOn(), facts.period(), tasks);
    }

    private static ExtractedTask task(Reading reading, TaskDraft draft, Rules rules, DocumentFacts facts) {
        List<Warning> warnings = new ArrayList<>(draft.warnings());
        List<Responsibility> responsibilities = rules.apply(draft.notes(), warnings);
        if (responsibilities.isEmpty()) {
            warnings.add(new Warning(Warning.Kind.NO_NAME, "", draft.quote()));
        }
        Deadline deadline = deadline(reading, draft, facts);
        if (deadline != null && Deadlines.isSeveral(deadline)) {
            warnings.add(new Warning(Warning.Kind.SEVERAL_DEADLINES, deadline.phrase(), draft.quote()));
        }
        List<ExtractedTarget> targets = Targets.in(reading, draft.body(), facts.period());
        return new ExtractedTask(
                draft.no(), draft.title(), draft.text(), draft.quote(), responsibilities, deadline, targets, warnings);
    }

    private static Deadline deadline(Reading reading, TaskDraft draft, DocumentFacts facts) {
        if (draft.deadline() != null) {
            return Deadlines.said(reading.plain(draft.deadline()), facts);
        }
        for (Note note : draft.notes()) {
            if (note.deadline() != null) {
                return Deadlines.said(reading.plain(note.deadline()), facts);
            }
        }
        Deadline inText = Deadlines.inText(draft.text(), facts);
        boolean oneYear = facts.period() != null
                && facts.period().from() == facts.period().to();
        if (inText == null && oneYear) {
            int year = facts.period().to();
            return new Deadline(Integer.toString(year), LocalDate.of(year, Month.DECEMBER, 31));
        }
        return inText;
    }
}
