package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.account.Account;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRowId;
import org.duban.directive.Drafts;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.support.Fixture;
import org.duban.support.Fixture.Office;
import org.duban.support.OnEveryDatabase;
import org.duban.support.Paper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEveryDatabase
class SimilarTasksTests {

    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);
    private static final String BROADBAND = "加快第五代移动通信网络建设，实现县城以上地区连续覆盖，推动重点场所深度覆盖。";
    private static final String REWORDED = "加快第五代移动通信网络建设，实现县城及以上地区连续覆盖，重点场所深度覆盖。";

    @Autowired
    Fixture fixture;

    @Autowired
    Directives directives;

    @Autowired
    Drafts drafts;

    @Autowired
    SimilarTasks similar;

    @Autowired
    LikenessRepository likeness;

    @Autowired
    LikenessIndex index;

    @Autowired
    JdbcClient jdbc;

    private Account supervisor;
    private Office lead;

    @BeforeEach
    void begin() {
        fixture.travelTo(Instant.parse("2026-03-02T02:00:00Z"));
        supervisor = fixture.supervisor();
        lead = fixture.office();
        jdbc.sql("DELETE FROM task_likeness").update();
    }

    private DirectiveId imported(Account by, String... rows) {
        Paper paper = new Paper("方案");
        for (int row = 0; row < rows.length; row++) {
            paper.row(String.valueOf(row + 1), rows[row], Paper.leads(lead.name()));
        }
        return fixture.as(by, () -> drafts.create(paper.facts(), null, paper.text(), paper.document()));
    }

    private DirectiveId running(Account by, String... rows) {
        DirectiveId id = imported(by, rows);
        fixture.launch(by, id, ReportingFrequency.NONE, YEAR_END);
        return id;
    }

    private List<DivisionRow> rows(DirectiveId id) {
        return fixture.as(supervisor, () -> directives.rows(id, Directives.FIRST_ROW, 200))
                .rows();
    }

    private Map<DivisionRowId, List<SimilarTask>> similarTo(DirectiveId id) {
        return fixture.as(supervisor, () -> similar.of(id, rows(id)));
    }

    @Test
    void findsRunningKeyTasksOfOtherDirectives() {
        DirectiveId other = running(supervisor, "健全养老服务体系，发展普惠养老。", BROADBAND);
        DirectiveId draft = imported(supervisor, REWORDED, "加强耕地保护和用途管制。");

        Map<DivisionRowId, List<SimilarTask>> found = similarTo(draft);

        assertThat(found).containsOnlyKeys(rows(draft).getFirst().id());
        SimilarTask alike = found.values().iterator().next().getFirst();
        assertThat(alike.directiveId()).isEqualTo(other);
        assertThat(alike.no()).isEqualTo("2");
        assertThat(alike.directiveLabel()).isEqualTo("试发〔2026〕7号");
        assertThat(alike.likeness()).isBetween(SimilarTasks.MUCH_ALIKE, 99);
        assertThat(similarTo(other)).as("not its own").isEmpty();
    }

    @Test
    void findsDoublesOfAKeyTask() {
        DirectiveId other = running(supervisor, "健全养老服务体系，发展普惠养老。", BROADBAND);
        DirectiveId mine = running(supervisor, REWORDED);
        running(fixture.supervisor(), REWORDED);
        KeyTaskId task = new KeyTaskId(jdbc.sql("SELECT id FROM key_task WHERE directive_id = :id")
                .param("id", mine.value())
                .query(Long.class)
                .single());

        assertThat(fixture.as(supervisor, () -> similar.to(task)))
                .as("but not those of others")
                .extracting(SimilarTask::directiveId)
                .containsExactly(other);
    }

    @Test
    void findsThemForEachOfManyRows() {
        String[] rows = new String[100];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = String.valueOf((char) ('一' + 37 * row)).repeat(3) + REWORDED;
        }
        running(supervisor, BROADBAND);

        DirectiveId draft = imported(supervisor, rows);

        assertThat(similarTo(draft))
                .containsOnlyKeys(rows(draft).stream().map(DivisionRow::id).toList())
                .allSatisfy((row, found) -> assertThat(found).hasSize(1));
    }

    @Test
    void showsNoneThatTheCallerMayNotSee() {
        running(fixture.supervisor(), BROADBAND);

        assertThat(similarTo(imported(supervisor, REWORDED))).isEmpty();
    }

    @Test
    void forgetsKeyTasksThatAreClosed() {
        DirectiveId other = running(supervisor, BROADBAND);
        KeyTaskId task = new KeyTaskId(rows(other).getFirst().launched().keyTaskId());

        likeness.on(new KeyTaskEvents.Closed(task));

        assertThat(similarTo(imported(supervisor, REWORDED))).isEmpty();
    }

    @Test
    void comparesTitlesWhereATableHasNothingElse() {
        String title = "加快第五代移动通信网络建设";
        DirectiveId seeded = fixture.directive(supervisor, 1, new Fixture.Assigned(lead, DutyRole.LEAD));
        jdbc.sql("UPDATE division_row SET title = :title WHERE directive_id = :id")
                .param("title", title)
                .param("id", seeded.value())
                .update();
        fixture.launch(supervisor, seeded, ReportingFrequency.NONE, YEAR_END);

        DirectiveId draft = imported(supervisor, BROADBAND);

        assertThat(similarTo(draft)).hasSize(1);
    }

    @Test
    void entersKeyTasksThatWereLaunchedBeforeTheIndexWas() {
        running(supervisor, BROADBAND);
        DirectiveId draft = imported(supervisor, REWORDED);
        jdbc.sql("DELETE FROM task_likeness").update();
        assertThat(similarTo(draft)).isEmpty();

        index.on(null);

        assertThat(similarTo(draft)).hasSize(1);
    }
}
