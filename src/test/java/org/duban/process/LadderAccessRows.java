package org.duban.process;

import org.duban.account.Account;
import org.duban.ladder.LadderRecords;
import org.duban.ladder.Priorities;
import org.duban.ladder.Priority;
import org.duban.ladder.ReceiptId;
import org.duban.ladder.Receipts;
import org.duban.ladder.Reminders;
import org.duban.ladder.TaskLadder;
import org.duban.ladder.UrgeId;
import org.duban.ladder.Urges;
import org.duban.task.DutyLadder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The part of the {@link AccessTable} that is about reminders, urges and the ladder. */
final class LadderAccessRows {

    private final AccessTable table;
    private final AccessWorld world;
    private final ApplicationContext application;
    private final Account supervisor;
    private final Account staff;
    private final Account head;

    LadderAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world;
        this.application = application;
        this.supervisor = world.people().get("its supervisor");
        this.staff = world.people().get("its staff");
        this.head = world.people().get("its head");
    }

    void enter() {
        LadderRecords records = application.getBean(LadderRecords.class);
        //                            staff head fellow other superv. other leader admin
        table.see("LadderRecords.of", "ok   ok   ok     -     ok      -     ok     -", () -> records.of(world.task));
        table.see("LadderRecords.standing", "x x x x ok 0 ok x", () -> records.standing(3, 100).stream()
                .filter(each -> each.step().task().equals(world.task))
                .toList());
        table.see("LadderRecords.unreceived", "x x x x ok ok ok x", records::unreceived);
        Urges urges = application.getBean(Urges.class);
        table.act("Urges.urge", "x x x x ok - x x", () -> {
            forgetUrges();
            urges.urge(world.signed, "请尽快办理");
        });
        Receipts receipts = application.getBean(Receipts.class);
        table.act("Receipts.receive (notice)", "x ok - - - - - -", () -> receipts.receive(notice(records)));
        table.act("Receipts.receive (urge)", "ok ok - - - - - -", () -> receipts.receive(urge(urges, records)));
        Priorities priorities = application.getBean(Priorities.class);
        table.act("Priorities.set", "x x x x ok - x x", () -> priorities.set(world.task, Priority.HIGH));
        Reminders reminders = application.getBean(Reminders.class);
        table.see("Reminders.dueSoon", "0 0 0 0 0 0 0 0", reminders::dueSoon);
        DutyLadder duties = application.getBean(DutyLadder.class);
        table.see(
                "DutyLadder.lockForSupervisor (duty)",
                "x x x x ok - x x",
                () -> duties.lockForSupervisor(world.signed));
        table.see(
                "DutyLadder.lockForSupervisor (task)", "x x x x ok - x x", () -> duties.lockForSupervisor(world.task));
    }

    /** Those by the system were a moment ago. */
    private void forgetUrges() {
        application.getBean(JdbcClient.class).sql("DELETE FROM urge").update();
    }

    private ReceiptId notice(LadderRecords records) {
        TaskLadder seen = world.fixture.as(head, () -> records.of(world.task));
        return new ReceiptId(seen.toReceive().iterator().next());
    }

    private UrgeId urge(Urges urges, LadderRecords records) {
        forgetUrges();
        world.fixture.as(supervisor, () -> urges.urge(world.signed, null));
        return new UrgeId(world.fixture
                .as(
                        staff,
                        () -> records.of(world.fixture
                                .as(supervisor, () -> application
                                        .getBean(DutyLadder.class)
                                        .dutyAsSystem(world.signed))
                                .taskId()))
                .toReceiveUrges()
                .iterator()
                .next());
    }
}
