package org.duban.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkChanged;
import org.duban.extraction.ExtractedDocument;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Directives that were read out of documents and are not launched yet. Their tables: {@link DivisionTables}. */
@Service
@Transactional
public class Drafts {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private final DirectiveRepository directives;
    private final SupervisionRepository supervision;
    private final SourceRepository sources;
    private final DivisionRowRepository rows;
    private final DraftRowRepository writing;
    private final NameBinding binding;
    private final DraftAccess access;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    Drafts(
            DirectiveRepository directives,
            SupervisionRepository supervision,
            SourceRepository sources,
            DivisionRowRepository rows,
            DraftRowRepository writing,
            NameBinding binding,
            DraftAccess access,
            Ids ids,
            ApplicationEventPublisher events) {
        this.directives = directives;
        this.supervision = supervision;
        this.sources = sources;
        this.rows = rows;
        this.writing = writing;
        this.binding = binding;
        this.access = access;
        this.ids = ids;
        this.events = events;
    }

    /** @param revision how often they were edited */
    public record Facts(DocumentFacts facts, int revision) {}

    /**
     * Makes a draft of a document that was found in a text, with all its rows, and entrusts it to the caller. Names that
     * the register knows are bound to departments, others stay unresolved; the text of the document is kept.
     *
     * @param facts what the caller says of the document
     * @param fileName of the file that the text was in, or {@code null}
     * @param text in which the document's ranges count
     * @throws Refusal if something in the facts is missing, too long or makes no sense
     */
    public DirectiveId create(DocumentFacts facts, String fileName, String text, ExtractedDocument document) {
        access.requireSupervisor();
        DocumentFacts checked = checked(facts);
        ExtractedRows extracted = ExtractedRows.of(document, text);
        DirectiveId id = directives.insert(new NewDirective(
                "import-" + Ids.format(ids.next()).toLowerCase(Locale.ROOT),
                checked.title(),
                checked.number(),
                checked.issuer(),
                checked.issued(),
                checked.periodFrom(),
                checked.periodTo(),
                checked.jurisdiction(),
                List.of(),
                List.of()));
        supervision.entrust(id, access.me().accountId());
        sources.insert(
                id,
                new SourceText(
                        Words.optional(shortened(fileName, 255), 255),
                        extracted.text(),
                        access.me().accountId(),
                        access.byMe().at()));
        List<RowDraft> table = extracted.rows();
        binding.bind(checked.jurisdiction(), table);
        writing.freeNumbers(id, table);
        writing.insert(id, table, access.byMe());
        access.edited(id);
        return id;
    }

    /** @throws Refusal if something in the facts is missing, too long or makes no sense */
    @Transactional(readOnly = true)
    public void check(DocumentFacts facts) {
        access.requireSupervisor();
        checked(facts);
    }

    /** @throws Refusal if there is none that the caller may see */
    @Transactional(readOnly = true)
    public Facts facts(DirectiveId id) {
        return new Facts(DocumentFacts.of(access.visible(id)), directives.factsRevision(id));
    }

    /**
     * Corrects what is known of the document. With another jurisdiction names may mean other departments:
     * what the register said is asked again, what a supervisor said stays.
     *
     * @param revision of the facts as the caller read them
     * @throws Refusal if it is not the caller's to edit, is launched, was edited since, or the facts make no sense
     */
    public void setFacts(DirectiveId id, int revision, DocumentFacts facts) {
        Directive before = requireDraft(id);
        if (directives.factsRevision(id) != revision) {
            throw access.editedBefore(id);
        }
        DocumentFacts checked = checked(facts);
        directives.setFacts(id, checked);
        if (!checked.jurisdiction().equals(before.jurisdiction())) {
            List<RowDraft> table =
                    rows.notLaunched(id).stream().map(RowDraft::of).toList();
            binding.bindAgain(checked.jurisdiction(), table);
            writing.update(id, table, access.byMe());
        }
        access.edited(id);
    }

    /**
     * Throws a draft away with its rows and its source.
     *
     * @throws Refusal if it is not the caller's to edit, or is launched
     */
    public void discard(DirectiveId id) {
        requireDraft(id);
        writing.deleteAllOf(id);
        directives.delete(id);
        events.publishEvent(new WorkChanged(id.value(), null));
    }

    private Directive requireDraft(DirectiveId id) {
        Directive directive = access.lock(id);
        if (directive.state() != Directive.State.DRAFT) {
            throw access.launchedBefore(id);
        }
        return directive;
    }

    private static DocumentFacts checked(DocumentFacts facts) {
        String issuer = Words.optional(facts.issuer(), 200);
        requireYears(facts.periodFrom(), facts.periodTo(), facts.issued());
        return new DocumentFacts(
                Words.required(facts.title(), 300, "refusal.draft.titleMissing"),
                Words.optional(facts.number(), 80),
                issuer == null ? "" : issuer,
                facts.issued(),
                facts.periodFrom(),
                facts.periodTo(),
                Words.required(facts.jurisdiction(), 40, "refusal.draft.jurisdictionMissing"));
    }

    private static void requireYears(Integer from, Integer to, LocalDate issued) {
        boolean sensible = sensible(from)
                && sensible(to)
                && sensible(issued == null ? null : issued.getYear())
                && (from == null || to == null || from <= to);
        if (!sensible) {
            throw new Refusal("refusal.draft.years");
        }
    }

    private static boolean sensible(Integer year) {
        return year == null || year >= EARLIEST_YEAR && year <= LATEST_YEAR;
    }

    private static String shortened(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
