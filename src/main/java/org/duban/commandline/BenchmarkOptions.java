package org.duban.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.duban.document.UnreadableDocument;

/** Understands {@code --bench [--practice DIR] [--text FILE] [--runs N] [--seeds DIR]}. */
final class BenchmarkOptions {

    private static final int RUNS = 15;

    private final List<String> arguments;
    private final PrintStream out;
    private final PrintStream err;

    BenchmarkOptions(List<String> arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    int run() {
        Path practice = null;
        Path text = null;
        Path seeds = Path.of("seeds");
        int runs = RUNS;
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (option.equals("--bench")) {
                continue;
            }
            if (++i == arguments.size()) {
                return misused(option + " is unknown or needs a value");
            }
            String value = arguments.get(i);
            switch (option) {
                case "--practice" -> practice = Path.of(value);
                case "--text" -> text = Path.of(value);
                case "--seeds" -> seeds = Path.of(value);
                case "--runs" -> {
                    if (!value.matches("[1-9][0-9]{0,3}")) {
                        return misused("--runs must be a number from 1 to 9999");
                    }
                    runs = Integer.parseInt(value);
                }
                default -> {
                    return misused("unknown option " + option);
                }
            }
        }
        try {
            new Benchmark(new Benchmark.Options(practice, text, seeds, runs), out).run();
            return 0;
        } catch (IOException | UnreadableDocument unreadable) {
            return misused(unreadable.toString());
        }
    }

    private int misused(String how) {
        out.flush();
        err.println("deploy/extract --bench: " + how);
        return Extract.FAILED;
    }
}
