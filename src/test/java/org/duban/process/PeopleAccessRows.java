package org.duban.process;

import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.account.AccountId;
import org.duban.account.HandOvers;
import org.duban.account.SubstitutionId;
import org.duban.account.Substitutions;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Supervision;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about who stands in for whom, and who takes over. */
final class PeopleAccessRows {

    private static final LocalDate SOON = LocalDate.of(2026, 11, 2);
    private static final LocalDate FAR = LocalDate.of(2027, 1, 4);

    private final AccessTable table;
    private final AccessWorld world;
    private final Substitutions substitutions;
    private final HandOvers handOvers;
    private final Supervision supervision;
    private final WorkingCalendar calendar;

    PeopleAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world;
        this.substitutions = application.getBean(Substitutions.class);
        this.handOvers = application.getBean(HandOvers.class);
        this.supervision = application.getBean(Supervision.class);
        this.calendar = application.getBean(WorkingCalendar.class);
    }

    void enter() {
        Account staff = world.people().get("its staff");
        AccountId own = staff.id();
        AccountId head = world.people().get("its head").id();
        SubstitutionId planned = world.fixture.as(staff, () -> substitutions.name(own, head, FAR, null));
        //                                  staff head fellow other superv. other leader admin
        table.see(
                "Substitutions.name",
                "            ok   -    -      -     -       -     -      ok",
                () -> substitutions.name(own, head, SOON, SOON));
        table.act("Substitutions.revoke", " ok   ok   -      -     -       -     -      ok", () -> {
            substitutions.revoke(planned);
        });
        table.see(
                "Substitutions.absences",
                "        ok   -    -      -     -       -     -      ok",
                () -> substitutions.absences(own));
        table.see(
                "Substitutions.duties",
                "          -    ok   -      -     -       -     -      ok",
                () -> substitutions.duties(head));
        table.see(
                "Substitutions.ended",
                "           0    -    -      -     -       -     -      0",
                () -> substitutions.ended(own));
        table.see("Substitutions.nextOf", "x x x x x x x ok", () -> substitutions.nextOf(List.of(own)));
        table.see("Substitutions.candidates", "ok - - - - - - ok", () -> substitutions.candidates(own, "", 0, 10));

        // a colleague of its supervisor who stands in: who supervises is none of theirs
        table.act("Supervision.entrust while standing in", "- - - - ok - - ok", () -> {
            standIn();
            supervision.entrust(world.directive, world.otherSupervisor.id());
        });
        table.see("Supervision.decidedByCaller while standing in", "0 0 0 0 ok 0 0 ok", () -> {
            standIn();
            return supervision.decidedByCaller(world.directive);
        });

        AccountId leaving = world.people().get("its supervisor").id();
        AccountId successor = world.otherSupervisor.id();
        table.see("HandOvers.preview", "x x x x x x x ok", () -> handOvers.preview(leaving));
        table.see("HandOvers.lackWithout", "x x x x x x x 0", () -> handOvers.lackWithout(leaving));
        table.see("HandOvers.candidates", "x x x x x x x ok", () -> handOvers.candidates(leaving, "", 0, 10));
        table.see("HandOvers.handOver", "x x x x x x x ok", () -> handOvers.handOver(leaving, successor, "工作调动"));
        table.see("HandOvers.of", "x x x x x x x 0", () -> handOvers.of(leaving));
    }

    private void standIn() {
        Account absent = world.people().get("its supervisor");
        world.fixture.as(absent, () -> {
            if (substitutions.absences(absent.id()).isEmpty()) {
                substitutions.name(absent.id(), world.otherSupervisor.id(), calendar.today(), calendar.today());
            }
        });
    }
}
