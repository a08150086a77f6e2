package org.duban.process;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.duban.DubanApplication;
import org.duban.account.Account;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.support.Fixture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The server as {@link CrashTests} runs it in a process of its own: launches a directive where there is none yet, goes on
 * with it otherwise, and stands still at the point that {@code halt} names, so that it can be killed just there. Once
 * the directive runs it prints what is in the database and ends.
 */
public class CrashingServer implements ApplicationRunner {

    static final int ROWS = 60;
    static final String HALTED = "halted ";
    static final String RESULT = "result ";

    private final Fixture fixture;
    private final Directives directives;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final String halt;

    CrashingServer(
            Fixture fixture,
            Directives directives,
            WorkingCalendar calendar,
            JdbcClient jdbc,
            @Value("${halt}") String halt) {
        this.calendar = calendar;
        this.fixture = fixture;
        this.directives = directives;
        this.jdbc = jdbc;
        this.halt = halt;
    }

    public static void main(String[] arguments) {
        SpringApplication server =
                new SpringApplication(DubanApplication.class, Fixture.class, ModelCoverage.class, CrashingServer.class);
        server.addInitializers(
                context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        server.run(arguments);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (count("directive") == 0) {
            Account supervisor = fixture.supervisor();
            DirectiveId directive = fixture.directive(
                    supervisor,
                    ROWS,
                    new Fixture.Assigned(fixture.office(), DutyRole.LEAD),
                    new Fixture.Assigned(fixture.office(), DutyRole.COOPERATING));
            fixture.as(
                    supervisor,
                    () -> directives.launch(
                            directive,
                            ReportingFrequency.MONTHLY,
                            calendar.today().plusYears(1)));
        }
        if (halt.startsWith("row-")) {
            ModelCoverage.meet("key-task/launched", Integer.parseInt(halt.substring(4)) - 1, () -> haltAt(halt));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void aboutToCommit(WorkChanged change) {
        haltAt("before-commit-of-" + count("key_task"));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void committed(WorkChanged change) {
        haltAt("after-commit-of-" + count("key_task"));
        reportIfRunning();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1000)
    void reportIfRunning() {
        if (count("directive WHERE state = 'RUNNING'") == 1) {
            System.out.println(RESULT + count("key_task") + " key tasks, "
                    + count("(SELECT DISTINCT division_row_id FROM key_task)") + " rows, "
                    + count("started_process WHERE definition = 'key-task'") + " started, "
                    + count(
                            "ACT_RU_EXECUTION WHERE PARENT_ID_ IS NULL AND BUSINESS_KEY_ IN (SELECT CONCAT('', id) FROM key_task)")
                    + " instances, " + count("open_item") + " items, "
                    + count("ACT_RU_TASK WHERE TASK_DEF_KEY_ = 'acknowledge'") + " waiting");
            Runtime.getRuntime().halt(0);
        }
    }

    private void haltAt(String point) {
        if (point.equals(halt)) {
            System.out.println(HALTED + point);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private long count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    /** Keeps the configurations of other tests out, which lie on the same class path. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }
}
