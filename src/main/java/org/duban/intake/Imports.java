package org.duban.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.document.Documents;
import org.duban.document.UnreadableDocument;
import org.duban.extraction.Source;
import org.springframework.stereotype.Service;

/**
 * Reads files and pasted texts in the background, shows what documents were found, and makes drafts of those that are
 * chosen. An import goes on when its page is left, and is seen by nobody but whoever began it. Pages learn of its progress
 * as of other changes: its identifier stands for the directive's in {@link org.duban.base.WorkChanged}.
 */
@Service
public class Imports {

    /** Largest file, in bytes. */
    public static final int LARGEST_FILE = 32 << 20;

    /** Longest pasted text, in characters. */
    public static final int LONGEST_TEXT = 5_000_000;

    static final int AT_ONCE = 3;
    static final Duration KEPT = Duration.ofHours(12);

    private final Map<ImportId, RunningImport> running = new ConcurrentHashMap<>();
    private final ImportWork work;
    private final ImportThread thread;
    private final CurrentCaller caller;
    private final WorkingCalendar calendar;
    private final Ids ids;

    Imports(ImportWork work, ImportThread thread, CurrentCaller caller, WorkingCalendar calendar, Ids ids) {
        this.work = work;
        this.thread = thread;
        this.caller = caller;
        this.calendar = calendar;
        this.ids = ids;
    }

    /**
     * Begins to read a file; it is taken over whole before this returns.
     *
     * @throws Refusal if it is too large, or the caller has as many imports as one may have
     * @throws UncheckedIOException if the stream breaks off
     */
    public ImportId read(String fileName, InputStream content) {
        RunningImport begun = begin(fileName);
        byte[] bytes;
        try {
            bytes = content.readNBytes(LARGEST_FILE + 1);
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
        if (bytes.length > LARGEST_FILE) {
            throw new Refusal("refusal.import.tooLarge", LARGEST_FILE >> 20);
        }
        return start(begun, () -> Documents.read(fileName, new ByteArrayInputStream(bytes)));
    }

    /** Begins to read a text. @throws Refusal as above, or if it is blank */
    public ImportId paste(String text) {
        RunningImport begun = begin(null);
        if (text == null || text.isBlank()) {
            throw new Refusal("refusal.import.nothingPasted");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal("refusal.textTooLong", LONGEST_TEXT);
        }
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return start(begun, () -> Source.of(lines));
    }

    /** @throws Refusal if the caller has none such, on this node or any more */
    public Import get(ImportId id) {
        return require(id).now();
    }

    /** The caller's imports, the latest first; drafts that were made of them stand among the directives. */
    public List<Import> mine() {
        AccountId me = caller.require(Role.SUPERVISOR).accountId();
        forgetOldOnes();
        return running.values().stream()
                .filter(each -> each.by.accountId().equals(me) && !each.forgotten())
                .map(RunningImport::now)
                .sorted(Comparator.comparing((Import each) -> each.id().value()).reversed())
                .toList();
    }

    /**
     * Begins to make drafts of documents, each whole or not at all.
     *
     * @throws Refusal if the caller has no such import, it is not read yet, or drafts were made of it before; if none or
     *     no such document is chosen
     */
    public void create(ImportId id, List<Choice> choices) {
        RunningImport wanted = require(id);
        Set<Integer> documents = new HashSet<>();
        choices.forEach(choice -> documents.add(choice.document()));
        int found = wanted.now().documents().size();
        if (choices.isEmpty()
                || documents.size() < choices.size()
                || documents.stream().anyMatch(each -> each < 0 || each >= found)) {
            throw new Refusal("refusal.import.nothingChosen");
        }
        work.check(choices);
        if (!wanted.begin(choices.size())) {
            throw Refusal.alreadyHandled();
        }
        thread.run(() -> work.create(wanted, choices));
    }

    /** Lets an import go; drafts that were made of it stay. @throws Refusal if the caller has none such */
    public void forget(ImportId id) {
        require(id).forget();
        forgetOldOnes();
    }

    /** Reads what was handed in. */
    interface Reading {
        Source read() throws UnreadableDocument;
    }

    private RunningImport begin(String fileName) {
        Caller me = caller.require(Role.SUPERVISOR);
        requireFewOf(me);
        return new RunningImport(new ImportId(ids.next()), me, fileName, calendar.now());
    }

    /** What is under way counts until it is through, forgotten or not: it waits for the thread, with all that it holds. */
    private void requireFewOf(Caller me) {
        forgetOldOnes();
        long open = running.values().stream()
                .filter(each -> each.by.accountId().equals(me.accountId()))
                .filter(each -> each.now().underWay() || each.now().state() == Import.State.READ)
                .count();
        if (open >= AT_ONCE) {
            throw new Refusal("refusal.import.tooMany", AT_ONCE);
        }
    }

    private ImportId start(RunningImport begun, Reading reading) {
        synchronized (running) {
            // again: others may have come while this one was handed in
            requireFewOf(begun.by);
            running.put(begun.id, begun);
        }
        thread.run(() -> work.read(begun, reading));
        return begun.id;
    }

    private RunningImport require(ImportId id) {
        AccountId me = caller.require(Role.SUPERVISOR).accountId();
        RunningImport found = running.get(id);
        if (found == null || found.forgotten() || !found.by.accountId().equals(me)) {
            throw Refusal.notFound();
        }
        return found;
    }

    private void forgetOldOnes() {
        Instant old = calendar.now().minus(KEPT);
        running.values()
                .removeIf(each -> (each.forgotten() || each.startedAt.isBefore(old))
                        && !each.now().underWay());
    }
}
