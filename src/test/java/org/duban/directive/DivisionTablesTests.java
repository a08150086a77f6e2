package org.duban.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Paper.leads;
import static org.duban.support.Paper.shares;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.directive.DivisionRow.Assignment;
import org.duban.directive.DivisionRow.Decision;
import org.duban.directive.DivisionRow.RowWarning;
import org.duban.extraction.Range;
import org.duban.extraction.Warning;
import org.duban.organisation.DepartmentId;
import org.duban.support.Fixture.Assigned;
import org.duban.support.Paper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows are edited, split, joined, added and dropped, and each edit can be taken back. */
class DivisionTablesTests extends DraftTest {

    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);

    private DirectiveId id;

    @BeforeEach
    void importTable() {
        id = imported(new Paper("方案")
                .row("1", "完善制度。加强协调。", leads(lead.name()), shares("不明部门"))
                .warning(Warning.Kind.UNREADABLE_NAME)
                .row("2", "健全机制。", leads(helper.name()))
                .row("3", "开展检查。", leads(lead.name())));
    }

    @Test
    void editsARow() {
        DivisionRow row = row(id, "1");
        RowEdit edit = new RowEdit(
                "1.1",
                " 完善制度体系 ",
                "完善制度体系，加强协调。",
                YEAR_END,
                "年底前",
                List.of(
                        new RowEdit.Assigned(lead.id(), DutyRole.JOINT),
                        new RowEdit.Assigned(helper.id(), DutyRole.JOINT)),
                List.of(),
                List.of(new NewDirective.NewTarget(null, "制度", Target.Comparator.AT_LEAST, null, "项", 2026)));

        Undo undo = as(() -> tables.edit(id, row.id(), row.revision(), edit));

        DivisionRow edited = row(id, "1.1");
        assertThat(edited.title()).isEqualTo("完善制度体系");
        assertThat(edited.quote()).as("stays").isEqualTo(row.quote());
        assertThat(edited.dueOn()).isEqualTo(YEAR_END);
        assertThat(edited.names()).isEmpty();
        assertThat(edited.targets()).singleElement().extracting(Target::wording).isEqualTo("制度");
        assertThat(edited.assignments()).extracting(Assignment::role).containsOnly(DutyRole.JOINT);
        assertThat(edited.assignments().getFirst().printedName()).isEqualTo(lead.name());
        assertThat(edited.assignments().getLast().binding()).isEqualTo(DivisionRow.Binding.SUPERVISOR);

        as(() -> tables.undo(undo));
        assertSame(row(id, "1"), row);
    }

    @Test
    void tellsWhoEditedItMeanwhileAndChangesNothing() {
        DivisionRow row = row(id, "1");
        fixture.as(colleague, () -> tables.setReporting(id, Set.of(row.id()), ReportingFrequency.MONTHLY));

        editedBy(colleague, () -> as(() -> tables.edit(id, row.id(), row.revision(), RowEdit.of(row))));
        editedBy(colleague, () -> as(() -> tables.split(id, row.id(), row.revision(), List.of(5))));
        assertThat(row(id, "1").reporting()).isEqualTo(ReportingFrequency.MONTHLY);
    }

    @Test
    void letsOneOfTwoWinWhoEditAtTheSameMoment() throws Exception {
        DivisionRow row = row(id, "1");
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> attempts = Stream.of(supervisor, colleague)
                    .map(each -> threads.submit(() -> {
                        together.await();
                        try {
                            fixture.as(each, () -> tables.edit(id, row.id(), row.revision(), RowEdit.of(row)));
                            return true;
                        } catch (Refusal refused) {
                            assertThat(refused.messageKey()).isEqualTo("refusal.draft.editedBy");
                            return false;
                        }
                    }))
                    .toList();

            assertThat(List.of(attempts.getFirst().get(), attempts.getLast().get()))
                    .containsExactlyInAnyOrder(true, false);
        }
        assertThat(row(id, "1").revision()).isEqualTo(row.revision() + 1);
    }

    @Test
    void refusesWhatMakesNoRow() {
        DivisionRow row = row(id, "1");
        RowEdit same = RowEdit.of(row);
        refused("refusal.draft.noTaken", () -> edit(row, withNo(same, "2")));
        refused("refusal.draft.noMissing", () -> edit(row, withNo(same, " ")));
        refused(
                "refusal.directive.dueInPast",
                () -> edit(
                        row,
                        new RowEdit("1", "标题", null, LocalDate.of(2020, 1, 1), null, List.of(), List.of(), List.of())));
        refused(
                "refusal.notFound",
                () -> edit(
                        row,
                        new RowEdit(
                                "1",
                                "标题",
                                null,
                                null,
                                null,
                                List.of(new RowEdit.Assigned(new DepartmentId(1), DutyRole.LEAD)),
                                List.of(),
                                List.of())));
    }

    private void edit(DivisionRow row, RowEdit edit) {
        as(() -> tables.edit(id, row.id(), row.revision(), edit));
    }

    private static RowEdit withNo(RowEdit edit, String no) {
        return new RowEdit(
                no,
                edit.title(),
                edit.text(),
                edit.dueOn(),
                edit.deadlinePhrase(),
                edit.assigned(),
                edit.names(),
                edit.targets());
    }

    @Test
    void splitsARowWhereItsTextIsSplit() {
        DivisionRow row = row(id, "1");

        Undo undo = as(() -> tables.split(id, row.id(), row.revision(), List.of(5)));

        assertThat(numbers(id)).containsExactly("1", "1-2", "2", "3");
        DivisionRow first = row(id, "1");
        DivisionRow second = row(id, "1-2");
        assertThat(first.text()).isEqualTo("完善制度。");
        assertThat(second.text()).isEqualTo("加强协调。");
        assertThat(second.title()).isEqualTo("加强协调");
        assertThat(first.quote().of(text(id))).isEqualTo("1．完善制度。");
        assertThat(second.quote().of(text(id))).startsWith("加强协调。（").endsWith("负责）");
        assertThat(List.of(first, second)).allSatisfy(part -> {
            assertThat(part.assignments()).extracting(Assignment::department).containsExactly(lead.id());
            assertThat(part.names()).extracting(DivisionRow.Name::name).containsExactly("不明部门");
        });
        assertThat(undo.made()).containsExactly(second.id());

        as(() -> tables.undo(undo));
        assertThat(numbers(id)).containsExactly("1", "2", "3");
        assertSame(row(id, "1"), row);
        refused(
                "refusal.draft.noSplit",
                () -> as(() -> tables.split(id, row.id(), row(id, "1").revision(), List.of(0))));
    }

    @Test
    void mergesNeighboursAndTakesThatBackThoughOthersWereAdded() {
        List<DivisionRow> before = rows(id);
        Set<DivisionRowId> wanted = Set.of(row(id, "1").id(), row(id, "2").id());
        refused(
                "refusal.draft.noNeighbours",
                () -> as(() ->
                        tables.merge(id, Set.of(row(id, "1").id(), row(id, "3").id()))));

        Undo undo = as(() -> tables.merge(id, wanted));

        assertThat(numbers(id)).containsExactly("1", "3");
        DivisionRow merged = row(id, "1");
        assertThat(merged.text()).isEqualTo("完善制度。加强协调。\n健全机制。");
        assertThat(merged.assignments()).extracting(Assignment::department).containsExactly(lead.id(), helper.id());
        assertThat(merged.quote().of(text(id)))
                .startsWith("1．完善")
                .endsWith("负责）")
                .contains("2．健全机制");
        assertThat(merged.warnings()).hasSize(1);

        as(() ->
                tables.add(id, merged.id(), new RowEdit("2", "新增", null, null, null, List.of(), List.of(), List.of())));
        as(() -> tables.undo(undo));
        assertThat(numbers(id)).as("its number is taken meanwhile").containsExactly("1", "2-2", "2", "3");
        assertThat(row(id, "1").text()).isEqualTo(before.getFirst().text());
        assertThat(row(id, "2-2").quote()).isEqualTo(before.get(1).quote());
    }

    @Test
    void addsARowWhereItsPieceStandsInTheSource() {
        int at = text(id).indexOf("健全机制");
        Undo undo = as(() -> tables.addFromSource(id, new Range(at, at + 4)));

        assertThat(numbers(id)).containsExactly("1", "2", "2-2", "3");
        DivisionRow added = row(id, "2-2");
        assertThat(added.title()).isEqualTo("健全机制");
        assertThat(added.quote().of(text(id))).isEqualTo("健全机制");
        assertThat(added.obstacles()).containsExactly(DivisionRow.Obstacle.NOBODY_NAMED);
        refused("refusal.draft.nothingSelected", () -> as(() -> tables.addFromSource(id, new Range(3, 3))));

        Undo redo = as(() -> tables.undo(undo));
        assertThat(numbers(id)).containsExactly("1", "2", "3");
        as(() -> tables.undo(redo));
        assertThat(numbers(id)).containsExactly("1", "2", "2-2", "3");
    }

    @Test
    void dropsRowsAndTakesThemBackLater() {
        DivisionRowId second = row(id, "2").id();
        as(() -> tables.drop(id, Set.of(second)));
        assertThat(numbers(id)).containsExactly("1", "3");
        assertThat(as(() -> directives.summary(id)).rows()).isEqualTo(2);
        assertThat(as(() -> tables.dropped(id))).extracting(DivisionRow::no).containsExactly("2");
        editedBy(supervisor, () -> fixture.as(colleague, () -> tables.drop(id, Set.of(second))));
        DivisionRow third = row(id, "3");
        edit(third, withNo(RowEdit.of(third), "2"));

        as(() -> tables.restore(id, Set.of(second)));

        assertThat(numbers(id)).containsExactly("1", "2-2", "2");
        editedBy(supervisor, () -> fixture.as(colleague, () -> tables.restore(id, Set.of(second))));
    }

    @Test
    void decidesOnAWarningOnce() {
        DivisionRow row = row(id, "1");
        RowWarning warning = row.warnings().getFirst();
        assertThat(row.obstacles()).contains(DivisionRow.Obstacle.OPEN_WARNING);

        Undo undo = as(() -> tables.decide(id, row.id(), warning.id(), Decision.CONFIRMED));

        RowWarning decided = row(id, "1").warnings().getFirst();
        assertThat(decided.decision()).isEqualTo(Decision.CONFIRMED);
        assertThat(decided.decidedBy()).isEqualTo(supervisor.id());
        assertThat(row(id, "1").obstacles()).containsExactly(DivisionRow.Obstacle.UNRESOLVED_NAME);
        refused(
                "refusal.handledBefore",
                () -> fixture.as(colleague, () -> tables.decide(id, row.id(), warning.id(), Decision.DISMISSED)));
        refused(
                "refusal.draft.editedBy",
                () -> as(() -> tables.decideAll(id, Warning.Kind.UNREADABLE_NAME, Decision.DISMISSED)));

        as(() -> tables.undo(undo));
        as(() -> tables.decideAll(id, Warning.Kind.UNREADABLE_NAME, Decision.DISMISSED));
        assertThat(row(id, "1").warnings().getFirst().open()).isFalse();
    }

    @Test
    void saysWhoAnswersForRowsAndHowOften() {
        Set<DivisionRowId> two = Set.of(row(id, "1").id(), row(id, "2").id());
        as(() -> tables.setReporting(id, two, ReportingFrequency.MONTHLY));
        as(() -> tables.setSupervisors(id, two, Set.of(colleague.id())));

        assertThat(row(id, "2").reporting()).isEqualTo(ReportingFrequency.MONTHLY);
        assertThat(row(id, "2").supervisors()).containsExactly(colleague.id());
        assertThat(row(id, "3").reporting()).isNull();
        assertThat(row(id, "3").supervisors()).isEmpty();
        refused(
                "refusal.draft.notItsSupervisor",
                () -> as(() -> tables.setSupervisors(
                        id, two, Set.of(fixture.supervisor().id()))));
    }

    @Test
    void editsOnlyRowsThatAreNotLaunched() {
        fixture.launch(supervisor, id, ReportingFrequency.NONE, YEAR_END);
        DivisionRow launched = row(id, "2");
        assertThat(launched.launched()).isNotNull();

        refused("refusal.directive.launchedBy", () -> edit(launched, RowEdit.of(launched)));
        refused("refusal.directive.launchedBy", () -> as(() -> tables.drop(id, Set.of(launched.id()))));
        refused(
                "refusal.directive.launchedBy",
                () -> as(() -> tables.merge(id, Set.of(row(id, "1").id(), launched.id()))));
        DivisionRow behind = row(id, "1");
        edit(behind, withNo(RowEdit.of(behind), "1a"));
        assertThat(numbers(id)).containsExactly("1a", "2", "3");
    }

    @Test
    void worksForTablesThatWereReadFromNoText() {
        DirectiveId seeded = fixture.directive(supervisor, 2, new Assigned(lead, DutyRole.LEAD));
        List<DivisionRow> rows = rows(seeded);

        assertThat(as(() -> sources.of(seeded))).isEmpty();
        refused(
                "refusal.draft.noSplit",
                () -> as(() -> tables.split(seeded, rows.getFirst().id(), 0, List.of(2))));
        as(() ->
                tables.merge(seeded, Set.of(rows.getFirst().id(), rows.getLast().id())));

        assertThat(rows(seeded)).singleElement().satisfies(row -> {
            assertThat(row.title()).contains("；");
            assertThat(row.text()).isNull();
            assertThat(row.launchable()).isTrue();
        });
    }

    private static void assertSame(DivisionRow now, DivisionRow before) {
        assertThat(RowEdit.of(now)).isEqualTo(RowEdit.of(before));
        assertThat(now.warnings()).isEqualTo(before.warnings());
        assertThat(now.assignments()).isEqualTo(before.assignments());
        assertThat(now.quote()).isEqualTo(before.quote());
    }
}
