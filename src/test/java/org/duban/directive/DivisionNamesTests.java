package org.duban.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.duban.support.Paper.group;
import static org.duban.support.Paper.leads;
import static org.duban.support.Paper.shares;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.directive.DivisionRow.Assignment;
import org.duban.extraction.Responsibility.Role;
import org.duban.organisation.Resolution;
import org.duban.support.Fixture.Office;
import org.duban.support.Paper;
import org.junit.jupiter.api.Test;

/** A name is resolved once for all rows that have it. */
class DivisionNamesTests extends DraftTest {

    private DirectiveId id;

    private DirectiveId imported() {
        return imported(new Paper("方案")
                .row("1", "甲事。", leads("改革小组"), shares(helper.name()))
                .row("2", "乙事。", leads(lead.name()), shares("改革小组"), group("各成员单位", Role.COOPERATING))
                .row("3", "丙事。", leads(lead.name())));
    }

    @Test
    void listsEachNameOnceWithItsRowsAndWhatTheRegisterKnows() {
        id = imported();

        List<UnresolvedName> open = as(() -> names.unresolved(id));

        assertThat(open)
                .extracting(UnresolvedName::name, UnresolvedName::rows, UnresolvedName::roles, UnresolvedName::group)
                .containsExactly(
                        tuple("改革小组", List.of("1", "2"), Set.of(DutyRole.LEAD, DutyRole.COOPERATING), false),
                        tuple("各成员单位", List.of("2"), Set.of(DutyRole.COOPERATING), true));
        assertThat(open.getFirst().resolution()).isInstanceOf(Resolution.Unknown.class);
        assertThat(open.getLast().resolution()).isInstanceOf(Resolution.Group.class);
    }

    @Test
    void bindsTheLongestNameThatARowCanHave() {
        String longest = "关于推进试点工作的".repeat(40).substring(0, 300);
        id = imported(new Paper("方案").row("1", "甲事。", leads(longest)));

        as(() -> names.resolve(id, longest, Set.of(lead.id())));

        assertThat(row(id, "1").names()).isEmpty();
        assertThat(row(id, "1").assignments()).singleElement().satisfies(bound -> {
            assertThat(bound.printedName()).hasSize(120).endsWith("…");
            assertThat(bound.range().of(text(id))).as("the source has all").isEqualTo(longest);
        });
    }

    @Test
    void bindsTheNameInAllRowsInTheRoleThatItHasThere() {
        id = imported();
        Office meant = fixture.office();

        Undo undo = as(() -> names.resolve(id, "改革小组", Set.of(meant.id())));

        assertThat(undo.rows()).isEqualTo(2);
        assertThat(row(id, "1").assignments())
                .extracting(Assignment::department, Assignment::role, Assignment::printedName, Assignment::binding)
                .contains(tuple(meant.id(), DutyRole.LEAD, "改革小组", DivisionRow.Binding.SUPERVISOR));
        assertThat(row(id, "1").assignments().getFirst().department())
                .as("in the order of the document")
                .isEqualTo(meant.id());
        assertThat(row(id, "2").assignments())
                .extracting(Assignment::department, Assignment::role)
                .contains(tuple(meant.id(), DutyRole.COOPERATING));
        assertThat(row(id, "1").launchable()).isTrue();
        assertThat(row(id, "2").launchable()).as("the group is open").isFalse();
    }

    @Test
    void expandsAGroup() {
        id = imported();
        Office one = fixture.office();
        Office two = fixture.office();

        as(() -> names.resolve(id, "各成员单位", Set.of(one.id(), two.id(), lead.id())));

        assertThat(row(id, "2").assignments())
                .extracting(Assignment::department, Assignment::role)
                .as("who leads already goes on leading")
                .containsExactlyInAnyOrder(
                        tuple(lead.id(), DutyRole.LEAD),
                        tuple(one.id(), DutyRole.COOPERATING),
                        tuple(two.id(), DutyRole.COOPERATING));
    }

    @Test
    void dropsANameAndTakesThatBack() {
        id = imported();
        List<DivisionRow> before = rows(id);

        Undo undo = as(() -> names.drop(id, "改革小组"));
        assertThat(as(() -> names.unresolved(id)))
                .extracting(UnresolvedName::name)
                .containsExactly("各成员单位");
        assertThat(row(id, "1").obstacles()).containsExactly(DivisionRow.Obstacle.ONLY_COOPERATING);

        Undo redo = as(() -> tables.undo(undo));
        assertThat(rows(id))
                .extracting(DivisionRow::names)
                .isEqualTo(before.stream().map(DivisionRow::names).toList());

        as(() -> tables.undo(redo));
        assertThat(row(id, "1").names()).isEmpty();
    }

    @Test
    void tellsWhoResolvedItBefore() {
        id = imported();
        Undo undo = as(() -> names.resolve(id, "改革小组", Set.of(lead.id())));

        editedBy(supervisor, () -> fixture.as(colleague, () -> names.drop(id, "改革小组")));
        DivisionRow edited = row(id, "1");
        fixture.as(colleague, () -> tables.drop(id, Set.of(edited.id())));
        editedBy(colleague, () -> as(() -> tables.undo(undo)));
    }

    @Test
    void leavesLaunchedRowsAlone() {
        id = imported();
        fixture.launch(supervisor, id, ReportingFrequency.NONE, LocalDate.of(2026, 12, 31));
        assertThat(rows(id).stream().filter(row -> row.launched() != null))
                .extracting(DivisionRow::no)
                .containsExactly("3");

        as(() -> names.resolve(id, "改革小组", Set.of(lead.id())));

        assertThat(row(id, "1").launchable()).isTrue();
        assertThat(as(() -> directives.summary(id)).remaining()).isOne();
    }
}
