package org.duban.score.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Ledger.cooperating;
import static org.duban.support.Ledger.lead;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.ladder.Urges;
import org.duban.score.Appeal;
import org.duban.score.LedgerId;
import org.duban.score.LineFilter;
import org.duban.score.ScoreAppeals;
import org.duban.score.ScoreFilter;
import org.duban.score.ScoreLine;
import org.duban.score.ScoredTask;
import org.duban.score.Scores;
import org.duban.support.EmptyWorld;
import org.duban.support.Fixture;
import org.duban.support.Ledger;
import org.duban.support.ViewTest;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Transfers;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 考核得分: the ranking, the lines of a department with why, appeals, and ledgers computed anew. */
class ScorePagesTests extends ViewTest {

    @Autowired
    Ledger ledger;

    @Autowired
    EmptyWorld world;

    @Autowired
    MovableClock clock;

    @Autowired
    Scores scores;

    @Autowired
    ScoreAppeals appeals;

    @Autowired
    Urges urges;

    @Autowired
    Transfers transfers;

    @Autowired
    JdbcClient jdbc;

    Account supervisor;
    Fixture.Office office;
    Fixture.Office helper;
    List<KeyTaskId> tasks;
    KeyTaskId task;

    @BeforeEach
    void count() {
        clock.travelTo(Ledger.LAUNCH);
        world.begin();
        supervisor = fixture.supervisor();
        office = fixture.office();
        helper = fixture.office();
        tasks = ledger.launch(supervisor, 3, lead(office), cooperating(helper));
        task = tasks.getFirst();
        tasks.forEach(each -> ledger.sign(each, office));
        ledger.sign(task, helper);
        DutyId duty = ledger.duty(task, office);
        fixture.as(supervisor, () -> urges.urge(duty, "请加快"));
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void comparesDepartmentsAndTellsOneOfThemLineByLine() {
        signIn(fixture.leader());
        ledger.sign(tasks.getLast(), helper);
        Component page = open(Routes.SCORES);
        String table = textOf(find(NativeTable.class, page).single());
        assertThat(table)
                .contains(text("scores.column.perDuty"), office.name(), "+0.67", "+2", "+3", "−1")
                .contains(helper.name(), text("scores.duties", 3, "1.5"));
        assertThat(table.indexOf(helper.name())).as("the most per duty first").isLessThan(table.indexOf(office.name()));

        Anchor link = find(Anchor.class, page).withText(office.name()).single();
        String lines = textOf(open(link.getHref()));
        assertThat(lines)
                .contains(text("scores.deed.SIGNED", 0, "2026-03-04"), text("scores.deed.URGED"))
                .contains(text("scores.points", "−1"), text("scores.points", "+1"))
                .contains(text("scores.why", "被催办", version(), "2026-03-02 10:00"))
                .contains(text("scores.figure.weighted", "3"))
                .doesNotContain(text("scores.appeal.submit"), text("scores.recompute"));
        assertThat(find(Button.class).withText(text("scores.appeal")).all()).isEmpty();
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains(Routes.task(task.value()));
    }

    @Test
    void showsADepartmentItsOwnAndLeavesTheOthersOut() {
        signIn(helper.staff());

        assertThat(textOf(open(Routes.SCORES)))
                .contains(text("scores.deed.SIGNED", 0, "2026-03-04"), text("scores.figure.weighted", "1.5"))
                .doesNotContain(office.name(), text("scores.deed.URGED"), text("scores.figure.rank"));
        assertThat(textOf(open(Routes.scoresOf(office.id().value()))))
                .as("with the other's address")
                .doesNotContain(text("scores.deed.URGED"));
        assertThat(textOf(open(Routes.SCORES + "?year=abc&ledger=x&directive=1&department=-")))
                .contains(text("scores.deed.SIGNED", 0, "2026-03-04"));
        assertThat(textOf(open(Routes.task(task.value()))))
                .contains(text("scores.section"), text("scores.why", "按时签收", version(), "2026-03-02 10:00"))
                .doesNotContain(text("scores.deed.URGED"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void listsWhatSpeaksAgainstADepartmentOrIsAppealedAgainstOrOfOneKeyTask() {
        signIn(office.head());
        assertThat(entries(open(Routes.SCORES))).isEqualTo(4);

        Select<LineFilter.Kind> kind = find(Select.class).all().getLast();
        kind.setValue(LineFilter.Kind.MINUS);
        assertThat(address()).contains("lines=minus");
        assertThat(entries((Component) getCurrentView())).isOne();
        assertThat(textOf((Component) getCurrentView())).contains(text("scores.deed.URGED"));

        assertThat(textOf(open(Routes.SCORES + "?lines=appealed"))).contains(text("scores.empty.department"));
        ScoreLine line = urgedLine();
        fixture.as(office.head(), () -> appeals.appeal(line.id(), "当日已口头报告"));
        assertThat(entries(open(Routes.SCORES + "?lines=appealed"))).isOne();

        open(Routes.SCORES);
        ComboBox<ScoredTask> tasks = find(ComboBox.class).all().getLast();
        tasks.setValue(tasks.getListDataView().getItems().toList().getLast());
        assertThat(address()).contains("task=").doesNotContain("lines=");
        assertThat(entries((Component) getCurrentView())).isOne();
        assertThat(textOf((Component) getCurrentView())).doesNotContain(text("scores.deed.URGED"));
    }

    private int entries(Component page) {
        return find(ListItem.class, page).all().size();
    }

    @Test
    void letsTheHeadAppealAndTheSupervisorUphold() {
        signIn(office.head());
        test(find(Button.class, open(Routes.SCORES))
                        .withText(text("scores.appeal"))
                        .single())
                .click();
        ScoreLine line = urgedLine();
        assertThat(textOf(find(ReasonDialog.class).single()))
                .contains(text("task.title", line.taskNo(), line.taskTitle()))
                .contains(text("scores.appeal.against", "2026-03-02 10:00", text("scores.deed.URGED"), "−1"))
                .contains(text("scores.why", "被催办", version(), "2026-03-02 10:00"))
                .contains(text("scores.appeal.who", "2026-03-09"));
        test(find(TextArea.class).single()).setValue("当日已口头报告");
        confirm("scores.appeal.submit");
        assertThat(notices()).contains(text("scores.done.appealed"));
        assertThat(textOf((Component) getCurrentView())).contains(text("appealState.OPEN"), "当日已口头报告");

        signIn(supervisor);
        assertThat(textOf(open(Routes.SCORES))).contains(text("scores.appeals", 1), "当日已口头报告", office.name());
        test(find(Button.class).withText(text("scores.appeal.uphold")).single()).click();
        test(find(TextArea.class).single()).setValue("情况属实");
        confirm("scores.appeal.uphold");

        assertThat(notices()).contains(text("scores.done.uphold"));
        assertThat(textOf((Component) getCurrentView())).doesNotContain(text("scores.appeals", 1));
        assertThat(urgedLine().appeal().state()).isEqualTo(Appeal.State.UPHELD);
        assertThat(textOf(open(Routes.scoresOf(office.id().value()))))
                .contains(text("scores.counter", text("scores.deed.URGED")), "情况属实", text("appealState.UPHELD"));
    }

    @Test
    void letsTheHeadAppealOnThePageOfTheKeyTaskAndSaysWhyNot() {
        signIn(office.head());
        Component page = open(Routes.task(task.value()));
        test(find(Button.class, page).withText(text("scores.appeal")).single()).click();
        ScoreLine line = urgedLine();
        fixture.as(office.head(), () -> appeals.appeal(line.id(), "别人先提出"));
        test(find(TextArea.class).single()).setValue("当日已口头报告");
        confirm("scores.appeal.submit");

        ReasonDialog dialog = find(ReasonDialog.class).single();
        assertThat(textOf(dialog)).contains(office.head().displayName());
        assertThat(find(TextArea.class).single().getValue())
                .as("what was typed")
                .isEqualTo("当日已口头报告");
    }

    @Test
    void letsTheHeadTakeTheAppealBack() {
        ScoreLine line = urgedLine();
        fixture.as(office.head(), () -> appeals.appeal(line.id(), "当日已口头报告"));
        signIn(office.staff());
        open(Routes.SCORES);
        assertThat(find(Button.class).withText(text("scores.appeal.takeBack")).all())
                .isEmpty();

        signIn(office.head());
        Component page = open(Routes.SCORES);
        test(find(Button.class, page).withText(text("scores.appeal.takeBack")).single())
                .click();

        assertThat(notices()).contains(text("scores.done.takeBack"));
        assertThat(urgedLine().appeal().state()).isEqualTo(Appeal.State.TAKEN_BACK);
        assertThat(textOf((Component) getCurrentView()))
                .contains(
                        text("appealState.TAKEN_BACK"),
                        text("scores.appeal.takenBack", office.head().displayName(), "2026-03-02 10:00"))
                .doesNotContain(text("scores.appeal.takeBack"));
    }

    @Test
    void letsTheSupervisorRefuse() {
        ScoreLine line = urgedLine();
        fixture.as(office.head(), () -> appeals.appeal(line.id(), "当日已口头报告"));
        signIn(supervisor);
        open(Routes.SCORES);
        test(find(Button.class).withText(text("scores.appeal.refuse")).single()).click();
        test(find(TextArea.class).single()).setValue("催办有据");
        confirm("scores.appeal.refuse");

        assertThat(notices()).contains(text("scores.done.refuse"));
        assertThat(urgedLine().appeal().state()).isEqualTo(Appeal.State.REFUSED);
    }

    @Test
    @SuppressWarnings("unchecked")
    void computesAnewBesideTheRunningLedger() {
        signIn(supervisor);
        Component page = open(Routes.SCORES);
        assertThat(textOf(page)).doesNotContain(text("scores.column.difference"));
        test(find(Button.class, page).withText(text("scores.recompute")).single())
                .click();
        test(find(TextArea.class).single()).setValue("年中试算");
        confirm("scores.recompute.begin");

        assertThat(notices()).contains(text("scores.done.recomputed", 5));
        assertThat(address()).contains("ledger=");
        assertThat(textOf((Component) getCurrentView()))
                .contains("年中试算", supervisor.displayName(), text("scores.column.difference"));
        Select<LedgerId> choice = find(Select.class).all().getLast();
        assertThat(choice.getValue().running()).isFalse();

        choice.setValue(LedgerId.RUNNING);
        assertThat(address()).doesNotContain("ledger=");
    }

    @Test
    void tellsAFormerDepartmentOfAKeyTaskThatItCanLookAtNoMore() {
        DutyId duty = ledger.duty(task, office);
        Fixture.Office heir = fixture.office();
        fixture.as(supervisor, () -> transfers.transfer(duty, heir.id(), "机构职能调整"));
        ScoreLine line = urgedLine();
        String former = text("scores.formerTask", text("task.title", line.taskNo(), line.taskTitle()));

        signIn(office.head());
        assertThat(textOf(open(Routes.SCORES))).contains(former);
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).doesNotContain(Routes.task(task.value()));
        signIn(supervisor);
        assertThat(textOf(open(Routes.scoresOf(office.id().value())))).doesNotContain(former);
        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains(Routes.task(task.value()));
    }

    @Test
    void exportsTheRankingAndTheLinesThatTheReaderMaySee() {
        signIn(fixture.leader());
        open(Routes.SCORES);
        assertThat(download())
                .startsWith("\uFEFF" + text("scores.column.rank") + ",")
                .contains("," + office.name() + ",0.67,2,3,-1,3,3\r\n", "," + helper.name() + ",0.67,1,1,0,3,1.5\r\n");
        open(Routes.scoresOf(office.id().value()));
        assertThat(download().lines())
                .hasSize(5)
                .anyMatch(row -> row.contains("," + text("scores.deed.URGED") + ",-1,被催办,"));
        open(Routes.scoresOf(office.id().value()) + "&lines=minus");
        assertThat(download().lines()).as("as it is filtered").hasSize(2);

        signIn(helper.staff());
        open(Routes.scoresOf(office.id().value()));
        assertThat(download().lines())
                .as("the own alone, whatever the address says")
                .hasSize(2)
                .noneMatch(row -> row.contains(office.name()));
        signIn(fixture.supervisor());
        assertThat(textOf(open(Routes.SCORES))).doesNotContain(text("scores.sheet"));
    }

    @Test
    void writesCellsThatNoSheetTakesForAFormula() {
        assertThat(ScoreSheets.cell("=HYPERLINK(\"http://x\")")).isEqualTo("'=HYPERLINK(\"http://x\")");
        assertThat(ScoreSheets.cell(" +1+1")).startsWith("'");
        assertThat(ScoreSheets.cell("\t@SUM(A1)")).startsWith("'");
        assertThat(ScoreSheets.cell("＝1+1")).startsWith("'");
        assertThat(ScoreSheets.cell("-1+1")).startsWith("'");
        assertThat(ScoreSheets.cell(-1)).as("a number").isEqualTo("-1");
        assertThat(ScoreSheets.cell("二（六）")).isEqualTo("二（六）");
        assertThat(ScoreSheets.cell(null)).isEmpty();
    }

    @Test
    void quotesTitlesAndDefusesThemInTheFile() {
        jdbc.sql("UPDATE key_task SET title = '=1+1,\"甲\"' WHERE id = :task")
                .param("task", task.value())
                .update();
        signIn(office.staff());
        open(Routes.SCORES);

        assertThat(download()).contains(",\"'=1+1,\"\"甲\"\"\",");
    }

    private String download() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        test(find(Anchor.class).withText(text("scores.sheet")).single()).download(file);
        return file.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysThatNothingWasCounted() {
        world.begin();
        signIn(fixture.leader());
        assertThat(textOf(open(Routes.SCORES))).contains(text("scores.since.never"), text("scores.empty"));
        signIn(fixture.office().staff());
        assertThat(textOf(open(Routes.SCORES))).contains(text("scores.empty.department"));
    }

    private ScoreLine urgedLine() {
        return fixture
                .as(
                        supervisor,
                        () -> scores.lines(
                                new ScoreFilter(LedgerId.RUNNING, 2026, null),
                                office.id(),
                                LineFilter.ALL,
                                Scores.NEWEST,
                                50))
                .rows()
                .stream()
                .filter(line -> line.rule().equals("URGED") && !line.counter())
                .findFirst()
                .orElseThrow();
    }

    private int version() {
        return urgedLine().ruleVersion();
    }

    private void confirm(String key) {
        test(find(Button.class, find(ReasonDialog.class).single())
                        .withText(text(key))
                        .single())
                .click();
    }
}
