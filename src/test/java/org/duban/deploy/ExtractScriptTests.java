package org.duban.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs deploy/extract in a copy of the repository, whose path has spaces and whose Maven and JDK are fakes. */
@DisabledOnOs(OS.WINDOWS)
class ExtractScriptTests {

    @TempDir
    Path temp;

    Path repo;
    Path jdk;

    @BeforeEach
    void layOutRepository() throws IOException {
        repo = temp.toRealPath().resolve("re po");
        jdk = temp.toRealPath().resolve("j dk");
        Files.createDirectories(repo.resolve("deploy"));
        for (String script : List.of("lib.sh", "extract")) {
            Files.copy(
                    Path.of("deploy", script),
                    repo.resolve("deploy").resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectories(repo.resolve("src/main"));
        Files.writeString(repo.resolve("pom.xml"), "");
        executable(repo.resolve("mvnw"), "echo maven; mkdir -p target && echo jar > target/duban-0.1.0.jar");
        executable(
                jdk.resolve("bin/java"),
                """
                echo "java: $*"
                for option; do case "$option" in -XX:ArchiveClassesAtExit=*) echo > "${option#*=}";; esac; done""");
        executable(jdk.resolve("bin/javac"), "true");
        executable(
                jdk.resolve("bin/jar"),
                """
                case "$1" in
                    tf) for lib in jsoup-1.0 poi-1.0 poi-ooxml-1.0 spring-core-1.0; do echo "BOOT-INF/lib/$lib.jar"; done ;;
                    xf) shift 2; for path; do mkdir -p "$(dirname "$path")"; case "$path" in *.jar) echo > "$path";;
                            *) mkdir -p "$path";; esac; done ;;
                    cf0) echo > "$2" ;;
                esac""");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    }

    @Test
    void explainsItselfWithoutBuilding() {
        Result result = extract("--help");
        assertThat(result.status).isZero();
        assertThat(result.out).contains("--json", "--bench", "--practice DIR", "DUBAN_JAVA_OPTS");
        assertThat(result.err).isEmpty();
    }

    @Test
    void printsNothingButTablesWhileItBuilds() {
        Result result = extract("--json", "a b.txt");
        assertThat(result.err).contains("Building Duban", "maven");
        assertThat(result.out)
                .startsWith("java: ")
                .endsWith("Extract --json a b.txt\n")
                .hasLineCount(1);
    }

    @Test
    void takesTheFewLibrariesThatItNeeds() {
        assertThat(extract("a.txt").out)
                .contains(repo + "/target/extract/duban.jar:" + repo + "/target/extract/lib/jsoup-1.0.jar:" + repo
                        + "/target/extract/lib/poi-1.0.jar ")
                .doesNotContain("spring", "ooxml");
    }

    @Test
    void preparesOnceForEachBuildAndJavaMachine() throws IOException {
        assertThat(extract("a.txt").err).contains("Building");
        Path classes = repo.resolve("target/extract");
        List<Path> first = archives(classes);
        assertThat(first).hasSize(1);
        assertThat(extract("a.txt").err).isEmpty();
        assertThat(archives(classes)).isEqualTo(first);
        assertThat(extract("a.txt").out).contains("-XX:SharedArchiveFile=" + first.getFirst());

        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
        extract("a.txt");
        assertThat(archives(classes)).hasSize(2).containsAll(first);

        Files.delete(repo.resolve("target/duban-0.1.0.jar"));
        assertThat(extract("a.txt").err).contains("Building");
        assertThat(archives(classes)).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void measuresWithAllThatTheCompilerCan() {
        assertThat(extract("--bench", "--runs", "3").out)
                .contains("--seeds " + repo + "/seeds --bench --runs 3")
                .doesNotContain("TieredStopAtLevel", "SharedArchiveFile");
    }

    private static List<Path> archives(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .sorted()
                    .toList();
        }
    }

    private Result extract(String... options) {
        List<String> command =
                new ArrayList<>(List.of("bash", repo.resolve("deploy/extract").toString()));
        command.addAll(List.of(options));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(temp.toFile())
                    .redirectOutput(temp.resolve("out").toFile())
                    .redirectError(temp.resolve("err").toFile());
            builder.environment().put("JAVA_HOME", jdk.toString());
            builder.environment().remove("DUBAN_JAVA_OPTS");
            Process process = builder.start();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return new Result(
                    process.exitValue(), Files.readString(temp.resolve("out")), Files.readString(temp.resolve("err")));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private record Result(int status, String out, String err) {}
}
