package org.duban.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.DirectiveSummary;
import org.duban.directive.Directives;
import org.duban.directive.DocumentFacts;
import org.duban.directive.Drafts;
import org.duban.document.UnreadableDocument;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.ExtractedTask;
import org.duban.extraction.Extractor;
import org.duban.extraction.Source;
import org.duban.extraction.Warning;
import org.duban.organisation.Jurisdictions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of an import that take their time, done for whoever began it. */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int FIRST_ROWS = 3;

    private final Directives directives;
    private final Drafts drafts;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    ImportWork(
            Directives directives, Drafts drafts, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.directives = directives;
        this.drafts = drafts;
        this.transactions = transactions;
        this.events = events;
    }

    void read(RunningImport running, Imports.Reading reading) {
        step(running, () -> {
            if (running.forgotten()) {
                throw Refusal.notFound();
            }
            Source source = source(reading);
            List<ExtractedDocument> documents = Extractor.extract(source);
            List<FoundDocument> found = new ArrayList<>();
            for (ExtractedDocument document : documents) {
                found.add(described(found.size(), document, running.fileName));
            }
            running.read(source.text(), documents, found);
        });
    }

    private static Source source(Imports.Reading reading) {
        try {
            return reading.read();
        } catch (UnreadableDocument unreadable) {
            throw new Refusal(unreadable.messageKey(), unreadable.arguments());
        }
    }

    void create(RunningImport running, List<Choice> choices) {
        step(running, () -> {
            for (Choice choice : choices) {
                running.created(drafts.create(
                        choice.facts(), running.fileName, running.text(), running.document(choice.document())));
                tell(running);
            }
            running.finish();
        });
    }

    /** @throws Refusal if the facts of one of them make no sense: better before anything is made than after half of it */
    void check(List<Choice> choices) {
        choices.forEach(choice -> drafts.check(choice.facts()));
    }

    private void step(RunningImport running, Runnable step) {
        CurrentCaller.runAs(running.by, () -> {
            try {
                step.run();
            } catch (Refusal refused) {
                running.fail(new Import.Failure(refused.messageKey(), Arrays.asList(refused.arguments())));
            } catch (RuntimeException | Error failed) {
                LOG.error("An import failed", failed);
                running.fail(new Import.Failure("refusal.import.failed", List.of()));
            }
            tell(running);
            return null;
        });
    }

    private void tell(RunningImport running) {
        transactions.executeWithoutResult(status -> events.publishEvent(new WorkChanged(running.id.value(), null)));
    }

    private FoundDocument described(int index, ExtractedDocument document, String fileName) {
        Optional<String> jurisdiction = Jurisdictions.of(document.title(), document.docNumber(), document.issuer());
        return new FoundDocument(
                index,
                new DocumentFacts(
                        shortened(title(document, fileName), 300),
                        shortened(document.docNumber(), 80),
                        shortened(document.issuer(), 200),
                        document.issuedOn(),
                        document.period() == null ? null : document.period().from(),
                        document.period() == null ? null : document.period().to(),
                        shortened(jurisdiction.orElse(Jurisdictions.NATIONAL), 40)),
                jurisdiction.isPresent(),
                document.tasks().size(),
                (int) document.tasks().stream()
                        .filter(task -> task.warnings().stream().anyMatch(Warning::blocking))
                        .count(),
                document.tasks().stream()
                        .limit(FIRST_ROWS)
                        .map(ExtractedTask::title)
                        .toList(),
                importedBefore(document.docNumber()));
    }

    private static String title(ExtractedDocument document, String fileName) {
        if (document.title() != null && !document.title().isBlank()) {
            return document.title().strip();
        }
        int dot = fileName == null ? -1 : fileName.lastIndexOf('.');
        return fileName == null ? "" : dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    private DirectiveId importedBefore(String docNumber) {
        if (docNumber == null || docNumber.isBlank()) {
            return null;
        }
        return directives.list(docNumber, Directives.NEWEST, 10).rows().stream()
                .map(DirectiveSummary::directive)
                .filter(directive -> docNumber.equals(directive.number()))
                .map(Directive::id)
                .findFirst()
                .orElse(null);
    }

    private static String shortened(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
