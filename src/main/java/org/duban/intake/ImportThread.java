package org.duban.intake;

import java.util.concurrent.Executor;

/** Where imports are worked on: one at a time on each node, since a long text needs a processor and memory for itself. */
class ImportThread {

    private final Executor executor;

    ImportThread(Executor executor) {
        this.executor = executor;
    }

    void run(Runnable work) {
        executor.execute(work);
    }
}
