package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles against each other and against the code. */
class TextsTests {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z][A-Za-z0-9_]*)+");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)(?<![:\"])//.*$", Pattern.DOTALL);
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** The grammar of documents, whose words are Chinese. */
    private static final Path GRAMMAR = Path.of("src/main/java/org/duban/extraction");

    /**
     * Seeds are Chinese; the reader knows how their jurisdictions are called. So does who says what a name means, and
     * who numbers lists as Word does, who reads which days are off, and who knows the names of holidays.
     */
    private static final Set<String> READS_CHINESE = Set.of(
            "CalendarFile.java",
            "Entry.java",
            "DepartmentNames.java",
            "GroupNames.java",
            "Jurisdictions.java",
            "NameIndex.java",
            "Numerals.java",
            "Occasions.java",
            "RowText.java",
            "Spelling.java");

    static Stream<Path> chineseBundles() {
        return files(BUNDLES, "_zh_CN.properties");
    }

    @ParameterizedTest
    @MethodSource("chineseBundles")
    void everyTextIsThereInBothLanguagesWithTheSameArguments(Path chineseBundle) {
        Properties chinese = read(chineseBundle);
        Properties english = read(Path.of(chineseBundle.toString().replace("_zh_CN.properties", "_en.properties")));
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        assertThat(chinese.stringPropertyNames()).allSatisfy(key -> {
            assertThat(english.getProperty(key)).isNotBlank();
            assertThat(arguments(english.getProperty(key))).isEqualTo(arguments(chinese.getProperty(key)));
        });
    }

    @Test
    void everyKeyInTheCodeHasAText() {
        Set<String> keys = chineseBundles()
                .flatMap(bundle -> read(bundle).stringPropertyNames().stream())
                .collect(Collectors.toSet());
        Set<String> families =
                keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> used = literals()
                .filter(literal -> KEY.matcher(literal).matches() && !literal.endsWith(".yaml"))
                .filter(literal -> families.contains(literal.substring(0, literal.indexOf('.'))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).contains("refusal.notFound", "nav.inbox");
        assertThat(used.stream().filter(key -> !keys.contains(key))).isEmpty();
    }

    @Test
    void noTextStandsInTheCode() {
        Set<String> texts = files(SOURCES, ".java")
                .filter(source -> !READS_CHINESE.contains(source.getFileName().toString()))
                .filter(source -> !source.startsWith(GRAMMAR))
                .filter(source -> CHINESE.matcher(code(source)).find())
                .map(Path::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(texts).isEmpty();
    }

    private static Stream<String> literals() {
        return files(SOURCES, ".java")
                .flatMap(source -> LITERAL.matcher(code(source)).results())
                .map((MatchResult match) -> match.group(1));
    }

    private static String code(Path source) {
        try {
            return COMMENT.matcher(Files.readString(source)).replaceAll("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int arguments(String text) {
        return text.contains("{") ? new MessageFormat(text).getFormatsByArgumentIndex().length : 0;
    }

    private static Properties read(Path bundle) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static Stream<Path> files(Path root, String end) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
