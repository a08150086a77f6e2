package org.duban.life;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What a life came to, printed and kept in {@code target/life-….txt}. */
final class LifeReport {

    private LifeReport() {}

    static void write(String name, String report) throws IOException {
        System.out.println("[" + name + "] " + report);
        Files.writeString(Path.of("target", "life-" + name + ".txt"), report, StandardCharsets.UTF_8);
    }

    static String database(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2") ? "h2" : "mariadb";
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
