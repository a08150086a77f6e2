package org.duban.seed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects the problems of one file. */
final class ProblemLog {

    private final Path file;
    private final List<SeedProblem> problems = new ArrayList<>();

    ProblemLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    void add(Node node, String reason) {
        add(node.getStartMark().getLine() + 1, reason);
    }

    void add(int line, String reason) {
        problems.add(new SeedProblem(file, line, reason));
    }

    /** In the order in which a person works through the file, not in which the checks ran. */
    List<SeedProblem> byLine() {
        return problems.stream()
                .sorted(Comparator.comparingInt(SeedProblem::line))
                .toList();
    }
}
