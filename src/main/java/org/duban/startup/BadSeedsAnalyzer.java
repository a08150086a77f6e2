package org.duban.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which seed files stopped a strict start, instead of a stack trace. */
class BadSeedsAnalyzer extends AbstractFailureAnalyzer<BadSeedsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadSeedsException cause) {
        return new FailureAnalysis(
                "Seed files have problems, and the start is strict:\n" + cause.getMessage(),
                "Mend the lines named above, or start without --strict to leave these entries out.",
                cause);
    }
}
