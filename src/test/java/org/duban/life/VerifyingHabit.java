package org.duban.life;

import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.directive.DirectiveId;
import org.duban.inbox.ItemKind;
import org.duban.support.Fixture;
import org.duban.task.CheckSamples;
import org.duban.task.Completions;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.SiteChecks;
import org.duban.task.SiteVisit;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The supervisor verifies completions, has some of them checked on site, and draws samples. */
@Component
class VerifyingHabit implements Habit {

    private final Completions completions;
    private final SiteChecks checks;
    private final CheckSamples samples;
    private final Fixture fixture;
    private final JdbcClient jdbc;

    VerifyingHabit(Completions completions, SiteChecks checks, CheckSamples samples, Fixture fixture, JdbcClient jdbc) {
        this.completions = completions;
        this.checks = checks;
        this.samples = samples;
        this.fixture = fixture;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public void day(Crowd crowd) {
        List<Crowd.Item> waiting = crowd.items(Set.of(ItemKind.VERIFY));
        if (!waiting.isEmpty() && crowd.chance(3)) {
            draw(crowd, waiting.getFirst());
        }
        for (Crowd.Item item : waiting) {
            if (crowd.getsToIt(item.due())) {
                verify(crowd, new KeyTaskId(item.task()));
            }
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.SITE_CHECK))) {
            if (crowd.getsToIt(item.due())) {
                boolean confirmed = crowd.chance(75);
                crowd.act(
                        crowd.supervisor(),
                        "record an on-site check",
                        Traces.of(Kind.SITE_CHECK_RECORDED),
                        () -> checks.record(item.subject(), confirmed, "已到现场查看"));
            }
        }
    }

    private void verify(Crowd crowd, KeyTaskId task) {
        Account supervisor = crowd.supervisor();
        long read = fixture.application(task);
        int kind = crowd.between(1, 100);
        if (kind <= 20) {
            crowd.act(
                    supervisor,
                    "send a completion back",
                    Traces.of(Kind.COMPLETION_SENT_BACK),
                    () -> completions.sendBack(task, read, "缺验收材料"));
        } else if (kind <= 40) {
            SiteVisit visit = visit(crowd);
            crowd.act(
                    supervisor,
                    "order an on-site check",
                    Traces.of(Kind.SITE_CHECK_ORDERED),
                    () -> checks.order(task, read, visit, "核实情况"));
        } else {
            Outcome outcome = crowd.anyOf(List.of(Outcome.values()));
            crowd.act(
                    supervisor,
                    "close as " + outcome,
                    Traces.of(Kind.CLOSED),
                    () -> completions.close(task, read, outcome, "经核验"));
        }
    }

    /** All that can be drawn: the lot itself is nobody's to repeat. */
    private void draw(Crowd crowd, Crowd.Item first) {
        DirectiveId plan = new DirectiveId(jdbc.sql("SELECT directive_id FROM key_task WHERE id = :id")
                .param("id", first.task())
                .query(Long.class)
                .single());
        Account supervisor = crowd.supervisor();
        int candidates = fixture.as(supervisor, () -> samples.waiting(plan));
        SiteVisit visit = visit(crowd);
        crowd.act(
                supervisor,
                "draw a sample",
                Traces.NONE.and(Kind.SITE_CHECK_ORDERED, candidates),
                () -> samples.draw(plan, 100, visit));
    }

    private static SiteVisit visit(Crowd crowd) {
        return new SiteVisit(crowd.today().plusDays(crowd.between(0, 12)), "项目现场", "督查组");
    }
}
