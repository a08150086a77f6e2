package org.duban.extraction;

import java.util.ArrayList;
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
            documents.add(document(reading, part.range(), facts));
            before = facts;
        }
        return documents;
    }

    private static ExtractedDocument document(Reading reading, Range range, DocumentFacts facts) {
        Brackets brackets = Brackets.in(reading, range.start(), range.end());
        Outline outline = Outline.of(reading, range, brackets);
        List<Note> notes = NoteFinder.in(reading, range, brackets, outline);
        Rules rules = new Rules(false);
        List<ExtractedTask> tasks = new ArrayList<>();
        for (TaskBuilder.Draft draft : TaskBuilder.build(reading, range, outline, notes)) {
            List<Warning> warnings = new ArrayList<>();
            List<Responsibility> responsibilities = rules.apply(draft.notes(), warnings);
            tasks.add(new ExtractedTask(
                    draft.clause().path(reading),
                    draft.title(),
                    reading.plain(draft.body()),
                    draft.quote(),
                    responsibilities,
                    null,
                    List.of(),
                    warnings));
        }
        return new ExtractedDocument(
                range, facts.title(), facts.docNumber(), facts.issuer(), facts.issuedOn(), facts.period(), tasks);
    }
}
