package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Runs {@link LifeServer} again and again on one database, and remembers what it acknowledged before each kill. */
final class KilledServer implements AutoCloseable {

    private static final int LINES_KEPT = 60;
    private static final int KILLED = 128 + 9;

    private final Path data;
    private final LifeSize size;
    private final List<String> database;
    private final Tally tally = new Tally();
    private final List<Traces> underWay = new ArrayList<>();
    private final Deque<String> printed = new ArrayDeque<>();
    private Process server;
    private String action;
    private Traces traces;

    /** @param data where files go @param database further arguments that name the database */
    KilledServer(Path data, LifeSize size, List<String> database) {
        this.data = data;
        this.size = size;
        this.database = database;
    }

    /** Of all that was acknowledged. */
    Tally tally() {
        return tally;
    }

    /** What was begun when the server was killed: each was done wholly or not at all, and nobody knows which. */
    List<Traces> underWay() {
        return underWay;
    }

    /** Starts it, and kills it after so many actions, be it between two or, {@code within} one, as it begins. */
    void runAndKill(int actions, boolean within) throws IOException, InterruptedException {
        BufferedReader output = start();
        int left = actions;
        for (String line = output.readLine(); left > 0; line = output.readLine()) {
            assertThat(line)
                    .as("the life went on:%n%s", String.join("\n", printed))
                    .isNotNull();
            assertThat(line).as("the life is over before the last kill").isNotEqualTo(LifeServer.ENDED);
            read(line);
            if (within ? line.startsWith(LifeServer.BEGINS) : line.equals(LifeServer.DONE)) {
                left--;
            }
            if (left == 0) {
                break;
            }
        }
        // through its handle: killing the process itself would close the pipe that is read below
        server.toHandle().destroyForcibly();
        server.waitFor();
        assertThat(server.exitValue()).as("killed by signal 9").isEqualTo(KILLED);
        // what it had acknowledged by then still stands in the pipe
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            read(line);
        }
        if (action != null) {
            underWay.add(traces);
            tally.seen("killed during: " + action);
        } else {
            tally.seen("killed between two actions");
        }
        action = null;
    }

    /** Starts it for the last time, until the life has ended well. */
    void runToTheEnd() throws IOException, InterruptedException {
        BufferedReader output = start();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(LifeServer.ENDED)) {
                server.waitFor();
                return;
            }
            read(line);
        }
        throw new AssertionError("The life broke off:\n" + String.join("\n", printed));
    }

    private void read(String line) {
        if (line.startsWith(LifeServer.BEGINS) && line.endsWith(".")) {
            String[] parts = line.substring(LifeServer.BEGINS.length(), line.length() - 1)
                    .split("\\|", -1);
            action = parts[0];
            traces = Traces.parse(parts[1]);
        } else if (line.equals(LifeServer.DONE)) {
            if (action.equals(Crowd.NIGHT)) {
                tally.seen(action);
            } else {
                tally.done(action, traces);
            }
            action = null;
        } else if (line.startsWith(LifeServer.REFUSED) && line.endsWith(".")) {
            tally.refused(action, line.substring(LifeServer.REFUSED.length(), line.length() - 1));
            action = null;
        } else {
            printed.add(line);
            if (printed.size() > LINES_KEPT) {
                printed.removeFirst();
            }
        }
    }

    private BufferedReader start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
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
                // what a server does before it takes up the life belongs to the plan's days, too
                "--duban.clock-offset=" + untilTheLifeBegins(),
                "--life-seed=" + size.seed(),
                "--life-months=" + size.months()));
        command.addAll(database);
        server = new ProcessBuilder(command)
                // an empty entry of the class path means the working directory, where the models lie, too
                .directory(data.toFile())
                .redirectErrorStream(true)
                .start();
        return server.inputReader(StandardCharsets.UTF_8);
    }

    private static Duration untilTheLifeBegins() {
        return Duration.between(Instant.now(), LifeSize.BEGINS.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @Override
    public void close() throws InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }
}
