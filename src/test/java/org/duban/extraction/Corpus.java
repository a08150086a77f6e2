package org.duban.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Invented documents in the notations of real ones, each with the rows that a person reads in it:
 * {@code src/test/resources/extraction}.
 */
final class Corpus {

    private static final Path ROOT = Path.of("src/test/resources/extraction");

    private Corpus() {}

    /**
     * A row as a person reads it.
     *
     * @param title its first characters
     * @param dueOn ISO date, empty where it has none
     */
    record Row(String title, List<String> lead, List<String> cooperating, List<String> joint, String dueOn) {}

    /** @param notation what the document shows */
    record Document(String name, String notation, String text, List<Row> rows) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Document> documents() {
        try (Stream<Path> directories = Files.list(ROOT)) {
            return directories.sorted().map(Corpus::document).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Document document(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("expected.tsv"));
            return new Document(
                    directory.getFileName().toString(),
                    lines.getFirst().substring(2),
                    Files.readString(directory.resolve("source.txt")),
                    lines.subList(1, lines.size()).stream().map(Corpus::row).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String line) {
        String[] columns = line.split("\t", -1);
        return new Row(columns[0], names(columns[1]), names(columns[2]), names(columns[3]), columns[4]);
    }

    private static List<String> names(String column) {
        return column.isEmpty() ? List.of() : Arrays.asList(column.split("｜"));
    }
}
