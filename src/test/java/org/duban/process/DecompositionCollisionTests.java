package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.report.ReportId;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Work on a key task and on its sub-tasks at the same moment, with real threads: nobody waits for somebody who waits for them. */
class DecompositionCollisionTests extends SplitTest {

    @Autowired
    TransactionTemplate transactions;

    /** Sub-tasks that were split off in another order than their roots were launched. */
    @Test
    void abolishingTakesTheRootsInTheOrderOfEverybody() throws Exception {
        DirectiveId directive = fixture.directive(supervisor, 2, leads(province));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        List<KeyTaskId> roots = tasksOf(directive).stream()
                .sorted(Comparator.comparingLong(KeyTaskId::value))
                .toList();
        roots.forEach(root -> sign(root, province));
        split(roots.getLast(), province, part(city));
        split(roots.getFirst(), province, part(city));
        AtomicReference<Future<?>> abolishing = new AtomicReference<>();

        transactions.executeWithoutResult(status -> {
            lock(roots.getFirst());
            abolishing.set(people.submit(() -> fixture.abolish(city)));
            assertThatExceptionOfType(TimeoutException.class)
                    .as("waits for the first root")
                    .isThrownBy(() -> abolishing.get().get(2, TimeUnit.SECONDS));
            lock(roots.getLast());
        });

        abolishing.get().get(20, TimeUnit.SECONDS);
        assertThat(kinds(supervisor)).containsOnly(ItemKind.DECIDE_SUCCESSION).hasSize(2);
        ledgerAndEngine.check();
    }

    private void lock(KeyTaskId task) {
        jdbc.sql("SELECT id FROM key_task WHERE id = :id FOR UPDATE")
                .param("id", task.value())
                .query(Long.class)
                .single();
    }

    /** What goes up meets what goes down. */
    @Test
    void acceptingBelowMeetsWithdrawingAbove() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId parent = signed(ReportingFrequency.MONTHLY);
            List<KeyTaskId> children = split(parent, province, part(city), part(city), part(city));
            children.forEach(child -> sign(child, city));
            goTo(calendar.today().plusMonths(1).withDayOfMonth(16));
            List<ReportId> reports = children.stream().map(this::handedIn).toList();
            List<Attempt> attempts = new ArrayList<>();
            attempts.add(new Attempt(supervisor, () -> withdrawals.withdraw(parent, "任务调整")));
            reports.forEach(report ->
                    attempts.add(new Attempt(supervisor, () -> reviews.accept(report, fixture.handIn(report), null))));

            together(attempts.toArray(Attempt[]::new));

            assertThat(children).allMatch(child -> task(child).state() == KeyTask.State.WITHDRAWN);
            ledgerAndEngine.check();
        }
    }

    @Test
    void allSubTasksCountAtOnce() {
        KeyTaskId parent = signed(ReportingFrequency.MONTHLY);
        List<KeyTaskId> children = split(
                parent,
                province,
                IntStream.range(0, 6).mapToObj(each -> part(city)).toArray(org.duban.task.SubTaskDraft[]::new));
        children.forEach(child -> sign(child, city));
        goTo(MONDAY.plusDays(14));
        List<ReportId> reports = children.stream().map(this::handedIn).toList();

        List<Refusal> refused = together(reports.stream()
                .map(report -> new Attempt(supervisor, () -> reviews.accept(report, fixture.handIn(report), null)))
                .toArray(Attempt[]::new));

        assertThat(refused).isEmpty();
        assertThat(task(parent).percent()).isEqualTo(50);
    }

    @Test
    void splittingMeetsTheApplicationForCompletion() {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTaskId parent = signed(ReportingFrequency.NONE);
            DutyId duty = duty(parent, province).id();

            List<Refusal> refused = together(
                    new Attempt(province.head(), () -> decompositions.split(duty, List.of(part(city)))),
                    new Attempt(province.staff(), () -> completions.apply(duty, "已全部完成")));

            assertThat(refused).hasSize(1);
            boolean split = task(parent).state() == KeyTask.State.RUNNING;
            assertThat(subTasks(parent)).hasSize(split ? 1 : 0);
            assertThat(refused.getFirst().messageKey())
                    .isEqualTo(split ? "refusal.split.openOfTask" : "refusal.handledBefore");
            ledgerAndEngine.check();
        }
    }

    @Test
    void twoSplitOneDuty() {
        KeyTaskId parent = signed(ReportingFrequency.NONE);
        DutyId duty = duty(parent, province).id();

        List<Refusal> refused = together(
                new Attempt(province.head(), () -> decompositions.split(duty, List.of(part(city), part(city)))),
                new Attempt(province.head(), () -> decompositions.split(duty, List.of(part(county), part(county)))));

        assertThat(refused).isEmpty();
        assertThat(subTasks(parent).stream().map(each -> task(each).no()).toList())
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneOfTwoWaives() {
        KeyTaskId parent = signed(ReportingFrequency.NONE);
        split(parent, province, part(city));
        for (int round = 0; round < ROUNDS; round++) {
            oneSucceeds(
                    new Attempt(supervisor, () -> decompositions.waive(parent, "另行考核")),
                    new Attempt(supervisor, () -> decompositions.waive(parent, "分步实施")));
            oneSucceeds(
                    new Attempt(supervisor, () -> decompositions.revokeWaiver(parent)),
                    new Attempt(supervisor, () -> decompositions.revokeWaiver(parent)));
        }
        assertThat(times(parent, TimelineEntry.Kind.SUB_TASKS_WAIVED)).isEqualTo(ROUNDS);
    }

    private KeyTaskId signed(ReportingFrequency reporting) {
        KeyTaskId task = launched(reporting, YEAR_END, leads(province));
        sign(task, province);
        return task;
    }

    private ReportId handedIn(KeyTaskId task) {
        ReportId report = items(city.staff()).stream()
                .filter(item -> item.kind() == ItemKind.REPORT && item.keyTaskId() == task.value())
                .map(item -> new ReportId(item.subjectId()))
                .findFirst()
                .orElseThrow();
        submit(city, report, 50);
        return report;
    }
}
