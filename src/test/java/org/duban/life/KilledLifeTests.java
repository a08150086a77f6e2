package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.duban.support.MariaDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The life of a plan, with the server killed (SIGKILL) at random moments, wherever it is between two actions, within one,
 * or in its nightly round, and started again on the same database each time.
 */
class KilledLifeTests {

    @TempDir
    Path data;

    @Test
    void losesNothingOnH2() throws Exception {
        lives("killed-h2", "jdbc:h2:file:" + data.resolve("duban"), List.of());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void losesNothingOnMariaDb() throws Exception {
        String url = MariaDb.createDatabase();
        lives(
                "killed-mariadb",
                url,
                List.of(
                        "--spring.profiles.active=mysql",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=root",
                        "--spring.datasource.password="));
    }

    private void lives(String name, String url, List<String> arguments) throws IOException, InterruptedException {
        LifeSize size = LifeSize.killed();
        String title = "A life of %d months, seed %d, %d kills".formatted(size.months(), size.seed(), LifeSize.kills());
        long started = System.nanoTime();
        try (KilledServer server = new KilledServer(data, size, arguments)) {
            liveAndBeKilled(server, size);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, user(url), ""));
            Shadow.agrees(jdbc);
            losesNothing(server, jdbc);
            LifeReport.write(name, server.tally().report(title + ", with the starts", took, Shadow.ofTheClock(jdbc)));
        } catch (AssertionError broken) {
            throw new AssertionError(title, broken);
        }
    }

    private static void liveAndBeKilled(KilledServer server, LifeSize size) throws IOException, InterruptedException {
        Random random = new Random(size.seed());
        for (int kill = 0; kill < LifeSize.kills(); kill++) {
            server.runAndKill(random.nextInt(1, size.actionsBetweenKills()), random.nextBoolean());
        }
        server.runToTheEnd();
    }

    private static void losesNothing(KilledServer server, JdbcClient jdbc) {
        Traces beyond = Shadow.ofPeople(jdbc).minus(server.tally().traces());
        assertThat(sumOfSome(server.underWay(), beyond))
                .as(
                        "in the ledger beyond what was acknowledged is %s; what was under way at the kills is %s",
                        beyond, server.underWay())
                .isTrue();
    }

    private static String user(String url) {
        return url.startsWith("jdbc:h2") ? "duban" : "root";
    }

    /** Whether some of these, each as a whole, come to that. */
    private static boolean sumOfSome(List<Traces> parts, Traces sum) {
        if (parts.isEmpty()) {
            return sum.equals(Traces.NONE);
        }
        List<Traces> others = parts.subList(1, parts.size());
        return sumOfSome(others, sum) || sumOfSome(others, sum.minus(parts.getFirst()));
    }
}
