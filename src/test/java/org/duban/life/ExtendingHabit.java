package org.duban.life;

import java.time.LocalDate;
import java.util.EnumSet;
import org.duban.account.Account;
import org.duban.base.Moments;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.extension.Request;
import org.duban.inbox.ItemKind;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments ask for later due dates, mostly shortly before; some requests nobody answers in time. */
@Component
class ExtendingHabit implements Habit {

    private record Asked(LocalDate from, LocalDate to) {}

    private final Extensions extensions;
    private final PlanFacts facts;
    private final JdbcClient jdbc;

    ExtendingHabit(Extensions extensions, PlanFacts facts, JdbcClient jdbc) {
        this.extensions = extensions;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void day(Crowd crowd) {
        for (PlanFacts.Signed duty : facts.signed()) {
            long left = duty.due().toEpochDay() - crowd.today().toEpochDay();
            if (crowd.chance(left < -3 ? 0.05 : left < 0 ? 1 : left < 30 && duty.percent() < 90 ? 2 : 0.02)) {
                ask(crowd, duty);
            }
        }
        for (Crowd.Item item : crowd.items(EnumSet.of(ItemKind.SIGN_EXTENSION, ItemKind.DECIDE_EXTENSION))) {
            if (crowd.chance(20)) {
                answer(crowd, item);
            }
        }
    }

    private void ask(Crowd crowd, PlanFacts.Signed duty) {
        boolean byHead = crowd.chance(30);
        Account person = byHead ? crowd.head(duty.department()) : crowd.staff(duty.department());
        boolean signed = crowd.roster().isHead(person);
        Request request = new Request(
                duty.due().plusDays(crowd.between(20, 150)), "受外部条件影响", Math.min(100, duty.percent()), "已完成前期工作");
        crowd.act(
                person,
                "ask for an extension",
                Traces.of(signed ? Kind.EXTENSION_SUBMITTED : Kind.EXTENSION_ASKED),
                () -> extensions.ask(duty.duty(), request));
    }

    private void answer(Crowd crowd, Crowd.Item item) {
        ExtensionId id = new ExtensionId(item.subject());
        int kind = crowd.between(1, 100);
        if (kind <= 4) {
            var department = item.department() == null ? item.about() : item.department();
            crowd.act(
                    crowd.staff(department),
                    "take an extension back",
                    Traces.of(
                            item.kind() == ItemKind.SIGN_EXTENSION
                                    ? Kind.EXTENSION_DROPPED
                                    : Kind.EXTENSION_TAKEN_BACK),
                    () -> extensions.takeBack(id));
        } else if (item.kind() == ItemKind.SIGN_EXTENSION) {
            inHouse(crowd, item, id, kind <= 80);
        } else if (kind <= 65) {
            Asked asked = asked(id);
            boolean whole = crowd.chance(70);
            LocalDate granted = whole ? asked.to() : asked.from().plusDays(crowd.between(1, 20));
            crowd.act(
                    crowd.supervisor(),
                    whole ? "grant an extension" : "grant a shorter extension",
                    Traces.of(Kind.EXTENSION_APPROVED),
                    () -> extensions.approve(id, granted, null));
        } else {
            crowd.act(
                    crowd.supervisor(),
                    "refuse an extension",
                    Traces.of(Kind.EXTENSION_REFUSED),
                    () -> extensions.refuse(id, "理由不充分"));
        }
    }

    private void inHouse(Crowd crowd, Crowd.Item item, ExtensionId id, boolean signs) {
        Account head = crowd.head(item.department());
        if (signs) {
            crowd.act(head, "sign an extension", Traces.of(Kind.EXTENSION_SUBMITTED), () -> extensions.sign(id));
        } else {
            crowd.act(
                    head,
                    "reject an extension",
                    Traces.of(Kind.EXTENSION_REJECTED),
                    () -> extensions.reject(id, "应按期完成"));
        }
    }

    private Asked asked(ExtensionId id) {
        return jdbc.sql("SELECT from_due_on, asked_due_on FROM extension WHERE id = :id")
                .param("id", id.value())
                .query((row, number) ->
                        new Asked(Moments.readDay(row, "from_due_on"), Moments.readDay(row, "asked_due_on")))
                .single();
    }
}
