package org.duban.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.base.DueKey;
import org.duban.extension.Extensions;
import org.duban.inbox.Inbox;
import org.duban.instruction.Instructions;
import org.duban.organisation.DepartmentId;
import org.duban.report.Reports;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.TimelineEntry.Readers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Random people look at random key tasks and see what is theirs, as counted past the services (DESIGN, invariant 5). */
@Component
class PeekingHabit implements Habit {

    private static final int MANY = 1000;

    private final KeyTasks tasks;
    private final Reports reports;
    private final Extensions extensions;
    private final Instructions instructions;
    private final Inbox inbox;
    private final PlanFacts facts;
    private final JdbcClient jdbc;

    PeekingHabit(
            KeyTasks tasks,
            Reports reports,
            Extensions extensions,
            Instructions instructions,
            Inbox inbox,
            PlanFacts facts,
            JdbcClient jdbc) {
        this.tasks = tasks;
        this.reports = reports;
        this.extensions = extensions;
        this.instructions = instructions;
        this.inbox = inbox;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void day(Crowd crowd) {
        if (crowd.chance(50)) {
            department(crowd, crowd.anyOf(facts.holders()));
        }
        if (crowd.chance(10)) {
            splitters(crowd);
        }
        if (crowd.chance(5)) {
            inbox(crowd, crowd.anyOf(facts.holders()));
        }
        if (crowd.chance(5)) {
            overseers(crowd, anyTask(crowd));
        }
    }

    private void department(Crowd crowd, DepartmentId department) {
        department(crowd, department, crowd.chance(50) ? anyTask(crowd) : ownTask(crowd, department));
    }

    /** A department that only split a sub-task off, if there is any. */
    private void splitters(Crowd crowd) {
        List<PlanFacts.SplitOff> all = facts.splitOff();
        if (!all.isEmpty()) {
            PlanFacts.SplitOff one = crowd.anyOf(all);
            department(crowd, one.by(), one.task());
        }
    }

    private void department(Crowd crowd, DepartmentId department, KeyTaskId task) {
        Account reader = crowd.roster().first(department, crowd.chance(50) ? Role.STAFF : Role.HEAD);
        boolean own = facts.departments(task).contains(department);
        assertThat(crowd.read(reader, "look at a key task", () -> tasks.visible(task)))
                .as("%s on %s: sees key task %s", reader.username(), crowd.today(), task)
                .isEqualTo(own || facts.splitOffBy(task, department));
        if (!own && !facts.splitOffBy(task, department)) {
            crowd.trespass(reader, "read a key task", () -> tasks.details(task));
            crowd.trespass(reader, "read the timeline", () -> tasks.timeline(task, 10));
            crowd.trespass(reader, "read reports", () -> reports.of(task, 4));
            crowd.trespass(reader, "read extensions", () -> extensions.of(task));
            crowd.trespass(reader, "read instructions", () -> instructions.of(task));
            return;
        }
        assertThat(crowd.read(reader, "read extensions", () -> extensions.of(task)))
                .allMatch(each -> each.departmentId().equals(department) || each.signedAt() != null);
        assertThat(crowd.read(reader, "read instructions", () -> instructions.of(task)))
                .allMatch(each -> each.results().isEmpty())
                .flatMap(each -> each.answers())
                .allMatch(answer -> answer.departmentId().equals(department));
        assertThat(crowd.read(reader, "read reports", () -> reports.of(task, 4)))
                .allMatch(each -> each.own() == each.report().departmentId().equals(department))
                .allMatch(each -> each.own() || each.report().draft().body() == null);
        String name = facts.nameOf(department);
        assertThat(crowd.read(reader, "read the timeline", () -> tasks.timeline(task, MANY)))
                .allMatch(each -> name.equals(each.departmentName())
                        || each.kind().readers() == Readers.EVERYBODY
                                && (each.note() == null || each.kind().noteReaders() == Readers.EVERYBODY));
        if (!own) {
            crowd.tally().seen("look at a sub-task that one only split off");
        }
    }

    /** What waits for the department, but what only its head can do for the staff. */
    private void inbox(Crowd crowd, DepartmentId department) {
        Account head = crowd.roster().first(department, Role.HEAD);
        Set<Long> shown = crowd.read(head, "open the inbox", () -> inbox.mine(DueKey.START, MANY)).rows().stream()
                .map(item -> item.id())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown)
                .as("inbox of %s on %s", head.username(), crowd.today())
                .isEqualTo(new TreeSet<>(
                        jdbc.sql("SELECT id FROM open_item WHERE department_id = :department AND parked = FALSE")
                                .param("department", department.value())
                                .query(Long.class)
                                .list()));
    }

    /** Leaders and the supervisor of the plan see all of it; another supervisor nothing, unless standing in. */
    private void overseers(Crowd crowd, KeyTaskId task) {
        assertThat(crowd.read(crowd.supervisor(), "look at a key task", () -> tasks.visible(task)))
                .isTrue();
        assertThat(crowd.read(crowd.leader(), "look at a key task", () -> tasks.visible(task)))
                .isTrue();
        assertThat(crowd.read(crowd.admin(), "look at a key task", () -> tasks.visible(task)))
                .isFalse();
        Account other = crowd.roster().otherSupervisor();
        assertThat(crowd.read(other, "look at a key task", () -> tasks.visible(task)))
                .isEqualTo(other.equals(crowd.supervisor()));
    }

    private KeyTaskId anyTask(Crowd crowd) {
        return crowd.anyOf(of("key_task t", 0));
    }

    private KeyTaskId ownTask(Crowd crowd, DepartmentId department) {
        return crowd.anyOf(
                of("duty y JOIN key_task t ON t.id = y.key_task_id AND y.department_id = :id", department.value()));
    }

    private List<KeyTaskId> of(String from, long id) {
        return jdbc.sql("SELECT t.id FROM " + from
                        + " JOIN key_task top ON top.id = t.root_id JOIN division_row r ON r.id = top.division_row_id"
                        + " WHERE :id = :id ORDER BY r.position_no, LENGTH(t.row_no), t.row_no")
                .param("id", id)
                .query((row, number) -> new KeyTaskId(row.getLong("id")))
                .list();
    }
}
