package org.duban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One document for each notation that was met: exactly the rows that a person reads in it. */
class NotationTests {

    private static final int TITLE = 60;

    static Stream<Corpus.Document> documents() {
        return Corpus.documents().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsWhatAPersonReads(Corpus.Document document) {
        List<Corpus.Row> rows = tasks(document.text())
                .filter(task -> !task.responsibilities().isEmpty())
                .map(NotationTests::row)
                .toList();

        assertThat(rows).as(document.notation()).containsExactlyElementsOf(document.rows());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void quotesTheSource(Corpus.Document document) {
        assertThat(tasks(document.text())).allSatisfy(task -> {
            String quote = task.quote().of(document.text()).replaceAll("\\s", "");
            assertThat(quote).isNotEmpty();
            assertThat(task.title()).isNotEmpty();
            assertThat(task.responsibilities())
                    .allSatisfy(
                            each -> assertThat(each.range().of(document.text())).isNotBlank());
        });
    }

    @Test
    void knowsManyNotations() {
        assertThat(Corpus.documents()).hasSizeGreaterThan(70);
        assertThat(Corpus.documents().stream()
                        .mapToInt(document -> document.rows().size())
                        .sum())
                .isGreaterThan(600);
    }

    private static Stream<ExtractedTask> tasks(String text) {
        return Extractor.extract(Source.of(text)).stream().flatMap(document -> document.tasks().stream());
    }

    private static Corpus.Row row(ExtractedTask task) {
        boolean dated = task.deadline() != null && task.deadline().dueOn() != null;
        String title = task.title();
        return new Corpus.Row(
                title.substring(0, Math.min(TITLE, title.length())),
                task.names(Responsibility.Role.LEAD),
                task.names(Responsibility.Role.COOPERATING),
                task.names(Responsibility.Role.JOINT),
                dated ? task.deadline().dueOn().toString() : "");
    }
}
