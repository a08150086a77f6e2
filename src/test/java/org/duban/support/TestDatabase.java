package org.duban.support;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.condition.OS;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestContextManager;
import org.springframework.util.function.SingletonSupplier;

/** The databases that everything must run on. Each has one application in a test JVM, started by its first test. */
public enum TestDatabase {
    H2(OnH2.class, "H2"),
    MARIADB(OnMariaDb.class, "MariaDB");

    private final TestContextManager contexts;
    private final String label;

    TestDatabase(Class<?> configuration, String label) {
        this.contexts = new TestContextManager(configuration);
        this.label = label;
    }

    /** Those that this machine can run: the binaries of MariaDB are for Linux x86-64. */
    public static List<TestDatabase> available() {
        boolean linux = OS.LINUX.isCurrentOs() && "amd64".equals(System.getProperty("os.arch"));
        return Arrays.stream(values())
                .filter(database -> database == H2 || linux)
                .toList();
    }

    /** The application on this database; shared with all Spring tests of the same configuration. */
    public ApplicationContext application() {
        return contexts.getTestContext().getApplicationContext();
    }

    /**
     * Ends the application while its server still runs: the engine asks its database once more when it closes, and would
     * wait for it until the test JVM is killed.
     */
    void close() {
        contexts.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }

    @Override
    public String toString() {
        return label;
    }

    @IntegrationTest
    private static final class OnH2 {}

    /** With the settings of production. */
    @IntegrationTest
    @ActiveProfiles({"test", "mysql"})
    private static final class OnMariaDb {

        @DynamicPropertySource
        static void connect(DynamicPropertyRegistry properties) {
            Supplier<Object> url = SingletonSupplier.of(MariaDb::createDatabase);
            properties.add("spring.datasource.url", url);
            properties.add(
                    "spring.datasource.hikari.data-source-properties.sessionVariables",
                    () -> "innodb_lock_wait_timeout=2");
            properties.add("spring.datasource.username", () -> "root");
            properties.add("spring.datasource.password", () -> "");
        }
    }
}
