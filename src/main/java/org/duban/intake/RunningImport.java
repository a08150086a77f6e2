package org.duban.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.duban.account.Caller;
import org.duban.directive.DirectiveId;
import org.duban.extraction.ExtractedDocument;

/** An import while it lives; its steps follow each other, on different threads. */
final class RunningImport {

    final ImportId id;
    final Caller by;
    final String fileName;
    final Instant startedAt;
    private Import.State state = Import.State.READING;
    private String text;
    private List<ExtractedDocument> extracted = List.of();
    private List<FoundDocument> found = List.of();
    private int toCreate;
    private final List<DirectiveId> drafts = new ArrayList<>();
    private Import.Failure failure;
    private boolean forgotten;

    RunningImport(ImportId id, Caller by, String fileName, Instant startedAt) {
        this.id = id;
        this.by = by;
        this.fileName = fileName;
        this.startedAt = startedAt;
    }

    synchronized Import now() {
        return new Import(id, fileName, state, startedAt, found, toCreate, List.copyOf(drafts), failure);
    }

    synchronized void read(String source, List<ExtractedDocument> documents, List<FoundDocument> described) {
        if (forgotten) {
            state = Import.State.FAILED;
            return;
        }
        text = source;
        extracted = documents;
        found = described;
        state = Import.State.READ;
    }

    /** Whether it could begin: of two who ask for the drafts one gets them. */
    synchronized boolean begin(int wanted) {
        if (state != Import.State.READ) {
            return false;
        }
        toCreate = wanted;
        state = Import.State.CREATING;
        return true;
    }

    synchronized void created(DirectiveId draft) {
        drafts.add(draft);
    }

    /** What was read is needed no more. */
    synchronized void finish() {
        state = Import.State.CREATED;
        release();
    }

    synchronized void fail(Import.Failure reason) {
        failure = reason;
        state = Import.State.FAILED;
        release();
    }

    /** Nobody asks for it any more; drafts that are being made of it are made. */
    synchronized void forget() {
        forgotten = true;
        if (!now().underWay()) {
            release();
        }
    }

    synchronized boolean forgotten() {
        return forgotten;
    }

    private void release() {
        text = null;
        extracted = List.of();
    }

    synchronized String text() {
        return text;
    }

    synchronized ExtractedDocument document(int index) {
        return extracted.get(index);
    }
}
