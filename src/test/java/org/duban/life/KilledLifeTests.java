package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of a plan, with the server killed (SIGKILL) at random moments, wherever it is between two actions or within
 * one, and started again on the same file each time.
 */
class KilledLifeTests {

    private static final long SEED = 20260302;
    private static final int KILLS = 8;
    private static final int ACTIONS_BETWEEN = 700;
    private static final int LINES_KEPT = 60;

    /** What an action leaves in the timeline, once each. */
    private static final Map<String, String> TRACES = Map.of(
            "sign", "ACKNOWLEDGED",
            "dispute a duty", "DISPUTED",
            "accept a report", "REPORT_ACCEPTED",
            "return a report", "REPORT_RETURNED",
            "apply for completion", "COMPLETION_APPLIED");

    @TempDir
    Path data;

    private final Map<String, Integer> acknowledged = new HashMap<>();
    private Process server;

    @AfterEach
    void leaveNoServerBehind() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatWasAcknowledgedIsThereAndNothingTwice() throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            boolean ended = runUntil(random.nextInt(1, ACTIONS_BETWEEN));
            assertThat(ended).as("over before the last kill").isFalse();
            server.destroyForcibly().waitFor();
            assertThat(server.exitValue()).as("killed by signal 9").isEqualTo(128 + 9);
        }

        assertThat(runUntil(Integer.MAX_VALUE)).as("the life ended well").isTrue();
        server.waitFor();

        for (Map.Entry<String, String> trace : TRACES.entrySet()) {
            assertThat(entries(trace.getValue()) - acknowledged.getOrDefault(trace.getKey(), 0))
                    .as("%s: in the ledger beyond what was acknowledged before a kill", trace.getKey())
                    .isBetween(0, KILLS);
        }
        System.out.printf(
                "A life with %d kills: %d actions acknowledged%n",
                KILLS,
                acknowledged.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** Starts the server and returns after so many actions, or with {@code true} when the life has ended well. */
    private boolean runUntil(int actions) throws IOException {
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-Dstdout.encoding=UTF-8",
                        // the browser bundle is not built when tests run
                        "-Dvaadin.productionMode=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LifeServer.class.getName(),
                        "--server.port=0",
                        "--duban.data=" + data,
                        "--duban.seeds=" + Path.of("seeds").toAbsolutePath(),
                        "--duban.empty=true",
                        "--duban.timers=false",
                        "--seed=" + SEED)
                // an empty entry of the class path means the working directory, where the models lie, too
                .directory(data.toFile())
                .redirectErrorStream(true)
                .start();
        Deque<String> printed = new ArrayDeque<>();
        BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
        int left = actions;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LifeServer.ENDED)) {
                return true;
            }
            if (line.startsWith(LifeServer.DONE)) {
                acknowledged.merge(line.substring(LifeServer.DONE.length()), 1, Integer::sum);
                if (--left == 0) {
                    return false;
                }
            } else {
                printed.add(line);
                if (printed.size() > LINES_KEPT) {
                    printed.removeFirst();
                }
            }
        }
        throw new AssertionError("The life broke off:\n" + String.join("\n", printed));
    }

    private int entries(String kind) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + data.resolve("duban"), "duban", "");
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM timeline_event WHERE kind = '" + kind + "'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
