package org.duban.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold, and each is able to fail: package {@code bad} breaks every one of them. */
class ArchitectureTests {

    private static final int LONGEST_FILE = 400;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.duban");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/architecture/bad/"))
            .importPackages("org.duban");

    private static final JavaClasses BAD = new ClassFileImporter().importPackages("org.duban.architecture.bad");

    private static Stream<Arguments> rules() {
        return Map.of(
                        "only process knows the engine", Rules.ONLY_PROCESS_KNOWS_THE_ENGINE,
                        "nobody depends on process", Rules.NOBODY_DEPENDS_ON_PROCESS,
                        "only pages know Vaadin", Rules.ONLY_PAGES_KNOW_VAADIN,
                        "extraction is a library of its own", Rules.EXTRACTION_IS_A_LIBRARY_OF_ITS_OWN,
                        "repositories stay in their feature", Rules.REPOSITORIES_STAY_IN_THEIR_FEATURE,
                        "views stay in their feature", Rules.VIEWS_STAY_IN_THEIR_FEATURE,
                        "views know no SQL", Rules.VIEWS_KNOW_NO_SQL,
                        "only base asks the system's clock", Rules.ONLY_BASE_ASKS_THE_SYSTEM_CLOCK,
                        "nobody sleeps", Rules.NOBODY_SLEEPS)
                .entrySet()
                .stream()
                .map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        assertThat(MAIN).isNotEmpty();
        rule.check(MAIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void canFail(String name, ArchRule rule) {
        assertThat(rule.evaluate(BAD).hasViolation()).as(name).isTrue();
    }

    @Test
    void noTestSleeps() {
        assertThat(TESTS).isNotEmpty();
        Rules.NOBODY_SLEEPS.check(TESTS);
    }

    @Test
    void filesAreShort() throws IOException {
        assertThat(tooLong(Path.of("src"))).isEmpty();
    }

    @Test
    void aLongFileIsFound(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("Long.java"), "\n".repeat(LONGEST_FILE + 1));

        assertThat(tooLong(directory)).containsExactly(file);
    }

    private static List<Path> tooLong(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > LONGEST_FILE)
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
