package org.duban.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real scripts in a copy of the repository, whose path has spaces and whose Maven and Java are fakes. */
@DisabledOnOs(OS.WINDOWS)
class DeployScriptsTests {

    @TempDir
    Path temp;

    Path repo;
    Path jdks;
    int freePort;

    @BeforeEach
    void layOutRepository() throws IOException {
        repo = temp.toRealPath().resolve("re po");
        jdks = temp.toRealPath().resolve("jd ks");
        Files.createDirectories(repo.resolve("deploy"));
        for (var script : List.of("lib.sh", "life", "migrate", "run", "verify")) {
            Files.copy(
                    Path.of("deploy", script),
                    repo.resolve("deploy").resolve(script),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectories(repo.resolve("src/main/java"));
        Files.writeString(repo.resolve("src/main/java/A.java"), "");
        Files.writeString(repo.resolve("pom.xml"), "");
        executable(
                repo.resolve("mvnw"),
                "echo \"maven with $JAVA_HOME: $*\"; mkdir -p target && echo jar > target/duban-0.1.0.jar");
        Files.createDirectories(jdks);
        jdk("old", 17);
        try (var socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }
    }

    @Test
    void explainsItself() {
        var result = run("--help");
        assertThat(result.status()).isZero();
        assertThat(result.output()).contains("--port N", "--data DIR", "--empty", "--strict", "--build");
    }

    @Test
    void refusesUnknownOptionsInOneLine() {
        var result = run("--prot", "8080");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("unknown option --prot").hasLineCount(1);
    }

    @Test
    void refusesPortsThatAreNone() {
        for (var port : List.of("http", "0", "65536", "99999999999999999999", "-1", "")) {
            var result = run("--port", port);
            assertThat(result.status()).as(port).isEqualTo(2);
            assertThat(result.output()).as(port).contains("port").hasLineCount(1);
        }
        assertThat(run("--port").output()).contains("--port needs a value").hasLineCount(1);
    }

    @Test
    void refusesAPortInUse() throws IOException {
        jdk("new", 21);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var result = run("--port", String.valueOf(socket.getLocalPort()));
            assertThat(result.status()).isEqualTo(1);
            assertThat(result.output()).contains("already in use").hasLineCount(1);
        }
    }

    @Test
    void saysHowToGetAJdkWhenAllAreTooOld() {
        var result = start();
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .contains("needs a JDK 21", "apt-get install", "JAVA_HOME")
                .hasLineCount(1);
    }

    @Test
    void takesTheNewestJdkWhenTheDefaultIsTooOld() throws IOException {
        jdk("a", 21);
        jdk("b", 25);
        jdk("c", 24);
        assertThat(start().output()).contains("java of " + jdks.resolve("b"));
    }

    @Test
    void overlooksRuntimesWithoutCompiler() throws IOException {
        jdk("a", 21);
        Files.delete(jdk("jre", 25).resolve("bin/javac"));
        assertThat(start().output()).contains("java of " + jdks.resolve("a"));
    }

    @Test
    void prefersJavaHomeWhenNewEnough() throws IOException {
        jdk("b", 25);
        var home = jdk("a", 21);
        assertThat(execute(temp, home, "deploy/run", "--port", String.valueOf(freePort))
                        .output())
                .contains("java of " + home);
        assertThat(execute(temp, jdks.resolve("old"), "deploy/run", "--port", String.valueOf(freePort))
                        .output())
                .contains("java of " + jdks.resolve("b"));
    }

    @Test
    void tellsTheServerWhatWasAsked() throws IOException {
        jdk("new", 25);
        assertThat(start().output())
                .contains("-Xmx1g", "--sun-misc-unsafe-memory-access=allow", "--server.port=" + freePort)
                .contains("--duban.data=" + repo.resolve("data"), "--duban.seeds=" + repo.resolve("seeds"))
                .contains("--spring.profiles.active=demo")
                .doesNotContain("duban.empty", "duban.strict");
        assertThat(start("--empty", "--strict", "--data", "my data").output())
                .contains("--duban.data=" + temp.toRealPath().resolve("my data"))
                .contains("--duban.empty=true", "--duban.strict=true")
                .doesNotContain("demo");
    }

    @Test
    void sparesOlderJavaTheOptionsItDoesNotKnow() throws IOException {
        jdk("new", 21);
        assertThat(start().output()).doesNotContain("sun-misc-unsafe");
    }

    @Test
    void buildsOnlyWhatIsOutOfDate() throws IOException {
        jdk("new", 21);
        assertThat(start().output()).contains("Building", "package", "Built in");
        var built = Files.getLastModifiedTime(repo.resolve("target/duban-0.1.0.jar"));
        assertThat(start().output()).doesNotContain("Building");
        assertThat(start("--build").output()).contains("Building");
        Files.setLastModifiedTime(repo.resolve("src/main/java/A.java"), later(built));
        assertThat(start().output()).contains("Building");
    }

    @Test
    void doesNotStartWhatDidNotBuild() throws IOException {
        jdk("new", 21);
        executable(repo.resolve("mvnw"), "echo 'A.java: broken'; exit 1");
        var result = start();
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .contains("A.java: broken", "The build failed")
                .doesNotContain("java of");
    }

    @Test
    void migrateTellsTheApplicationWhatToMove() throws IOException {
        jdk("new", 21);
        Files.createDirectories(repo.resolve("bpmn"));
        Files.writeString(repo.resolve("bpmn/key-task.bpmn"), "");
        Files.createDirectories(repo.resolve("data"));
        Files.writeString(repo.resolve("data/duban.mv.db"), "");
        assertThat(migrate("--dry-run", "key-task").output())
                .contains("--duban.migrate=dry-run", "--duban.migrate-models=key-task", "--duban.timers=false")
                .contains("--duban.data=" + repo.resolve("data"), "--server.address=127.0.0.1")
                .doesNotContain("profiles.active");
        assertThat(migrate("--mysql").output()).contains("--duban.migrate=move", "--spring.profiles.active=mysql");
    }

    @Test
    void migrateRefusesWhatItCannotDo() throws IOException {
        jdk("new", 21);
        assertThat(migrate().output()).contains("no database in").hasLineCount(1);
        assertThat(migrate("--prot").output()).contains("unknown option --prot").hasLineCount(1);
        var result = migrate("key-tusk");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("no model is called \"key-tusk\"").hasLineCount(1);
        assertThat(migrate("--help").output())
                .contains("--dry-run", "--data DIR", "--mysql")
                .as("what a dry run does all the same")
                .contains("Flyway", "deployed", "use a copy");
    }

    @Test
    void verifyEndsWithTheTotalsAndTheStatusOfTheTests() throws IOException {
        jdk("new", 21);
        var line = "Tests run: 7, Failures: 1, Errors: 0, Skipped: 0";
        executable(
                repo.resolve("mvnw"),
                "echo \"[INFO] " + line + ", Time elapsed: 1 s\"; echo \"[ERROR] " + line + "\"; echo \"$*\"; exit 1");
        executable(temp.resolve("bin/chromium"), "true");
        executable(temp.resolve("bin/fc-list"), "echo Noto Sans CJK SC");
        var result = execute(temp, null, "deploy/verify", "-Dtest=Foo Tests");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).contains("verify -Dtest=Foo Tests").containsOnlyOnce("\n" + line + "\n");
    }

    @Test
    void verifySaysWhichPackagesAreMissing() throws IOException {
        jdk("new", 21);
        executable(temp.resolve("bin/chromium"), "true");
        executable(temp.resolve("bin/fc-list"), "true");
        var result = execute(temp, null, "deploy/verify");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .contains("apt-get install fontconfig fonts-noto-cjk")
                .hasLineCount(1);
    }

    @Test
    void lifeTakesItsSizesAsOptions() throws IOException {
        jdk("new", 21);
        var result = execute(temp, null, "deploy/life", "--seed", "7", "--years", "8");
        assertThat(result.status()).isZero();
        assertThat(result.output()).contains("-Dlife.seed=7 -Dlife.years=8 test");
        assertThat(execute(temp, null, "deploy/life", "--years", "some").output())
                .contains("--years takes a number")
                .hasLineCount(1);
        assertThat(execute(temp, null, "deploy/life", "--year", "8").output())
                .contains("unknown option --year")
                .hasLineCount(1);
    }

    private Result start(String... options) {
        return run(Stream.concat(Stream.of("--port", String.valueOf(freePort)), Stream.of(options))
                .toArray(String[]::new));
    }

    private Result migrate(String... options) {
        return execute(temp, null, "deploy/migrate", options);
    }

    private Result run(String... options) {
        return execute(temp, null, "deploy/run", options);
    }

    /** Runs a script from {@code directory}, with Java 17 as the default and no JDK known but those of the test. */
    private Result execute(Path directory, Path javaHome, String script, String... options) {
        var command = Stream.concat(Stream.of("bash", repo.resolve(script).toString()), Stream.of(options));
        try {
            var output = temp.resolve("output");
            var builder = new ProcessBuilder(command.toList())
                    .directory(directory.toRealPath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            var environment = builder.environment();
            environment.remove("JAVA_HOME");
            environment.remove("DUBAN_JAVA_OPTS");
            if (javaHome != null) {
                environment.put("JAVA_HOME", javaHome.toString());
            }
            environment.put("DUBAN_JDK_DIRS", jdks.toString());
            environment.put("PATH", temp.resolve("bin") + ":" + jdks.resolve("old/bin") + ":/usr/bin:/bin");
            var process = builder.start();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return new Result(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path jdk(String name, int release) throws IOException {
        var home = jdks.resolve(name);
        executable(home.resolve("bin/java"), "echo \"java of " + home + ": $*\"");
        executable(home.resolve("bin/javac"), "true");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + release + ".0.1\"\n");
        return home;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static FileTime later(FileTime time) {
        return FileTime.from(Instant.ofEpochMilli(time.toMillis()).plusSeconds(5));
    }

    private record Result(int status, String output) {}
}
