package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.account.Account;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.Extensions;
import org.duban.inbox.ItemKind;
import org.duban.instruction.Instructions;
import org.duban.report.Attachments;
import org.duban.report.ReportId;
import org.duban.support.Fixture.Office;
import org.duban.task.CountedDates;
import org.duban.task.KeyTaskFilter;
import org.duban.task.KeyTaskId;
import org.duban.task.LedgerKey;
import org.duban.task.LightHistory;
import org.duban.task.ParentTask;
import org.duban.task.TaskSources;
import org.duban.task.Transfers;
import org.duban.task.Verdicts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * DESIGN, invariant 5, of sub-tasks, path by path: who splits a duty reads what becomes of the parts, and no more than one
 * level down; who has a part knows number and title of what it is a part of.
 */
class DecompositionScopeTests extends SplitTest {

    @Autowired
    Attachments attachments;

    @Autowired
    LightHistory lights;

    @Autowired
    TaskSources sources;

    @Autowired
    CountedDates dates;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Transfers transfers;

    @Autowired
    Extensions extensions;

    @Autowired
    Instructions instructions;

    private KeyTaskId parent;
    private KeyTaskId child;
    private KeyTaskId grandchild;
    private KeyTaskId other;
    private ReportId report;
    private ReportId above;
    private long evidence;
    private long draft;

    @BeforeEach
    void aTree() {
        parent = launched(ReportingFrequency.MONTHLY, YEAR_END, leads(province), shares(helper));
        sign(parent, province, helper);
        child = split(parent, province, part(city)).getFirst();
        other = split(parent, helper, part(helper)).getLast();
        sign(child, city);
        grandchild = split(child, city, part(county)).getFirst();
        goTo(MONDAY.plusDays(14));
        report = report(child, city);
        evidence = attach(report);
        submit(city, report, 40);
        above = report(parent, province);
        submit(province, above, 10);
        accept(report);
        goTo(MONDAY.plusDays(44));
        draft = attach(report(child, city));
    }

    @Test
    void whoSplitsReadsThePartsButDoesNothingOnThem() {
        Account reader = province.head();
        assertThat(listed(reader)).containsExactlyInAnyOrder(parent, child);
        assertThat(fixture.as(reader, () -> tasks.details(child)).actsForDuty()).isNull();
        assertThat(fixture.as(reader, () -> tasks.details(child)).supervised()).isFalse();
        assertThat(fixture.as(reader, () -> tasks.details(child)).parent().visible())
                .isTrue();
        assertThat(fixture.as(reader, () -> tasks.timeline(child, 50))).isNotEmpty();
        assertThat(fixture.as(reader, () -> reports.of(child, 12)))
                .as("what was handed in")
                .isNotEmpty();
        assertThat(fixture.as(reader, () -> reports.details(report)).report().taskId())
                .isEqualTo(child);
        assertThat(fixture.as(reader, () -> attachments.open(evidence))).isNotNull();
        refused("refusal.notFound", () -> fixture.as(reader, () -> attachments.open(draft)));
        assertThat(fixture.as(reader, () -> lights.of(child, 10))).isNotEmpty();
        assertThat(fixture.as(reader, () -> sources.of(child, 10))).isEmpty();
        assertThat(fixture.as(reader, () -> transfers.waiting(child))).isEmpty();
        refused(
                "refusal.notFound",
                () -> fixture.as(
                        reader, () -> completions.apply(duty(child, city).id(), "已全部完成")));
        refused(
                "refusal.notFound",
                () -> fixture.as(
                        reader, () -> decompositions.split(duty(child, city).id(), List.of(part(city)))));
        assertThat(items(reader)).noneMatch(item -> item.keyTaskId() == child.value());

        nothing(reader, grandchild);
        nothing(reader, other);
        assertThat(fixture.as(reader, () -> tasks.subTasks(parent)))
                .extracting(row -> row.task().id())
                .containsExactly(child);
        assertThat(fixture.as(reader, () -> tasks.subTasks(child))).isEmpty();
    }

    @Test
    void whoHasAPartKnowsWhatItIsAPartOfByName() {
        for (Account reader : List.of(city.staff(), city.head())) {
            ParentTask known = fixture.as(reader, () -> tasks.details(child)).parent();
            assertThat(known)
                    .isEqualTo(new ParentTask(
                            parent, task(parent).no(), task(parent).title(), YEAR_END, 0, true, false));
            nothing(reader, parent);
            nothing(reader, other);
            refused("refusal.notFound", () -> fixture.as(reader, () -> reports.details(above)));
            assertThat(listed(reader)).containsExactlyInAnyOrder(child, grandchild);
        }
        assertThat(listed(county.staff())).containsExactly(grandchild);
        nothing(county.staff(), child);
        refused("refusal.notFound", () -> fixture.as(county.staff(), () -> attachments.open(evidence)));
    }

    @Test
    void fellowsOfTheOneAboveSeeNothingOfParts() {
        assertThat(listed(helper.head())).containsExactlyInAnyOrder(parent, other);
        nothing(helper.head(), child);
        refused("refusal.notFound", () -> fixture.as(helper.head(), () -> reports.details(report)));
        refused("refusal.notFound", () -> fixture.as(helper.head(), () -> attachments.open(evidence)));
    }

    @Test
    void supervisorsSeeAllOfIt() {
        assertThat(listed(supervisor)).containsExactlyInAnyOrder(parent, child, grandchild, other);
        assertThat(subTasks(parent)).containsExactly(child, other);
    }

    /** On no path that shows something of a key task. */
    private void nothing(Account reader, KeyTaskId task) {
        assertThat(listed(reader)).doesNotContain(task);
        assertThat(fixture.as(reader, () -> tasks.visible(task))).isFalse();
        List<Runnable> paths = List.of(
                () -> tasks.details(task),
                () -> tasks.timeline(task, 50),
                () -> tasks.subTasks(task),
                () -> reports.of(task, 12),
                () -> lights.of(task, 10),
                () -> sources.of(task, 10),
                () -> dates.signing(task),
                () -> verdicts.last(task),
                () -> transfers.waiting(task),
                () -> extensions.of(task),
                () -> instructions.of(task),
                () -> decompositions.waiver(task));
        for (Runnable path : paths) {
            refused("refusal.notFound", () -> fixture.as(reader, path));
        }
    }

    private List<KeyTaskId> listed(Account reader) {
        return fixture.as(reader, () -> tasks.list(KeyTaskFilter.ALL, LedgerKey.START, 50)).rows().stream()
                .map(row -> row.task().id())
                .toList();
    }

    private ReportId report(KeyTaskId task, Office office) {
        return items(office.staff()).stream()
                .filter(item -> item.kind() == ItemKind.REPORT && item.keyTaskId() == task.value())
                .map(item -> new ReportId(item.subjectId()))
                .findFirst()
                .orElseThrow();
    }

    private long attach(ReportId report) {
        return fixture.as(city.staff(), () -> {
                    try {
                        return attachments.add(
                                report, "佐证.txt", new ByteArrayInputStream("已完成".getBytes(StandardCharsets.UTF_8)));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .id();
    }
}
