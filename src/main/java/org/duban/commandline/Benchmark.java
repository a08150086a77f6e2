package org.duban.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.duban.document.Documents;
import org.duban.document.UnreadableDocument;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.Extractor;
import org.duban.extraction.Source;

/** Measures extraction: how much it finds, how fast it reads, and how its time grows with the text. */
final class Benchmark {

    private static final double MEGA = 1e6;
    private static final double[] SIZES = {0.1, 0.5, 1, 2, 5, 10, 20};

    /** After so much text the machine code is the final one. */
    private static final double WARM_UP_SECONDS = 5;

    private final Options options;
    private final PrintStream out;

    /**
     * @param practice documents with known tables, or {@code null}
     * @param text a file to measure with, or {@code null} for one that is made from the seeds
     */
    record Options(Path practice, Path text, Path seeds, int runs) {}

    Benchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() throws IOException, UnreadableDocument {
        if (options.practice() == null) {
            out.println("Accuracy: not measured (--practice DIR names the documents whose tables are known)");
        } else {
            new Accuracy(options.practice(), out).print();
        }
        String text = text();
        throughput(text);
        growth(text);
    }

    private String text() throws IOException, UnreadableDocument {
        out.println();
        if (options.text() != null) {
            String name = options.text().getFileName().toString();
            out.println("Text: " + name);
            return Documents.read(name, options.text()).text();
        }
        SampleText sample = SampleText.of(options.seeds());
        out.println("Text: made from the seeds, " + sample.rows() + " rows with departments, of which "
                + rows(Extractor.extract(Source.of(sample.text()))) + " were found");
        return sample.text();
    }

    private void throughput(String text) {
        Source source = Source.of(text);
        double megabytes = megabytes(text);
        double[] cold = {seconds(source)};
        for (double spent = cold[0]; spent < WARM_UP_SECONDS; spent += seconds(source)) {}
        double[] warm = new double[options.runs()];
        for (int run = 0; run < warm.length; run++) {
            warm[run] = seconds(source);
        }
        Arrays.sort(warm);
        double median = warm[warm.length / 2];
        print("Throughput on %.2f MB of UTF-8, %d warm runs:%n", megabytes, warm.length);
        print("  first run %8.1f ms%n", cold[0] * 1e3);
        print("  best      %8.1f ms  %7.2f MB/s%n", warm[0] * 1e3, megabytes / warm[0]);
        print("  median    %8.1f ms  %7.2f MB/s%n", median * 1e3, megabytes / median);
        print("  worst     %8.1f ms  %7.2f MB/s%n", warm[warm.length - 1] * 1e3, megabytes / warm[warm.length - 1]);
    }

    private void growth(String text) {
        int runs = Math.min(3, options.runs());
        print("%nTime against size (the text repeated or cut, best of %d runs):%n", runs);
        print("  %8s %12s %10s %10s %10s%n", "MB", "characters", "rows", "ms", "ns/char");
        for (double size : SIZES) {
            Source source = Source.of(ofSize(text, size));
            double best = Double.MAX_VALUE;
            for (int run = 0; run < runs; run++) {
                best = Math.min(best, seconds(source));
            }
            int characters = source.text().length();
            print(
                    "  %8.1f %,12d %,10d %,10.0f %10.1f%n",
                    size, characters, rows(Extractor.extract(source)), best * 1e3, best * 1e9 / characters);
        }
    }

    private static double seconds(Source source) {
        long start = System.nanoTime();
        Extractor.extract(source);
        return (System.nanoTime() - start) / 1e9;
    }

    private static String ofSize(String text, double megabytes) {
        int characters = (int) (text.length() * megabytes / megabytes(text));
        return text.repeat(characters / text.length()) + text.substring(0, characters % text.length());
    }

    private static double megabytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length / MEGA;
    }

    static int rows(List<ExtractedDocument> documents) {
        return documents.stream().mapToInt(document -> document.tasks().size()).sum();
    }

    private void print(String format, Object... arguments) {
        out.printf(Locale.ROOT, format, arguments);
        out.flush();
    }
}
