package org.duban.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class MariaDbTests {

    @Test
    void keepsChineseText() throws SQLException {
        // the last two are a rare character beyond the basic plane and an emoji: four bytes each
        var text = "督办：牵头部门，配合部门 𠮷 🚦";
        try (var connection = DriverManager.getConnection(MariaDb.createDatabase())) {
            execute(connection, "CREATE TABLE note (text VARCHAR(100) NOT NULL)");
            try (var insert = connection.prepareStatement("INSERT INTO note VALUES (?)")) {
                insert.setString(1, text);
                insert.executeUpdate();
            }
            assertThat(select(connection, "SELECT text FROM note")).isEqualTo(text);
            assertThat(select(connection, "SELECT CHAR_LENGTH(text) FROM note")).isEqualTo("16");
        }
    }

    @Test
    void comparesTextExactly() throws SQLException {
        try (var connection = DriverManager.getConnection(MariaDb.createDatabase())) {
            execute(connection, "CREATE TABLE note (text VARCHAR(100) PRIMARY KEY)");
            execute(connection, "INSERT INTO note VALUES ('a'), ('A'), ('á')");
            assertThat(select(connection, "SELECT COUNT(*) FROM note WHERE text = 'A'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void readsCommittedDataOnly() throws SQLException {
        var url = MariaDb.createDatabase();
        try (var writer = DriverManager.getConnection(url);
                var reader = DriverManager.getConnection(url)) {
            assertThat(reader.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            execute(writer, "CREATE TABLE note (id INT PRIMARY KEY)");
            writer.setAutoCommit(false);
            reader.setAutoCommit(false);
            execute(writer, "INSERT INTO note VALUES (1)");
            assertThat(select(reader, "SELECT COUNT(*) FROM note")).isEqualTo("0");
            writer.commit();
            assertThat(select(reader, "SELECT COUNT(*) FROM note")).isEqualTo("1");
        }
    }

    @Test
    void givesEveryCallerADatabaseOfItsOwn() throws SQLException {
        try (var first = DriverManager.getConnection(MariaDb.createDatabase());
                var second = DriverManager.getConnection(MariaDb.createDatabase())) {
            execute(first, "CREATE TABLE note (id INT PRIMARY KEY)");
            assertThatThrownBy(() -> select(second, "SELECT COUNT(*) FROM note"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("doesn't exist");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String select(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
