package org.duban.life;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.base.Moments;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.score.AppealId;
import org.duban.score.LedgerId;
import org.duban.score.ScoreAppeals;
import org.duban.score.ScoreLedgers;
import org.duban.score.ScoreLineId;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Heads appeal against what counts against them, some too late; the supervisor decides, and counts all anew sometimes. */
@Component
class AppealingHabit implements Habit {

    /** Days for which anybody looks back. */
    private static final int LOOKS_BACK = 30;

    private record Line(ScoreLineId id, DepartmentId department) {}

    private final ScoreAppeals appeals;
    private final ScoreLedgers ledgers;
    private final JdbcClient jdbc;

    AppealingHabit(ScoreAppeals appeals, ScoreLedgers ledgers, JdbcClient jdbc) {
        this.appeals = appeals;
        this.ledgers = ledgers;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void day(Crowd crowd) {
        if (crowd.chance(20)) {
            List<Line> against = against(crowd);
            if (!against.isEmpty()) {
                Line line = crowd.anyOf(against);
                crowd.act(
                        crowd.head(line.department()),
                        "appeal against a score",
                        Traces.of(Kind.SCORE_APPEALED),
                        () -> appeals.appeal(line.id(), "情况特殊，请予核减"));
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.DECIDE_SCORE_APPEAL))) {
            if (crowd.getsToIt(item.due())) {
                decide(crowd, new AppealId(item.subject()));
            }
        }
        countAnew(crowd);
    }

    private void decide(Crowd crowd, AppealId appeal) {
        if (crowd.chance(45)) {
            crowd.act(
                    crowd.supervisor(),
                    "uphold an appeal",
                    Traces.of(Kind.SCORE_APPEAL_UPHELD),
                    () -> appeals.uphold(appeal, "情况属实"));
        } else {
            crowd.act(
                    crowd.supervisor(),
                    "refuse an appeal",
                    Traces.of(Kind.SCORE_APPEAL_REFUSED),
                    () -> appeals.refuse(appeal, "理由不成立"));
        }
    }

    /** In batches: what was begun yesterday is gone on with. */
    private void countAnew(Crowd crowd) {
        Account supervisor = crowd.supervisor();
        jdbc.sql("SELECT id FROM score_ledger WHERE finished_at IS NULL ORDER BY id")
                .query(Long.class)
                .list()
                .forEach(ledger -> crowd.actAnew(
                        supervisor, "count scores on", Traces.NONE, () -> ledgers.goOn(new LedgerId(ledger))));
        if (crowd.chance(0.8)) {
            crowd.actAnew(supervisor, "count scores anew", Traces.row("score_ledger"), () -> ledgers.begin("年度复核"));
        }
    }

    /** Lines against which nobody appealed so far. */
    private List<Line> against(Crowd crowd) {
        return jdbc.sql(
                        """
                        SELECT l.id, e.department_id FROM score_line l
                          JOIN score_event e ON e.id = l.event_id
                          JOIN key_task t ON t.id = e.key_task_id
                          JOIN key_task top ON top.id = t.root_id
                          JOIN division_row r ON r.id = top.division_row_id
                          JOIN department d ON d.id = e.department_id
                         WHERE l.ledger_id = 0 AND l.part = 'LINE' AND l.points < 0 AND e.occurred_at >= :since
                           AND NOT EXISTS (SELECT 1 FROM score_appeal a WHERE a.event_id = e.id)
                         ORDER BY e.occurred_at, r.position_no, LENGTH(t.row_no), t.row_no, d.code, e.kind, e.level_no""")
                .param(
                        "since",
                        Moments.toDatabase(crowd.today()
                                .minusDays(LOOKS_BACK)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()))
                .query((row, number) ->
                        new Line(new ScoreLineId(row.getLong("id")), new DepartmentId(row.getLong("department_id"))))
                .list();
    }
}
