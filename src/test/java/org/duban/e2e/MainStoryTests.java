package org.duban.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The main job in a real browser, on the packaged application with its demo: a table is launched, signed for, reported
 * on, returned, amended and accepted, and a leader reads what is overdue. The report period opens weeks after the
 * launch, so the server is stopped in between and started again with its clock ahead.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class MainStoryTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String TABLE = "关于扩大战略性新兴产业投资 培育壮大新增长点增长极的指导意见";
    private static final String TASK = "加快新一代信息技术产业提质增效";
    private static final String EVIDENCE = "进展佐证.txt";
    private static final byte[] EVIDENCE_CONTENT = "已建成基站三千座".getBytes(StandardCharsets.UTF_8);
    private static final Path WORK = Path.of("target", "e2e").toAbsolutePath();
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Playwright playwright;
    private Browser browser;
    private DubanServer server;
    private String taskRoute;

    @BeforeAll
    void start() throws IOException {
        deleteAll(WORK);
        deleteAll(SCREENSHOTS);
        Files.createDirectories(SCREENSHOTS);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(QUIET));
        server = startServer(Duration.ZERO);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void supervisorLaunchesADirective() {
        try (Person supervisor = person("supervisor")) {
            supervisor.screenshot("01-supervisor-inbox");
            supervisor.open("directives");
            supervisor.page().getByText(TABLE).first().click();
            assertThat(supervisor.button("启动督办")).isVisible();
            supervisor.screenshot("02-directive-draft");
            supervisor.button("启动督办").click();
            supervisor.page().getByText("每月", exactly()).first().click();
            supervisor.screenshot("03-launch-dialog");
            supervisor.button("启动 20 项任务").click();

            Locator link = supervisor.page().locator("a[href^='tasks/']").first();
            assertThat(link).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            assertThat(supervisor.page().getByText("督办中").first()).isVisible();
            supervisor.screenshot("04-directive-running");
            taskRoute = link.getAttribute("href");
        }
    }

    @Test
    @Order(2)
    void twoDepartmentsSign() {
        try (Person ndrc = person("staff.ndrc");
                Person miit = person("staff.miit")) {
            miit.open("tasks?text=" + TASK);
            miit.screenshot("05-ledger-of-a-department");
            for (Person staff : List.of(ndrc, miit)) {
                staff.open(taskRoute);
                assertThat(staff.page().getByText(TASK).first()).isVisible();
                staff.button("签收").click();
                assertThat(staff.button("申请办结")).isVisible();
            }
            ndrc.screenshot("06-task-signed");
        }
    }

    @Test
    @Order(3)
    void theServerIsStartedAgainWithItsDataWhenTheReportPeriodIsOpen() throws IOException {
        server.close();
        server = startServer(Duration.between(ZonedDateTime.now(ZONE), nextOpening()));

        try (Person ndrc = person("staff.ndrc")) {
            ndrc.open(taskRoute);
            // the timers strike in the background once the server is up; the page follows by itself
            assertThat(ndrc.page().getByText("填写报告").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
            ndrc.screenshot("07-report-period-open");
        }
    }

    @Test
    @Order(4)
    void aReportTravelsFromDraftToAcceptance() {
        try (Person supervisor = person("supervisor");
                Person ndrc = person("staff.ndrc")) {
            writeDraftAndLoseTheSession(ndrc);
            supervisor.open("reviews");
            assertThat(supervisor.page().getByText("报告审核").last()).isVisible();
            assertThat(supervisor.page().getByText(TASK)).hasCount(0);

            ndrc.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload(EVIDENCE, "text/plain", EVIDENCE_CONTENT));
            assertThat(ndrc.page().getByText(EVIDENCE).first()).isVisible();
            ndrc.screenshot("09-report-with-evidence");
            ndrc.button("上报").click();
            assertThat(ndrc.page().getByText("待审核").first()).isVisible();

            Locator row = supervisor.page().getByText(TASK).first();
            assertThat(row).isVisible(); // by push, without reloading
            row.click();
            assertThat(supervisor.page().locator(".review-reading")).containsText("已建成基站三千座，覆盖主要城区");
            supervisor.screenshot("10-review-queue");
            Download evidence = supervisor.page().waitForDownload(() -> supervisor
                    .page()
                    .locator(".review-reading")
                    .getByText(EVIDENCE)
                    .click());
            assertThat(evidence.suggestedFilename()).isEqualTo(EVIDENCE);
            assertThat(evidence.path()).hasBinaryContent(EVIDENCE_CONTENT);
            supervisor.button("退回").click();
            Locator dialog = supervisor.page().getByRole(AriaRole.DIALOG);
            dialog.getByLabel("退回理由").fill("请补充各地市分项数据");
            supervisor.screenshot("11-return-with-reason");
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("退回"))
                    .click();

            assertThat(ndrc.page().getByText("请补充各地市分项数据").first()).isVisible();
            ndrc.screenshot("12-returned");
            ndrc.page().getByLabel("工作进展").fill("已建成基站三千座，分项数据见附件");
            ndrc.button("上报").click();
            assertThat(ndrc.page().getByText("待审核").first()).isVisible();

            supervisor.page().getByText(TASK).first().click();
            // in the reading pane; the list tells its first words sooner
            Locator reading = supervisor.page().locator(".review-reading");
            assertThat(reading).containsText("分项数据见附件");
            supervisor.button("通过").first().click();
            assertThat(ndrc.page().getByText("审核通过").first()).isVisible();
            ndrc.screenshot("13-accepted");
            ndrc.open(taskRoute);
            assertThat(ndrc.page().getByText("审核通过").first()).isVisible();
            ndrc.screenshot("14-task-with-timeline");
        }
    }

    private void writeDraftAndLoseTheSession(Person ndrc) {
        ndrc.open(taskRoute);
        ndrc.page().getByText("填写报告").first().click();
        ndrc.page()
                .getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("完成进度"))
                .fill("35");
        ndrc.page().getByLabel("工作进展").fill("已建成基站三千座，覆盖主要城区");
        // the server counts what has reached it
        assertThat(ndrc.page().getByText("15 / 4000 字")).isVisible();
        assertThat(ndrc.page().getByText("已保存").first()).isVisible();
        ndrc.screenshot("08-draft-saved");
        String route = ndrc.page().url().replace(server.address() + "/", "");

        ndrc.loseSession();
        ndrc.signIn("staff.ndrc");
        ndrc.open(route);
        assertThat(ndrc.page().getByLabel("工作进展")).hasValue("已建成基站三千座，覆盖主要城区");
    }

    @Test
    @Order(5)
    void leaderOpensTheOverdueList() {
        try (Person leader = person("leader")) {
            assertThat(leader.page()).hasURL(server.address() + "/overdue");
            Locator first = leader.page().locator(".overdue-entry").first();
            assertThat(first).containsText("天");
            assertThat(first).containsText("办理时限");
            assertThat(first.locator("a[href^='tasks/']")).isVisible();
            leader.screenshot("15-overdue-list");
        }
        try (Person leader = onPhone("leader")) {
            assertThat(leader.page().locator(".overdue-entry").first()).isVisible();
            leader.screenshot("16-overdue-list-on-phone");
        }
        try (Person staff = onPhone("staff.miit")) {
            staff.screenshot("17-inbox-on-phone");
            staff.open(taskRoute);
            assertThat(staff.page().getByText(TASK).first()).isVisible();
            staff.screenshot("18-task-on-phone");
        }
    }

    @Test
    @Order(6)
    void theSignInPageFitsAPhone() {
        try (Person anybody = new Person(browser, server.address(), SCREENSHOTS, 390, 844)) {
            anybody.page().navigate(server.address() + "/login");
            assertThat(anybody.page().locator("input[name=password]")).isVisible();
            anybody.screenshot("20-sign-in-on-phone");
            assertThat((Integer) anybody.page().evaluate("document.scrollingElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            double right = anybody.page().locator(".login-card").boundingBox().x
                    + anybody.page().locator(".login-card").boundingBox().width;
            assertThat(right).isLessThan(390);
        }
    }

    @Test
    @Order(7)
    void aDepartmentDoesNotSeeAnothersKeyTask() {
        try (Person stranger = person("staff.ln-kjt")) {
            stranger.open(taskRoute);
            assertThat(stranger.page().getByText("没有找到这个页面").first()).isVisible();
            assertThat(stranger.page().getByText(TASK)).hasCount(0);
            stranger.screenshot("19-not-found");
        }
    }

    @Test
    @Order(8)
    void aPastedDocumentBecomesKeyTasksThatShowTheirSentence() {
        try (Person supervisor = person("supervisor")) {
            new ImportStory(supervisor).tell();
        }
    }

    @Test
    @Order(9)
    void saysHowMuchMemoryTheServerTook() throws IOException {
        long peak = server.peakMemoryMiB();
        System.out.println("Peak memory of the server after the story: " + peak + " MiB");
        assertThat(peak).isPositive();
    }

    private Person person(String username) {
        return new Person(browser, server.address(), SCREENSHOTS, 1440, 900).signIn(username);
    }

    private Person onPhone(String username) {
        return new Person(browser, server.address(), SCREENSHOTS, 390, 844).signIn(username);
    }

    private static DubanServer startServer(Duration ahead) throws IOException {
        return DubanServer.start(
                WORK.resolve("server.log"),
                "--duban.data=" + WORK.resolve("data"),
                "--duban.seeds=" + Path.of("seeds").toAbsolutePath(),
                "--duban.clock-offset=" + ahead.toSeconds() + "s",
                "--spring.profiles.active=demo");
    }

    /** Monthly reports of a directive launched today open on the next 15th from tomorrow; then, in the morning. */
    private static ZonedDateTime nextOpening() {
        LocalDate tomorrow = LocalDate.now(ZONE).plusDays(1);
        LocalDate opening = tomorrow.withDayOfMonth(15);
        return (opening.isBefore(tomorrow) ? opening.plusMonths(1) : opening)
                .atTime(9, 0)
                .atZone(ZONE);
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium; on Debian: apt-get install chromium"));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
