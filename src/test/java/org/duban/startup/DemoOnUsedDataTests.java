package org.duban.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.MovableClock;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Directive;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.organisation.Departments;
import org.duban.support.EmptyWorld;
import org.duban.support.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts of the demo on a database that is not new. Its directives have one row each, so that the story is short. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class DemoOnUsedDataTests {

    private static final String NATIONAL = "guofa-2016-67";
    private static final String LIAONING = "liaoweifa-2017-5";

    @TempDir
    Path seeds;

    @Autowired
    EmptyWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Accounts accounts;

    @Autowired
    Departments departments;

    @Autowired
    Directives directives;

    @Autowired
    FirstAccount firstAccount;

    @Autowired
    DemoAccounts demoAccounts;

    @Autowired
    DemoStory story;

    @Autowired
    Greeting greeting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void begin() throws IOException {
        clock.release();
        world.begin();
        Files.createDirectories(seeds.resolve("directives"));
        Files.writeString(
                seeds.resolve("departments.yaml"),
                """
                departments:
                  - {code: demo-one, name: 某部, level: NATIONAL, jurisdiction: 国家, kind: OFFICE}
                """);
        write(NATIONAL, "国家", "某部");
        write(LIAONING, "辽宁省", "某部");
    }

    @AfterEach
    void end() {
        clock.release();
        world.begin();
    }

    @Test
    void leavesADatabaseWithAccountsOfItsOwnAsItIs(CapturedOutput output) {
        accounts.openAsSystem("admin", "admin", "{noop}-", null, Set.of(Role.SYSADMIN));

        startDemo();
        startDemo();

        assertThat(count("account")).isOne();
        assertThat(count("directive_supervisor")).isZero();
        assertThat(state(NATIONAL)).isEqualTo(Directive.State.DRAFT);
        assertThat(output).contains("not those of the demo");
    }

    @Test
    void beginsTheStoryOnceAMalformedDirectiveIsMended(CapturedOutput output) throws IOException {
        write(LIAONING, "辽宁", "某部");
        startDemo();
        assertThat(output).contains("The demo story is not told: directive " + LIAONING + " is not there");

        write(LIAONING, "辽宁省", "某部");
        startDemo();

        assertThat(output).contains("The demo story is told");
        assertThat(state(NATIONAL)).isEqualTo(Directive.State.RUNNING);
        assertThat(state(LIAONING)).isEqualTo(Directive.State.RUNNING);
        var supervisor = demoAccounts.supervisor("supervisor.ln").orElseThrow().asCaller();
        var liaoning = directives.bySlugAsSystem(LIAONING).orElseThrow();
        assertThat(CurrentCaller.runAs(supervisor, () -> directives.supervisedByCaller(liaoning)))
                .isTrue();
    }

    @Test
    void tellsNothingWhereSomebodyLaunchedADirective(CapturedOutput output) throws IOException {
        write(LIAONING, "辽宁", "某部");
        startDemo();
        var supervisor = demoAccounts.supervisor("supervisor").orElseThrow().asCaller();
        CurrentCaller.runAs(supervisor, () -> {
            directives.launch(
                    directives.bySlugAsSystem(NATIONAL).orElseThrow(),
                    ReportingFrequency.NONE,
                    calendar.today().plusYears(1));
            return null;
        });

        write(LIAONING, "辽宁省", "某部");
        startDemo();

        assertThat(output).contains("The demo story is not told: somebody launched a directive before");
        assertThat(state(LIAONING)).isEqualTo(Directive.State.DRAFT);
    }

    @Test
    void tellsNothingOfATableWithoutARowToLaunch(CapturedOutput output) throws IOException {
        write(LIAONING, "辽宁省", "无此部");

        startDemo();

        assertThat(output).contains("The demo story is not told: directive " + LIAONING + " has no row to launch");
        assertThat(state(NATIONAL)).isEqualTo(Directive.State.DRAFT);
    }

    private void startDemo() {
        var context = new StaticApplicationContext();
        context.getEnvironment().setActiveProfiles("demo");
        var loading = new SeedLoading(departments, directives, transactions, jdbc, seeds, false);
        new Startup(loading, firstAccount, demoAccounts, story, greeting, context, false).start();
    }

    private void write(String slug, String jurisdiction, String department) throws IOException {
        Files.writeString(
                seeds.resolve("directives/" + slug + ".yaml"),
                """
                slug: %s
                title: 试验文件
                issuer: 试验机关
                issued: 2026-01-01
                jurisdiction: %s
                rows:
                  - no: 1
                    title: 第一项
                    joint: [%s]
                """
                        .formatted(slug, jurisdiction, department));
    }

    private Directive.State state(String slug) {
        return directives
                .getAsSystem(directives.bySlugAsSystem(slug).orElseThrow())
                .state();
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }
}
