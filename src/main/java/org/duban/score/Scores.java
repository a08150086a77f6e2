package org.duban.score;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Moments;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.score.ScoreSums.Points;
import org.duban.score.ScoreSums.Workload;
import org.duban.task.KeyTaskId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 考核得分, as the caller may see it. */
@Service
@Transactional(readOnly = true)
public class Scores {

    /** Before the newest line. */
    public static final ScoreLineId NEWEST = new ScoreLineId(Long.MAX_VALUE);

    private static final int MOST_OF_A_TASK = 200;
    private static final int MOST_APPEALS = 200;

    private final ScoreSums sums;
    private final ScoreLineRepository lines;
    private final LedgerRepository ledgers;
    private final ScoreSettings settings;
    private final Departments register;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final JdbcClient jdbc;

    Scores(
            ScoreSums sums,
            ScoreLineRepository lines,
            LedgerRepository ledgers,
            ScoreSettings settings,
            Departments register,
            WorkingCalendar calendar,
            CurrentCaller caller,
            JdbcClient jdbc) {
        this.sums = sums;
        this.lines = lines;
        this.ledgers = ledgers;
        this.settings = settings;
        this.register = register;
        this.calendar = calendar;
        this.caller = caller;
        this.jdbc = jdbc;
    }

    /**
     * The departments that the caller may see, by what they have per weighted duty, the highest first; behind them, by name,
     * those that are not ranked: with too few duties, or abolished in the time. For a department that is its own alone, which
     * is not ranked: the others' scores are not its business.
     *
     * @return none where the ledger is not finished
     * @throws Refusal if there is no such ledger
     */
    public List<DepartmentScore> ranking(ScoreFilter filter) {
        Caller me = caller.get();
        boolean running = filter.ledger().running();
        if (!running
                && !ledgers.find(filter.ledger()).orElseThrow(Refusal::notFound).finished()) {
            return List.of();
        }
        Map<Long, Points> points = sums.points(filter, me);
        Map<Long, Workload> workloads = sums.workloads(filter, me);
        Map<Long, Integer> differences = running ? null : sums.differences(filter, me);
        TreeSet<Long> departments = new TreeSet<>(points.keySet());
        departments.addAll(workloads.keySet());
        List<DepartmentScore> all = departments.stream()
                .map(id -> score(id, points.get(id), workloads.get(id), differences))
                .toList();
        return new ScoreScope(me).overseer() ? ranked(all, filter.year()) : byName(all);
    }

    private static DepartmentScore score(long id, Points points, Workload workload, Map<Long, Integer> differences) {
        return new DepartmentScore(
                new DepartmentId(id),
                points == null ? workload.name() : points.name(),
                0,
                points == null ? 0 : points.plus(),
                points == null ? 0 : points.minus(),
                points == null ? 0 : points.lines(),
                workload == null ? 0 : workload.duties(),
                workload == null ? 0 : workload.weight(),
                differences == null ? null : differences.getOrDefault(id, 0));
    }

    private List<DepartmentScore> ranked(List<DepartmentScore> all, int year) {
        LocalDate end = LocalDate.of(year, 12, 31);
        Map<DepartmentId, Department> known =
                register.byIds(all.stream().map(DepartmentScore::department).toList());
        List<DepartmentScore> comparable = all.stream()
                .filter(each -> each.weight() > 0 && each.duties() >= settings.leastDuties())
                .filter(each -> !known.get(each.department()).abolishedBy(end))
                .sorted(Comparator.comparing(DepartmentScore::perDuty)
                        .reversed()
                        .thenComparing(each -> each.department().value()))
                .toList();
        List<DepartmentScore> ranked = new ArrayList<>();
        BigDecimal before = null;
        int rank = 0;
        for (DepartmentScore each : comparable) {
            if (!each.perDuty().equals(before)) {
                rank = ranked.size() + 1;
                before = each.perDuty();
            }
            ranked.add(each.ranked(rank));
        }
        ranked.addAll(
                byName(all.stream().filter(each -> !comparable.contains(each)).toList()));
        return ranked;
    }

    private static List<DepartmentScore> byName(List<DepartmentScore> scores) {
        return scores.stream()
                .sorted(Comparator.comparing(DepartmentScore::name))
                .toList();
    }

    /**
     * The lines of a department, the newest first, behind {@code after}.
     *
     * @return none where the caller may not see them, or the ledger is not finished
     */
    public Slice<ScoreLine> lines(
            ScoreFilter filter, DepartmentId department, LineFilter which, ScoreLineId after, int limit) {
        ScoreScope scope = new ScoreScope(caller.get());
        if (!readable(filter.ledger())) {
            return new Slice<>(List.of(), false);
        }
        Map<String, Object> params = paramsOf(filter, department, scope);
        params.put("after", after.value());
        if (which.task() != null) {
            params.put("task", which.task().value());
        }
        return Slice.of(
                lines.list(
                        ofDepartment(filter, scope) + " AND l.id < :after" + which.condition(),
                        params,
                        "l.id DESC",
                        limit + 1),
                limit);
    }

    /** The key tasks that the lines of a department are about, as far as the caller may see them; by number. */
    public List<ScoredTask> tasks(ScoreFilter filter, DepartmentId department) {
        ScoreScope scope = new ScoreScope(caller.get());
        return readable(filter.ledger())
                ? lines.tasks(ofDepartment(filter, scope), paramsOf(filter, department, scope))
                : List.of();
    }

    private boolean readable(LedgerId ledger) {
        return ledger.running()
                || ledgers.find(ledger).filter(ScoreLedger::finished).isPresent();
    }

    private Map<String, Object> paramsOf(ScoreFilter filter, DepartmentId department, ScoreScope scope) {
        Map<String, Object> params = sums.params(filter, scope);
        params.put("ledger", filter.ledger().value());
        params.put("department", department.value());
        return params;
    }

    private static String ofDepartment(ScoreFilter filter, ScoreScope scope) {
        return "l.ledger_id = :ledger AND e.department_id = :department AND e.occurred_at >= :from"
                + " AND e.occurred_at < :to" + ScoreSums.ofDirective(filter, "e.directive_id") + " AND "
                + scope.condition("e.directive_id", "e.department_id");
    }

    /** The lines of the running ledger about a key task that the caller may see, the newest first. */
    public List<ScoreLine> of(KeyTaskId task) {
        ScoreScope scope = new ScoreScope(caller.get());
        Map<String, Object> params = scope.params();
        params.put("task", task.value());
        return lines.list(
                "l.ledger_id = 0 AND e.key_task_id = :task AND " + scope.condition("e.directive_id", "e.department_id"),
                params,
                "l.id DESC",
                MOST_OF_A_TASK);
    }

    /**
     * The lines of the running ledger against which an appeal waits for the caller's decision, as a supervisor; the oldest
     * first.
     */
    public List<ScoreLine> appealedAgainst() {
        Caller me = caller.get();
        if (!me.is(Role.SUPERVISOR)) {
            return List.of();
        }
        return lines.list(
                "a.state = 'OPEN' AND l.id = a.line_id AND e.directive_id IN"
                        + " (SELECT s.directive_id FROM directive_supervisor s WHERE s.account_id IN (:accounts))",
                Map.of("accounts", me.accountsAs(Role.SUPERVISOR)),
                "a.id",
                MOST_APPEALS);
    }

    /** Since when is counted at all; empty while nothing was. What happened before is in no ledger. */
    public Optional<Instant> since() {
        caller.get();
        return jdbc.sql("SELECT MIN(occurred_at) AS first_at FROM score_event")
                .query((row, number) -> Optional.ofNullable(Moments.read(row, "first_at")))
                .single();
    }

    /** The last day on which the caller, as a head, may appeal against the line; empty where it is over or not possible. */
    public Optional<LocalDate> appealable(ScoreLine line) {
        if (!line.ledger().running() || line.counter() || line.points() >= 0 || line.appeal() != null) {
            return Optional.empty();
        }
        Caller me = caller.get();
        return me.is(Role.HEAD) && me.actsFor(line.departmentId())
                ? Optional.of(lastAppealDay(line))
                        .filter(last -> !calendar.today().isAfter(last))
                : Optional.empty();
    }

    /** The caller, as a head, may take the open appeal against the line back. */
    public boolean retractable(ScoreLine line) {
        if (!line.ledger().running()
                || line.counter()
                || line.appeal() == null
                || !line.appeal().open()) {
            return false;
        }
        Caller me = caller.get();
        return me.is(Role.HEAD) && me.actsFor(line.departmentId());
    }

    LocalDate lastAppealDay(ScoreLine line) {
        return calendar.plusWorkingDays(calendar.dayOf(line.decidedAt()), settings.appealDays());
    }
}
