package org.duban.life;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.report.Reviews;
import org.duban.support.Fixture;
import org.duban.task.Acknowledgements;
import org.duban.task.Completions;
import org.duban.task.Countersignatures;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.springframework.stereotype.Component;

/** People try what waits for others, and are refused (DESIGN, invariant 5). */
@Component
class TrespassingHabit implements Habit {

    private static final Set<ItemKind> TEMPTING = EnumSet.of(
            ItemKind.ACKNOWLEDGE,
            ItemKind.REPORT,
            ItemKind.CONTRIBUTE,
            ItemKind.COUNTERSIGN,
            ItemKind.DECIDE_EXTENSION,
            ItemKind.REVIEW,
            ItemKind.VERIFY);

    private final Acknowledgements acknowledgements;
    private final Reports reports;
    private final Contributions contributions;
    private final Countersignatures countersignatures;
    private final Extensions extensions;
    private final Reviews reviews;
    private final Completions completions;
    private final Fixture fixture;
    private final PlanFacts facts;

    TrespassingHabit(
            Acknowledgements acknowledgements,
            Reports reports,
            Contributions contributions,
            Countersignatures countersignatures,
            Extensions extensions,
            Reviews reviews,
            Completions completions,
            Fixture fixture,
            PlanFacts facts) {
        this.acknowledgements = acknowledgements;
        this.reports = reports;
        this.contributions = contributions;
        this.countersignatures = countersignatures;
        this.extensions = extensions;
        this.reviews = reviews;
        this.completions = completions;
        this.fixture = fixture;
        this.facts = facts;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void day(Crowd crowd) {
        if (!crowd.chance(25)) {
            return;
        }
        List<Crowd.Item> waiting = crowd.items(TEMPTING);
        if (!waiting.isEmpty()) {
            Crowd.Item item = crowd.anyOf(waiting);
            Account stranger = stranger(crowd, item);
            crowd.trespass(stranger, item.kind().name(), () -> tryIt(item));
        }
    }

    /** Of a department for which it does not wait, or a supervisor who has nothing to do with it. */
    private Account stranger(Crowd crowd, Crowd.Item item) {
        Account other = crowd.roster().otherSupervisor();
        if (crowd.chance(30) && !other.equals(crowd.supervisor())) {
            return other;
        }
        DepartmentId department = crowd.anyOf(facts.holders().stream()
                .filter(each -> !each.equals(item.department()))
                .toList());
        return crowd.roster().first(department, crowd.chance(50) ? Role.STAFF : Role.HEAD);
    }

    private void tryIt(Crowd.Item item) {
        ReportId report = new ReportId(item.subject());
        KeyTaskId task = new KeyTaskId(item.task());
        switch (item.kind()) {
            case ACKNOWLEDGE -> acknowledgements.acknowledge(new DutyId(item.subject()));
            case REPORT ->
                reports.submit(report, new ReportContent(100, "已完成", null, Map.of()), fixture.revision(report));
            case CONTRIBUTE -> contributions.submit(new ContributionId(item.subject()), "已配合");
            case COUNTERSIGN -> countersignatures.agree(item.subject(), null);
            case DECIDE_EXTENSION -> extensions.refuse(new ExtensionId(item.subject()), "不同意");
            case REVIEW -> reviews.accept(report, fixture.handIn(report), null);
            case VERIFY -> completions.close(task, fixture.application(task), Outcome.DONE, null);
            default -> throw new IllegalArgumentException(item.kind().name());
        }
    }
}
