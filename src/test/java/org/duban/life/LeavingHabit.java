package org.duban.life;

import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.HandOvers;
import org.duban.account.Role;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Somebody leaves: a newcomer takes over all open work, and the account is closed. */
@Component
class LeavingHabit implements Habit {

    private final HandOvers handOvers;
    private final Accounts accounts;
    private final PlanFacts facts;

    LeavingHabit(HandOvers handOvers, Accounts accounts, PlanFacts facts) {
        this.handOvers = handOvers;
        this.accounts = accounts;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public void day(Crowd crowd) {
        if (!crowd.chance(2)) {
            return;
        }
        Account leaving = somebody(crowd);
        Role role = leaving.roles().iterator().next();
        int supervised =
                leaving.equals(crowd.roster().supervisor()) ? facts.openTasks().size() : 0;
        Account newcomer = crowd.roster().add(leaving.departmentId(), role);
        crowd.actAnew(
                crowd.admin(),
                "hand work over",
                Traces.row("hand_over")
                        .and(Kind.HANDED_OVER, supervised)
                        .and(Kind.INSTRUCTION_HANDED_OVER, facts.instructionsToConfirm(leaving.id())),
                () -> handOvers.handOver(leaving.id(), newcomer.id(), "工作调动"));
        crowd.actAnew(crowd.admin(), "close an account", Traces.NONE, () -> accounts.setEnabled(leaving.id(), false));
        crowd.roster().read(crowd.today());
    }

    private Account somebody(Crowd crowd) {
        int kind = crowd.between(1, 10);
        if (kind <= 2) {
            return crowd.roster().supervisor();
        }
        if (kind == 3) {
            return crowd.anyOf(crowd.roster().in(null, Role.LEADER));
        }
        return crowd.roster().first(crowd.anyOf(facts.holders()), kind <= 6 ? Role.HEAD : Role.STAFF);
    }
}
