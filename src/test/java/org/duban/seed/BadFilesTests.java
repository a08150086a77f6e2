package org.duban.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFilesTests {

    private static final String SOUND = SeedFolder.HEAD + "  - {no: 1, title: 甲, lead: [省科技厅]}\n";

    @TempDir
    private Path directory;

    private SeedFolder folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = new SeedFolder(directory);
        folder.directive("99-sound.yaml", SOUND.replace("slug: plan", "slug: sound"));
    }

    @Test
    void reportsSyntaxErrorWithItsLine() throws IOException {
        refuses(SOUND + "  - {no: 2, title: [乙}\n", "9: not valid YAML: expected ',' or ']', but got }");
    }

    @Test
    void reportsSecondDocument() throws IOException {
        refuses(SOUND + "---\nslug: two\n", "9: not valid YAML: but found another document");
    }

    @Test
    void reportsEmptyFile() throws IOException {
        refuses("# nothing yet\n", "1: the file is empty");
    }

    @Test
    void reportsFileThatIsNoSetOfFields() throws IOException {
        refuses("- slug\n", "1: a directive must be a set of fields");
    }

    @Test
    void reportsControlCharacter() throws IOException {
        refuses(SOUND.replace("实施", "实\u0007施"), "2: the line holds a control character");
    }

    @Test
    void reportsAliasBeforeItCanMultiply() throws IOException {
        refuses("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "2: YAML aliases (*) are not allowed");
    }

    @Test
    void reportsDeepNesting() throws IOException {
        refuses("slug: plan\nrows: " + "[".repeat(30_000), "2: nested more than 20 deep");
    }

    @Test
    void reportsHugeFile() throws IOException {
        refuses("#".repeat(YamlFile.MAX_BYTES + 1), "1: the file is larger than 1048576 bytes");
    }

    @Test
    void reportsOtherEncoding() throws IOException {
        Files.write(directory.resolve("directives/01-x.yaml"), SOUND.getBytes("GB18030"));
        reports("1: the file is not UTF-8 text");
    }

    @Test
    void reportsFolderInPlaceOfAFile() throws IOException {
        Files.createDirectory(directory.resolve("directives/01-x.yaml"));
        reports("1: the file can't be read");
    }

    @Test
    void neverBuildsAClassNamedInAFile() throws IOException {
        refuses(
                SOUND.replace("slug: plan", "slug: !!javax.script.ScriptEngineManager [x]"),
                "1: not valid YAML: Global tag is not allowed: tag:yaml.org,2002:javax.script.ScriptEngineManager");
    }

    @Test
    void readsFilesAsWindowsEditorsSaveThem() throws IOException {
        folder.directive("01-x.yaml", "\uFEFF" + SOUND.replace("\n", "\r\n"));
        assertThat(folder.problems()).isEmpty();
        assertThat(folder.read().directives().getFirst().rows().getFirst().title())
                .isEqualTo("甲");
    }

    @Test
    void countsLinesAlikeWithWindowsLineEnds() throws IOException {
        refuses(SOUND.replace("实施", "实\u0007施").replace("\n", "\r\n"), "2: the line holds a control character");
    }

    @Test
    void ignoresOtherFiles() throws IOException {
        folder.directive("notes.txt", "not: [yaml");
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void reportsMissingDepartments() throws IOException {
        Files.delete(directory.resolve("departments.yaml"));
        assertThat(folder.problems())
                .containsExactly(
                        "departments.yaml:1: the file is missing",
                        "directives/99-sound.yaml:8: unknown department “省科技厅”");
    }

    @Test
    void throwsWhenTheDirectoryIsMissing() {
        assertThatIOException().isThrownBy(() -> SeedReader.read(directory.resolve("nowhere")));
    }

    private void refuses(String yaml, String problem) throws IOException {
        folder.directive("01-x.yaml", yaml);
        reports(problem);
    }

    private void reports(String problem) throws IOException {
        assertThat(folder.problems()).containsExactly("directives/01-x.yaml:" + problem);
        assertThat(folder.read().directives()).extracting(SeedDirective::slug).containsExactly("sound");
    }
}
