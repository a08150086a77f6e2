package org.duban.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.base.Moments;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who has to move next on open key tasks, and since when.
 *
 * <p>While an application for completion waits, the supervisors do or, before them, the departments that are to
 * countersign it. Otherwise every reporting department does whose work
 * is not at 100 %, or the supervisors in its place while all that is open about it, its report or its dispute, waits for
 * them. Where all are at 100 %, any of them still has to apply for completion. Cooperating departments hold nothing up.
 * That a successor may be named for a department, its duty may be transferred, or somebody has to confirm an urge, holds
 * nothing up either, nor do extensions, instructions and appeals.
 * A department holds the ball since it was handed over by the launch or by the last decision of a supervisor: an item
 * that a new period opened later does not make it younger.
 */
@Component
class BallHolders {

    private static final Set<TimelineEntry.Kind> HAND_OVERS = EnumSet.of(
            TimelineEntry.Kind.LAUNCHED,
            TimelineEntry.Kind.SPLIT_OFF,
            TimelineEntry.Kind.DUTY_CONFIRMED,
            TimelineEntry.Kind.DUTY_CHANGED,
            TimelineEntry.Kind.DUTY_SUCCEEDED,
            TimelineEntry.Kind.DUTY_TRANSFERRED,
            TimelineEntry.Kind.REPORT_RETURNED,
            TimelineEntry.Kind.REPORT_RECALLED,
            TimelineEntry.Kind.REPORT_ACCEPTED,
            TimelineEntry.Kind.COUNTERSIGN_RETURNED,
            TimelineEntry.Kind.COMPLETION_SENT_BACK,
            TimelineEntry.Kind.RESUMED,
            TimelineEntry.Kind.DUTY_ADDED,
            TimelineEntry.Kind.REOPENED);

    /** What waits beside the work. */
    private static final Set<ItemKind> BESIDE = EnumSet.of(
            ItemKind.DECIDE_SUCCESSION,
            ItemKind.DECIDE_TRANSFER,
            ItemKind.URGED,
            ItemKind.RECEIVE_ESCALATION,
            ItemKind.SIGN_EXTENSION,
            ItemKind.DECIDE_EXTENSION,
            ItemKind.DECIDE_SCORE_APPEAL,
            ItemKind.ASSIGN_INSTRUCTION,
            ItemKind.ANSWER_INSTRUCTION,
            ItemKind.REPORT_INSTRUCTION,
            ItemKind.CONFIRM_INSTRUCTION);

    private record Waiting(
            KeyTaskId task,
            ItemKind kind,
            DepartmentId about,
            boolean withSupervisors,
            LocalDate dueOn,
            Instant openedAt) {

        BallHolder heldBySupervisors() {
            BallHolder.Move move =
                    switch (kind) {
                        case DECIDE_DISPUTE -> BallHolder.Move.DECIDE;
                        case VERIFY -> BallHolder.Move.VERIFY;
                        case SITE_CHECK -> BallHolder.Move.CHECK;
                        default -> BallHolder.Move.REVIEW;
                    };
            return new BallHolder(null, move, null, openedAt);
        }
    }

    /** @param department {@code null} where it concerns all departments */
    private record HandOver(KeyTaskId task, DepartmentId department, Instant at) {}

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    BallHolders(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Who holds the ball of each of the key tasks, the longest first. */
    Map<KeyTaskId, List<BallHolder>> of(List<KeyTaskRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = rows.stream().map(row -> row.task().id().value()).toList();
        Map<KeyTaskId, List<Waiting>> waiting = waiting(ids);
        Map<KeyTaskId, List<HandOver>> handOvers = handOvers(ids);
        Map<KeyTaskId, List<BallHolder>> holders = new HashMap<>();
        for (KeyTaskRow row : rows) {
            KeyTaskId id = row.task().id();
            holders.put(id, holders(row, waiting.getOrDefault(id, List.of()), handOvers.getOrDefault(id, List.of())));
        }
        return holders;
    }

    private List<BallHolder> holders(KeyTaskRow row, List<Waiting> waiting, List<HandOver> handOvers) {
        List<BallHolder> completing = completing(row.duties(), waiting);
        if (!completing.isEmpty()) {
            return completing;
        }
        List<BallHolder> holders = new ArrayList<>();
        for (Duty duty : unfinished(row.duties())) {
            List<Waiting> about = waiting.stream()
                    .filter(item -> duty.departmentId().equals(item.about()))
                    .toList();
            List<Waiting> withSupervisors =
                    about.stream().filter(Waiting::withSupervisors).toList();
            withSupervisors.forEach(item -> holders.add(item.heldBySupervisors()));
            if (duty.state() != Duty.State.DISPUTED && (about.isEmpty() || withSupervisors.size() < about.size())) {
                holders.add(new BallHolder(
                        duty.departmentName(), move(duty, about), duty.percent(), handedOver(row, duty, handOvers)));
            }
        }
        return oneEach(holders);
    }

    /** Those before whom an application for completion lies. */
    private static List<BallHolder> completing(List<Duty> duties, List<Waiting> waiting) {
        List<BallHolder> holders = new ArrayList<>();
        for (Waiting item : waiting) {
            if (item.kind() == ItemKind.VERIFY || item.kind() == ItemKind.SITE_CHECK) {
                holders.add(item.heldBySupervisors());
            } else if (item.kind() == ItemKind.COUNTERSIGN) {
                duties.stream()
                        .filter(duty -> duty.departmentId().equals(item.about()))
                        .map(duty -> new BallHolder(
                                duty.departmentName(), BallHolder.Move.COUNTERSIGN, duty.percent(), item.openedAt()))
                        .forEach(holders::add);
            }
        }
        return holders;
    }

    private static List<Duty> unfinished(List<Duty> duties) {
        List<Duty> reporting = duties.stream().filter(Duty::reports).toList();
        List<Duty> unfinished = reporting.stream()
                .filter(duty -> duty.percent() == null || duty.percent() < 100)
                .toList();
        return unfinished.isEmpty() ? reporting : unfinished;
    }

    private BallHolder.Move move(Duty duty, List<Waiting> about) {
        if (duty.state() == Duty.State.AWAITING) {
            return BallHolder.Move.SIGN;
        }
        if (duty.percent() != null && duty.percent() == 100) {
            return BallHolder.Move.APPLY;
        }
        if (about.stream().anyMatch(item -> item.kind() == ItemKind.AMEND)) {
            return BallHolder.Move.AMEND;
        }
        LocalDate today = calendar.today();
        if (about.stream()
                .anyMatch(item -> item.kind() == ItemKind.REPORT && item.dueOn().isBefore(today))) {
            return BallHolder.Move.REPORT;
        }
        return BallHolder.Move.FINISH;
    }

    private static Instant handedOver(KeyTaskRow row, Duty duty, List<HandOver> handOvers) {
        return handOvers.stream()
                .filter(each -> each.department() == null || each.department().equals(duty.departmentId()))
                .map(HandOver::at)
                .max(Comparator.naturalOrder())
                .orElse(row.task().launchedAt());
    }

    /** The supervisors once, however many items wait for them. */
    private static List<BallHolder> oneEach(List<BallHolder> holders) {
        List<BallHolder> result = new ArrayList<>();
        holders.stream().sorted(Comparator.comparing(BallHolder::since)).forEach(holder -> {
            if (!holder.supervisors() || result.stream().noneMatch(BallHolder::supervisors)) {
                result.add(holder);
            }
        });
        return result;
    }

    private Map<KeyTaskId, List<Waiting>> waiting(List<Long> tasks) {
        return jdbc
                .sql(
                        """
                        SELECT i.key_task_id, i.kind, i.department_id, i.about_id, i.due_on, i.opened_at
                          FROM open_item i
                         WHERE i.key_task_id IN (:tasks) AND i.kind NOT IN (:beside)""")
                .param("tasks", tasks)
                .param("beside", BESIDE.stream().map(Enum::name).toList())
                .query((row, number) -> new Waiting(
                        new KeyTaskId(row.getLong("key_task_id")),
                        ItemKind.valueOf(row.getString("kind")),
                        department(row, "about_id"),
                        department(row, "department_id") == null,
                        Moments.readDay(row, "due_on"),
                        Moments.read(row, "opened_at")))
                .stream()
                .collect(Collectors.groupingBy(Waiting::task));
    }

    private Map<KeyTaskId, List<HandOver>> handOvers(List<Long> tasks) {
        return jdbc
                .sql(
                        """
                        SELECT e.key_task_id, e.department_id, MAX(e.occurred_at) AS handed_at
                          FROM timeline_event e
                         WHERE e.key_task_id IN (:tasks) AND e.kind IN (:kinds)
                         GROUP BY e.key_task_id, e.department_id""")
                .param("tasks", tasks)
                .param("kinds", HAND_OVERS.stream().map(Enum::name).toList())
                .query((row, number) -> new HandOver(
                        new KeyTaskId(row.getLong("key_task_id")),
                        department(row, "department_id"),
                        Moments.read(row, "handed_at")))
                .stream()
                .collect(Collectors.groupingBy(HandOver::task));
    }

    private static DepartmentId department(ResultSet row, String column) throws SQLException {
        Long id = row.getObject(column, Long.class);
        return id == null ? null : new DepartmentId(id);
    }
}
