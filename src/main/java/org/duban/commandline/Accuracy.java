package org.duban.commandline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.duban.document.Documents;
import org.duban.document.UnreadableDocument;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.Extractor;

/**
 * Compares with tables that people made: {@code DIR/<name>/source.txt} beside {@code gold.json}. The comparing is done by
 * {@code score.py}, which belongs to those documents and lies beside their directory.
 */
final class Accuracy {

    private final Path practice;
    private final PrintStream out;

    Accuracy(Path practice, PrintStream out) {
        this.practice = practice;
        this.out = out;
    }

    void print() throws IOException, UnreadableDocument {
        List<Path> sources;
        try (Stream<Path> directories = Files.list(practice)) {
            sources = directories
                    .map(directory -> directory.resolve("source.txt"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        Path predictions = Files.createTempDirectory("duban-bench");
        try {
            out.println("Rows per document:");
            for (Path source : sources) {
                predict(source, predictions);
            }
            score(predictions);
        } finally {
            try (Stream<Path> files = Files.list(predictions)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(predictions);
        }
    }

    private void predict(Path source, Path predictions) throws IOException, UnreadableDocument {
        String name = source.getParent().getFileName().toString();
        List<ExtractedDocument> documents = Extractor.extract(Documents.read("source.txt", source));
        out.println("  " + Wrapping.pad(name, 36)
                + documents.stream()
                        .map(document -> document.tasks().size())
                        .filter(rows -> rows > 0)
                        .map(String::valueOf)
                        .reduce((before, next) -> before + " + " + next)
                        .orElse("none"));
        try (PrintStream file = new PrintStream(
                Files.newOutputStream(predictions.resolve(name + ".json")), false, StandardCharsets.UTF_8)) {
            JsonText json = new JsonText(file);
            json.begin();
            documents.forEach(document -> json.document(document, null));
            json.end();
        }
    }

    private void score(Path predictions) throws IOException {
        out.println();
        Path scorer = practice.toAbsolutePath().normalize().resolveSibling("score.py");
        if (!Files.isRegularFile(scorer)) {
            out.println("Accuracy: not measured, there is no " + scorer);
            return;
        }
        try {
            Process python = new ProcessBuilder(
                            "python3", scorer.toString(), "--all", practice.toString(), predictions.toString())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader lines = python.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(out::println);
            }
            python.waitFor();
        } catch (IOException noPython) {
            out.println("Accuracy: not measured, there is no python3 to run " + scorer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
