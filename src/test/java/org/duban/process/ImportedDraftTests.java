package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.Account;
import org.duban.account.AccountId;
import org.duban.account.Accounts;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionNames;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRow.Decision;
import org.duban.directive.DivisionRowId;
import org.duban.directive.DivisionTables;
import org.duban.directive.Drafts;
import org.duban.directive.LaunchPreview;
import org.duban.directive.LaunchRule;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Supervision;
import org.duban.extraction.Warning;
import org.duban.inbox.ItemKind;
import org.duban.support.Fixture.Office;
import org.duban.support.Paper;
import org.duban.task.KeyTaskId;
import org.duban.task.TaskSources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of an imported table at its launch: rows that are not clear stay behind, the others keep what was said. */
class ImportedDraftTests extends ProcessTest {

    @Autowired
    Directives directives;

    @Autowired
    Drafts drafts;

    @Autowired
    DivisionTables tables;

    @Autowired
    DivisionNames names;

    @Autowired
    Supervision supervision;

    @Autowired
    Accounts accounts;

    @Autowired
    TaskSources sources;

    private DirectiveId imported(Paper paper) {
        return fixture.as(supervisor, () -> drafts.create(paper.facts(), "方案.txt", paper.text(), paper.document()));
    }

    private static Paper.Named lead(Office office) {
        return Paper.leads(office.name());
    }

    @Test
    void leavesRowsBehindThatAreNotClear() {
        DirectiveId id = imported(new Paper("方案")
                .row("1", "甲事。", lead(lead))
                .row("2", "乙事。", lead(lead))
                .warning(Warning.Kind.NO_NAME)
                .row("3", "丙事。", lead(lead), Paper.shares("不明部门"))
                .row("4", "丁事。", lead(lead))
                .warning(Warning.Kind.OPEN_LIST)
                .row("5", "戊事。"));
        LaunchPreview preview = fixture.as(supervisor, () -> directives.previewLaunch(id));
        assertThat(preview.keyTasks()).isEqualTo(2);
        assertThat(preview.undecided()).containsExactly("2");
        assertThat(preview.unresolved()).containsExactly("3");
        assertThat(preview.nobodyNamed()).containsExactly("5");

        fixture.launch(supervisor, id, ReportingFrequency.NONE, YEAR_END);

        assertThat(launchedNumbers(id)).containsExactly("1", "4");
        assertThat(remaining(id)).isZero();
        refused("refusal.directive.nothingRemaining", () -> launchRemaining(id));

        fixture.as(supervisor, () -> tables.decideAll(id, Warning.Kind.NO_NAME, Decision.DISMISSED));
        fixture.as(supervisor, () -> names.resolve(id, "不明部门", Set.of(helper.id())));
        assertThat(remaining(id)).isEqualTo(2);
        launchRemaining(id);

        assertThat(launchedNumbers(id)).containsExactlyInAnyOrder("1", "2", "3", "4");
        assertThat(row(id, "5").obstacles()).containsExactly(DivisionRow.Obstacle.NOBODY_NAMED);
    }

    @Test
    void launchesNoRowThatWasDropped() {
        DirectiveId id = imported(new Paper("方案").row("1", "甲事。", lead(lead)).row("2", "乙事。", lead(lead)));
        fixture.as(supervisor, () -> tables.drop(id, Set.of(row(id, "2").id())));

        fixture.launch(supervisor, id, ReportingFrequency.NONE, YEAR_END);

        assertThat(launchedNumbers(id)).containsExactly("1");
        assertThat(remaining(id)).isZero();
    }

    @Test
    void judgesARowInTheSameWayInJavaAndInSql() {
        Office empty = fixture.officeWithoutPeople();
        DirectiveId id = imported(new Paper("方案")
                .row("1", "甲事。", lead(lead))
                .row("2", "乙事。", lead(lead))
                .warning(Warning.Kind.NO_NAME)
                .row("3", "丙事。", Paper.leads("不明部门"))
                .row("4", "丁事。", Paper.shares(lead.name()))
                .row("5", "戊事。", Paper.shares(lead.name()), Paper.leads("不明部门"))
                .row("6", "己事。", lead(empty), Paper.shares(lead.name()))
                .row("7", "庚事。", lead(empty), lead(helper))
                .row("8", "辛事。")
                .row("9", "壬事。", lead(lead))
                .warning(Warning.Kind.GROUP)
                .row("10", "癸事。", lead(lead)));
        fixture.as(supervisor, () -> tables.drop(id, Set.of(row(id, "10").id())));

        Set<String> bySql = new HashSet<>(jdbc.sql("SELECT r.row_no FROM division_row r WHERE r.directive_id = :id AND"
                        + LaunchRule.launchable("r"))
                .param("id", id.value())
                .query(String.class)
                .list());

        Set<String> byJava = rows(id).stream()
                .filter(DivisionRow::launchable)
                .map(DivisionRow::no)
                .collect(Collectors.toSet());
        assertThat(byJava).isEqualTo(bySql).containsExactlyInAnyOrder("1", "7", "9");
        assertThat(fixture.as(supervisor, () -> directives.summary(id)).launchable())
                .isEqualTo(3);
    }

    @Test
    void asksForReportsOnEachRowAsOftenAsItSays() {
        DirectiveId id = imported(new Paper("方案")
                .row("1", "甲事。", lead(lead))
                .row("2", "乙事。", lead(helper))
                .row("3", "丙事。", lead(fixture.office())));
        setReporting(id, "1", ReportingFrequency.MONTHLY);
        setReporting(id, "3", ReportingFrequency.NONE);
        fixture.launch(supervisor, id, ReportingFrequency.QUARTERLY, YEAR_END);
        KeyTaskId monthly = task(id, "1");
        KeyTaskId quarterly = task(id, "2");
        KeyTaskId never = task(id, "3");

        goTo(LocalDate.of(2026, 3, 16));
        assertThat(reportsOn(monthly)).isEqualTo(1);
        assertThat(reportsOn(quarterly)).as("on the same day").isEqualTo(1);
        goTo(LocalDate.of(2026, 4, 15));
        assertThat(reportsOn(monthly)).isEqualTo(2);
        assertThat(reportsOn(quarterly)).isEqualTo(1);
        goTo(LocalDate.of(2026, 5, 15));
        goTo(LocalDate.of(2026, 6, 15));
        assertThat(reportsOn(monthly)).isEqualTo(4);
        assertThat(reportsOn(quarterly)).isEqualTo(2);
        assertThat(reportsOn(never)).isZero();
    }

    @Test
    void reportsOnOneRowOfADirectiveWithoutReports() {
        DirectiveId id = imported(new Paper("方案").row("1", "甲事。", lead(lead)).row("2", "乙事。", lead(lead)));
        setReporting(id, "2", ReportingFrequency.MONTHLY);
        fixture.launch(supervisor, id, ReportingFrequency.NONE, YEAR_END);

        goTo(LocalDate.of(2026, 3, 16));

        assertThat(only(lead.staff(), ItemKind.REPORT).keyTaskId())
                .isEqualTo(task(id, "2").value());
    }

    @Test
    void asksTheSupervisorOfTheRowFirst() {
        Account colleague = fixture.supervisor();
        DirectiveId id = imported(new Paper("方案").row("1", "甲事。", lead(lead)).row("2", "乙事。", lead(lead)));
        directives.entrustAsSystem(id, colleague.id());
        setSupervisors(id, "1", colleague.id());
        fixture.launch(supervisor, id, ReportingFrequency.MONTHLY, YEAR_END);
        KeyTaskId theirs = task(id, "1");
        KeyTaskId everybodys = task(id, "2");
        dispute(theirs, lead);
        dispute(everybodys, lead);

        assertThat(disputed(supervisor)).containsExactly(everybodys.value());
        assertThat(disputed(colleague)).containsExactlyInAnyOrder(theirs.value(), everybodys.value());
        assertThat(fixture.as(supervisor, () -> tasks.visible(theirs)))
                .as("they see it nevertheless")
                .isTrue();

        fixture.as(supervisor, () -> supervision.withdraw(id, colleague.id()));
        assertThat(disputed(supervisor))
                .as("nothing waits for nobody")
                .containsExactlyInAnyOrder(theirs.value(), everybodys.value());
    }

    @Test
    void asksEverybodyAgainWhenTheSupervisorOfTheRowHasLeft() {
        Account colleague = fixture.supervisor();
        DirectiveId id = imported(new Paper("方案").row("1", "甲事。", lead(lead)));
        directives.entrustAsSystem(id, colleague.id());
        setSupervisors(id, "1", colleague.id());
        fixture.launch(supervisor, id, ReportingFrequency.MONTHLY, YEAR_END);
        KeyTaskId task = task(id, "1");
        sign(task, lead);
        goTo(LocalDate.of(2026, 3, 16));
        submit(lead, reportOf(lead), 30);
        assertThat(reviews(supervisor)).isZero();
        assertThat(reviews(colleague)).isOne();

        fixture.as(fixture.admin(), () -> accounts.setEnabled(colleague.id(), false));

        assertThat(reviews(supervisor)).isOne();
        assertThat(items(supervisor)).hasSize(1);
    }

    @Test
    void keepsTheSentenceOfAKeyTaskForThoseWhoSeeIt() {
        Paper paper = new Paper("方案").row("1", "甲事。", lead(lead), Paper.shares(helper.name()));
        for (int row = 2; row <= 30; row++) {
            paper.row(String.valueOf(row), "另一件事。", lead(lead));
        }
        DirectiveId id = imported(paper);
        fixture.launch(supervisor, id, ReportingFrequency.NONE, YEAR_END);
        KeyTaskId task = task(id, "15");

        assertThat(fixture.as(lead.staff(), () -> sources.of(task, 60))).hasValueSatisfying(passage -> {
            assertThat(passage.quote().of(passage.text())).startsWith("15．另一件事。");
            assertThat(passage.text()).matches("(?s)\\d+．.*").contains("14．", "16．");
            assertThat(passage.fromStart()).isFalse();
            assertThat(passage.toEnd()).isFalse();
            assertThat(passage.fileName()).isEqualTo("方案.txt");
        });
        assertThat(fixture.as(lead.staff(), () -> sources.of(task, 1_000_000))).hasValueSatisfying(passage -> {
            assertThat(passage.text()).isEqualTo(paper.text());
            assertThat(passage.fromStart() && passage.toEnd()).isTrue();
        });
        assertThat(fixture.as(lead.staff(), () -> tasks.details(task)).text()).isEqualTo("另一件事。");
        refused("refusal.notFound", () -> fixture.as(helper.staff(), () -> sources.of(task, 60)));
        KeyTaskId seeded = launched(ReportingFrequency.NONE);
        assertThat(fixture.as(lead.staff(), () -> sources.of(seeded, 60))).isEmpty();
    }

    @Test
    void saysOfEachRowWhatBecameOfIt() {
        DirectiveId id = imported(new Paper("方案").row("1", "甲事。", lead(lead)).row("2", "乙事。", Paper.leads("不明部门")));
        fixture.as(supervisor, () -> directives.launch(id, ReportingFrequency.NONE, YEAR_END));
        assertThat(rows(id))
                .extracting(row -> row.launched() != null, DivisionRow::launchable)
                .as("the first waits, the second stays behind")
                .containsExactly(tuple(false, true), tuple(false, false));
        refused(
                "refusal.directive.launchedBy",
                () -> fixture.as(supervisor, () -> names.resolve(id, "不明部门", Set.of(lead.id()))));

        fixture.travelTo(clock.instant());

        assertThat(row(id, "1").launched().keyTaskId()).isEqualTo(task(id, "1").value());
        assertThat(row(id, "2").launched()).isNull();
    }

    private List<DivisionRow> rows(DirectiveId id) {
        return fixture.as(supervisor, () -> directives.rows(id, Directives.FIRST_ROW, 100))
                .rows();
    }

    private DivisionRow row(DirectiveId id, String no) {
        return rows(id).stream().filter(row -> row.no().equals(no)).findFirst().orElseThrow();
    }

    private KeyTaskId task(DirectiveId id, String no) {
        return new KeyTaskId(row(id, no).launched().keyTaskId());
    }

    private List<String> launchedNumbers(DirectiveId id) {
        return rows(id).stream()
                .filter(row -> row.launched() != null)
                .map(DivisionRow::no)
                .toList();
    }

    private int remaining(DirectiveId id) {
        return fixture.as(supervisor, () -> directives.summary(id)).remaining();
    }

    private void launchRemaining(DirectiveId id) {
        fixture.as(supervisor, () -> directives.launchRemaining(id, YEAR_END));
        fixture.travelTo(clock.instant());
    }

    private void setReporting(DirectiveId id, String no, ReportingFrequency reporting) {
        DivisionRowId row = row(id, no).id();
        fixture.as(supervisor, () -> tables.setReporting(id, Set.of(row), reporting));
    }

    private void setSupervisors(DirectiveId id, String no, AccountId named) {
        DivisionRowId row = row(id, no).id();
        fixture.as(supervisor, () -> tables.setSupervisors(id, Set.of(row), Set.of(named)));
    }

    private long reportsOn(KeyTaskId task) {
        return count("progress_report WHERE key_task_id = " + task.value());
    }

    private List<Long> disputed(Account account) {
        return items(account).stream()
                .filter(item -> item.kind() == ItemKind.DECIDE_DISPUTE)
                .map(item -> item.keyTaskId())
                .toList();
    }

    private int reviews(Account account) {
        return fixture.as(account, reviews::count);
    }
}
