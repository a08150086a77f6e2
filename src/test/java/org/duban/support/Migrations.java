package org.duban.support;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Brings a database to what it was at an earlier migration, and on from there. */
public final class Migrations {

    private Migrations() {}

    /** Up to the version, which is included. */
    public static void migrate(String url, String version) {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }
}
