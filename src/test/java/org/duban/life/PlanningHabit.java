package org.duban.life;

import org.duban.account.Account;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.ExtensionLimit;
import org.duban.directive.ReportingPlan;
import org.duban.directive.ReportingPlans;
import org.duban.directive.SigningSettings;
import org.duban.directive.SigningTerms;
import org.springframework.stereotype.Component;

/** The supervisor changes what holds for the whole plan: head approval, days, terms and limits. */
@Component
class PlanningHabit implements Habit {

    private final Directives directives;
    private final ReportingPlans plans;
    private final SigningSettings signing;
    private final ExtensionLimit extensions;

    PlanningHabit(Directives directives, ReportingPlans plans, SigningSettings signing, ExtensionLimit extensions) {
        this.directives = directives;
        this.plans = plans;
        this.signing = signing;
        this.extensions = extensions;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public void day(Crowd crowd) {
        if (!crowd.chance(4)) {
            return;
        }
        DirectiveId plan = directives.bySlugAsSystem(PlanLife.PLAN).orElseThrow();
        Account supervisor = crowd.supervisor();
        switch (crowd.between(1, 3)) {
            case 1 -> reporting(crowd, supervisor, plan);
            case 2 -> {
                SigningTerms terms = new SigningTerms(crowd.between(1, 4), crowd.between(2, 6));
                crowd.actAnew(supervisor, "set terms for signing", Traces.NONE, () -> signing.set(plan, terms));
            }
            default -> {
                int times = crowd.between(1, 4);
                crowd.actAnew(supervisor, "limit extensions", Traces.NONE, () -> extensions.set(plan, times));
            }
        }
    }

    private void reporting(Crowd crowd, Account supervisor, DirectiveId plan) {
        ReportingPlan before = directives.getAsSystem(plan).plan();
        ReportingPlan next = new ReportingPlan(
                before.frequency(),
                crowd.between(5, 28),
                !before.headApproves() && crowd.chance(30),
                crowd.between(0, 2) * 3);
        if (next.equals(before)) {
            return;
        }
        crowd.act(
                supervisor,
                next.headApproves() ? "plan reports, with heads approving" : "plan reports",
                Traces.NONE,
                () -> plans.change(plan, before, next));
    }
}
