package org.duban.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.duban.support.MariaDb;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ComparesExactlyTests {

    @Test
    void refusesADatabaseThatIgnoresCase() {
        assertThatThrownBy(() -> migrate("utf8mb4_general_ci"))
                .hasStackTraceContaining("utf8mb4_general_ci")
                .hasStackTraceContaining("COLLATE utf8mb4_bin");
    }

    @Test
    void migratesADatabaseThatComparesByteByByte() {
        assertThat(migrate("utf8mb4_bin")).isPositive();
    }

    private static int migrate(String collation) {
        return Flyway.configure()
                .dataSource(MariaDb.createDatabase(collation), null, null)
                .locations("classpath:db/migration")
                .callbacks(new ComparesExactly())
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
