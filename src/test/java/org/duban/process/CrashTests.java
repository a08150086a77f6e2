package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed (SIGKILL) again and again while it launches a directive: in the middle of a
 * batch, between the engine's writing and the commit, and after a commit. Each time it is started again on the same file.
 */
class CrashTests {

    @TempDir
    Path data;

    private Process server;

    @AfterEach
    void leaveNoServerBehind() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyRowIsLaunchedExactlyOnce() throws Exception {
        killAt("row-27");
        killAt("before-commit-of-40");
        killAt("after-commit-of-40");

        assertThat(runUntil("never", CrashingServer.RESULT))
                .isEqualTo(CrashingServer.RESULT
                        + "60 key tasks, 60 rows, 60 started, 60 instances, 120 items, 120 waiting");
    }

    private void killAt(String point) throws IOException, InterruptedException {
        runUntil(point, CrashingServer.HALTED + point);
        server.destroyForcibly().waitFor();
        assertThat(server.exitValue()).as("killed by signal 9").isEqualTo(128 + 9);
    }

    /** Starts the server and returns the line it prints that begins so. */
    private String runUntil(String halt, String line) throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dstdout.encoding=UTF-8",
                        // the browser bundle is not built when tests run
                        "-Dvaadin.productionMode=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashingServer.class.getName(),
                        "--server.port=0",
                        "--duban.data=" + data,
                        "--duban.empty=true",
                        "--halt=" + halt)
                // an empty entry of the class path means the working directory, where the models lie, too
                .directory(data.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> printed = new ArrayList<>();
        BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
        for (String each = output.readLine(); each != null; each = output.readLine()) {
            if (each.startsWith(line)) {
                return each;
            }
            printed.add(each);
        }
        throw new AssertionError("The server ended before it printed \"" + line + "\":\n" + String.join("\n", printed));
    }
}
