package org.duban.process;

import org.duban.directive.SigningSettings;
import org.duban.directive.SigningTerms;
import org.duban.organisation.DepartmentId;
import org.duban.task.Disputes;
import org.duban.task.Objection;
import org.duban.task.Transfers;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about disputes and the time for signing. */
final class SigningAccessRows {

    private final AccessTable table;
    private final AccessWorld world;
    private final ApplicationContext application;

    SigningAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world;
        this.application = application;
    }

    void enter() {
        disputes();
        transfers();
        settings();
    }

    /** What is drafted is the fellow department's. */
    private void disputes() {
        Disputes disputes = application.getBean(Disputes.class);
        Objection objection = Objection.concerningNobody("不属本部门职责");
        //                            staff head fellow other superv. other leader admin
        table.act(
                "Disputes.raise",
                "  x    ok   -      -     x       x     x      x",
                () -> disputes.raise(world.unsigned, objection));
        table.act(
                "Disputes.prepare",
                "ok   ok   -      -     -       -     -      -",
                () -> disputes.prepare(world.unsigned, objection));
        table.act(
                "Disputes.sign",
                "   x    -    ok     -     x       x     x      x",
                () -> disputes.sign(world.drafted));
        table.act(
                "Disputes.reject",
                " x    -    ok     -     x       x     x      x",
                () -> disputes.reject(world.drafted, "不妥"));
        table.see(
                "Disputes.draft",
                "  0    0    ok     0     0       0     0      0",
                () -> disputes.draft(world.draftedDuty));
    }

    private void transfers() {
        Transfers transfers = application.getBean(Transfers.class);
        DepartmentId to = world.newcomer.id();
        table.act("Transfers.request", " x ok - - x x x x", () -> transfers.request(world.signed, to, "另有分工"));
        table.act("Transfers.transfer", "x x x x ok - x x", () -> transfers.transfer(world.signed, to, "机构职能调整"));
        table.act("Transfers.approve", " x x x x ok - x x", () -> transfers.approve(world.transfer, null));
        table.act("Transfers.refuse", "  x x x x ok - x x", () -> transfers.refuse(world.transfer, "职责明确"));
        table.see("Transfers.waiting", " ok ok 0 - ok - ok -", () -> transfers.waiting(world.transferring));
    }

    private void settings() {
        SigningSettings settings = application.getBean(SigningSettings.class);
        table.see("SigningSettings.of", " - - - - ok - ok -", () -> settings.of(world.directive));
        table.act(
                "SigningSettings.set", "x x x x ok - x x", () -> settings.set(world.directive, new SigningTerms(3, 5)));
    }
}
