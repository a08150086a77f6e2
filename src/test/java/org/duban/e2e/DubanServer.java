package org.duban.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application as a process of its own, on a free port. */
final class DubanServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Duban is ready: (http://\\S+)");
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Process process;
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Thread reader;

    private DubanServer(Process process, Path log) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(() -> read(log));
    }

    /** Starts it and waits until it says that it is ready. @param log its output, appended */
    static DubanServer start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                System.getProperty("duban.jar"),
                "--server.port=0"));
        command.addAll(List.of(arguments));
        DubanServer server = new DubanServer(
                new ProcessBuilder(command).redirectErrorStream(true).start(), log);
        try {
            server.address.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            server.close();
            throw new IllegalStateException("The server did not start; see " + log, failed);
        }
        return server;
    }

    String address() {
        return address.join();
    }

    /** Peak of its memory so far (resident, in MiB), as Linux counts it. */
    long peakMemoryMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Ends it as Ctrl-C would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            reader.join();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read(Path log) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            Files.createDirectories(log.getParent());
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Files.writeString(
                        log, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Matcher ready = READY.matcher(line);
                if (ready.find()) {
                    address.complete(ready.group(1));
                }
            }
            address.completeExceptionally(new IllegalStateException("It ended before it was ready"));
        } catch (IOException broken) {
            address.completeExceptionally(broken);
            throw new UncheckedIOException(broken);
        }
    }
}
