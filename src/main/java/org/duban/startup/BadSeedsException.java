package org.duban.startup;

import java.util.List;
import java.util.stream.Collectors;
import org.duban.seed.SeedProblem;

/** Seed files have problems, and the start was asked to be strict. */
class BadSeedsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadSeedsException(List<SeedProblem> problems) {
        super(problems.stream().map(SeedProblem::toString).collect(Collectors.joining("\n")));
    }
}
