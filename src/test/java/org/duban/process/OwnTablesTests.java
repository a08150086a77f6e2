package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.duban.support.MariaDb;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.beans.factory.annotation.Autowired;

/** What lies in other databases of the same server is not taken for one's own, or the engine would not make its tables. */
@OnEveryDatabase
class OwnTablesTests {

    @Autowired
    DataSource dataSource;

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void otherDatabasesAreNotLookedInto() throws SQLException {
        try (var other = DriverManager.getConnection(MariaDb.createDatabase());
                var statement = other.createStatement()) {
            statement.execute("CREATE TABLE TABLE_ELSEWHERE (id INT)");
        }

        try (var connection = dataSource.getConnection();
                var found = connection.getMetaData().getTables(null, null, "TABLE_ELSEWHERE", null)) {
            assertThat(found.next()).isFalse();
        }
    }
}
