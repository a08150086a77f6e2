package org.duban.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.duban.support.Paper.group;
import static org.duban.support.Paper.joint;
import static org.duban.support.Paper.leads;
import static org.duban.support.Paper.shares;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.directive.DivisionRow.Obstacle;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.ExtractedTarget;
import org.duban.extraction.ExtractedTask;
import org.duban.extraction.Range;
import org.duban.extraction.Responsibility.Role;
import org.duban.extraction.Warning;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.support.Paper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Drafts are made of what was found in a text, and lose nothing of it. */
class DraftsTests extends DraftTest {

    @Autowired
    Departments departments;

    @Test
    void keepsEveryRowWithItsPlaceInTheText() {
        Paper paper = new Paper("关于试点工作的方案")
                .row("一（一）", "推进试点建设，年底前建成3个。", leads(lead.name()), shares(helper.name()))
                .promises(
                        "年底前",
                        LocalDate.of(2026, 12, 31),
                        new ExtractedTarget(
                                "建成3个",
                                "试点",
                                ExtractedTarget.Comparator.EQUAL,
                                new BigDecimal(3),
                                "个",
                                2026,
                                new Range(0, 4)))
                .warning(Warning.Kind.OPEN_LIST)
                .row("一（二）", "健全工作机制。", leads("从未听说的部门"));
        DirectiveId id = imported(paper);

        List<DivisionRow> rows = rows(id);
        assertThat(rows).extracting(DivisionRow::no).containsExactly("一（一）", "一（二）");
        assertThat(rows).allSatisfy(row -> assertThat(row.quote().of(text(id)))
                .startsWith(row.no())
                .contains(row.text())
                .endsWith("）"));
        DivisionRow first = rows.getFirst();
        assertThat(first.title()).isEqualTo("推进试点建设");
        assertThat(first.dueOn()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(first.deadlinePhrase()).isEqualTo("年底前");
        assertThat(first.targets()).singleElement().satisfies(target -> {
            assertThat(target.amount()).isEqualByComparingTo("3");
            assertThat(target.unit()).isEqualTo("个");
        });
        assertThat(first.assignments())
                .extracting(DivisionRow.Assignment::department, DivisionRow.Assignment::role)
                .containsExactly(tuple(lead.id(), DutyRole.LEAD), tuple(helper.id(), DutyRole.COOPERATING));
        assertThat(first.assignments()).allSatisfy(each -> {
            assertThat(each.range().of(text(id))).isEqualTo(each.printedName());
            assertThat(each.binding()).isEqualTo(DivisionRow.Binding.CANONICAL);
        });
        assertThat(first.launchable()).as("an open list does not block").isTrue();
        DivisionRow second = rows.getLast();
        assertThat(second.names()).singleElement().satisfies(name -> {
            assertThat(name.range().of(text(id))).isEqualTo("从未听说的部门");
            assertThat(name.role()).isEqualTo(DutyRole.LEAD);
        });
        assertThat(second.obstacles()).containsExactly(Obstacle.UNRESOLVED_NAME);
    }

    @Test
    void keepsOnlyTheDocumentsOwnPartOfALongerText() {
        String before = "另一份文件的正文。\n";
        Paper paper = new Paper("方案").row("1", "推进试点。", leads(lead.name()));
        ExtractedDocument shifted = shifted(paper.document(), before.length());

        DirectiveId id = as(() -> drafts.create(paper.facts(), null, before + paper.text() + "\n后一份文件", shifted));

        assertThat(text(id)).isEqualTo(paper.text());
        assertThat(row(id, "1").quote().of(text(id))).startsWith("1．推进试点。");
    }

    private static ExtractedDocument shifted(ExtractedDocument document, int by) {
        return new ExtractedDocument(
                shifted(document.range(), by),
                document.title(),
                null,
                null,
                null,
                null,
                document.tasks().stream()
                        .map(task -> new ExtractedTask(
                                task.no(),
                                task.title(),
                                task.text(),
                                shifted(task.quote(), by),
                                List.of(),
                                null,
                                List.of(),
                                List.of()))
                        .toList());
    }

    private static Range shifted(Range range, int by) {
        return new Range(range.start() + by, range.end() + by);
    }

    @Test
    void numbersRowsThatHaveNoneOrTheSame() {
        Paper paper = new Paper("方案")
                .row("1", "甲事。", leads(lead.name()))
                .row("1", "乙事。", leads(lead.name()))
                .row("1", "丙事。", leads(lead.name()))
                .row("很长的编号".repeat(20), "丁事。", leads(lead.name()));

        List<String> numbers = numbers(imported(paper));

        assertThat(numbers.subList(0, 3)).containsExactly("1", "1-2", "1-3");
        assertThat(numbers.getLast()).hasSize(40);
    }

    @Test
    void shortensWhatIsTooLongForItsPlaceSinceTheQuoteHasAll() {
        Paper paper = new Paper("方案").row("1", "长".repeat(3000), leads("名".repeat(400)));

        DivisionRow row = rows(imported(paper)).getFirst();

        assertThat(row.title()).hasSize(500).endsWith("…");
        assertThat(row.text()).hasSize(3000);
        assertThat(row.names().getFirst().name()).hasSize(300);
    }

    @Test
    void bindsNoGroupAndNothingThatTheRegisterDoubts() {
        Paper paper = new Paper("方案")
                .row("1", "甲事。", leads("有关部门"), group("各成员单位", Role.COOPERATING))
                .row("2", "乙事。", leads("试验部"));

        assertThat(rows(imported(paper)))
                .allSatisfy(row -> assertThat(row.assignments()).isEmpty());
    }

    @Test
    void givesADepartmentThatIsNamedTwiceTheStrongerRole() {
        Paper paper = new Paper("方案").row("1", "甲事。", shares(lead.name()), leads(lead.name()));

        assertThat(rows(imported(paper)).getFirst().assignments())
                .singleElement()
                .extracting(DivisionRow.Assignment::role)
                .isEqualTo(DutyRole.LEAD);
    }

    @Test
    void holdsWhoAnswersJointlyForStrongerThanWhoHelps() {
        Paper paper = new Paper("方案")
                .row("1", "甲事。", shares(lead.name()), joint(lead.name()))
                .row("2", "乙事。", joint(lead.name()), shares(lead.name()));

        assertThat(rows(imported(paper)))
                .flatExtracting(DivisionRow::assignments)
                .extracting(DivisionRow.Assignment::role)
                .containsExactly(DutyRole.JOINT, DutyRole.JOINT);
    }

    @Test
    void asksTheRegisterAgainInAnotherJurisdiction() {
        String name = "试验厅" + lead.name();
        DepartmentId provincial = provincial(name);
        Paper paper = new Paper("方案")
                .row("1", "甲事。", leads(lead.name()), shares(name))
                .row("2", "乙事。", leads("不明部门"));
        DirectiveId id = imported(paper);
        assertThat(row(id, "1").names()).extracting(DivisionRow.Name::name).containsExactly(name);
        as(() -> names.resolve(id, "不明部门", Set.of(helper.id())));
        DocumentFacts facts = paper.facts();

        fixture.as(
                supervisor,
                () -> drafts.setFacts(id, 0, new DocumentFacts("更正的标题", null, "试验省人民政府", null, null, null, "试验省")));

        assertThat(row(id, "1").assignments())
                .extracting(DivisionRow.Assignment::department)
                .contains(provincial);
        assertThat(row(id, "2").assignments())
                .as("what a supervisor said stays")
                .extracting(DivisionRow.Assignment::department)
                .containsExactly(helper.id());
        Directive directive = as(() -> directives.get(id));
        assertThat(directive.title()).isEqualTo("更正的标题");
        assertThat(directive.number()).isNull();
        editedBy(supervisor, () -> fixture.as(colleague, () -> drafts.setFacts(id, 0, facts)));
    }

    private DepartmentId provincial(String name) {
        return departments.addAsSystem(new Department(
                null,
                "province-" + lead.id().value(),
                name,
                name,
                Department.Tier.PROVINCIAL,
                "试验省",
                Department.Kind.OFFICE,
                List.of(),
                null,
                null,
                null));
    }

    @Test
    void refusesFactsThatMakeNoSense() {
        Paper paper = new Paper("方案").row("1", "甲事。", leads(lead.name()));
        DocumentFacts facts = new DocumentFacts("方案", null, null, null, 2030, 2026, "国家");

        refused("refusal.draft.years", () -> as(() -> drafts.create(facts, null, paper.text(), paper.document())));
        refused(
                "refusal.draft.titleMissing",
                () -> as(() -> drafts.create(
                        new DocumentFacts(" ", null, null, null, null, null, "国家"),
                        null,
                        paper.text(),
                        paper.document())));
    }

    @Test
    void isDiscardedWithEverything() {
        Paper paper = new Paper("方案")
                .row("1", "甲事。", leads(lead.name()), shares("不明部门"))
                .warning(Warning.Kind.UNREADABLE_NAME)
                .row("2", "乙事。", leads(lead.name()));
        DirectiveId id = imported(paper);
        as(() -> tables.drop(id, Set.of(row(id, "2").id())));

        fixture.as(colleague, () -> drafts.discard(id));

        refused("refusal.notFound", () -> as(() -> directives.get(id)));
    }

    @Test
    void isNotDiscardedOnceItIsLaunched() {
        Paper paper = new Paper("方案").row("1", "甲事。", leads(lead.name()));
        DirectiveId id = imported(paper);
        fixture.launch(supervisor, id, ReportingFrequency.NONE, LocalDate.of(2026, 12, 31));

        refused("refusal.directive.launchedBy", () -> fixture.as(supervisor, () -> drafts.discard(id)));
    }
}
