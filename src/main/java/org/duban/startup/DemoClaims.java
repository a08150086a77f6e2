package org.duban.startup;

import java.math.BigDecimal;
import java.util.List;
import org.duban.directive.Target;
import org.duban.report.FinalReports;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.TargetClaim;
import org.springframework.stereotype.Component;

/** What the demo's departments say of their targets when they apply for completion. */
@Component
class DemoClaims {

    private final KeyTasks tasks;
    private final FinalReports finals;
    private final DemoTexts texts;

    DemoClaims(KeyTasks tasks, FinalReports finals, DemoTexts texts) {
        this.tasks = tasks;
        this.finals = finals;
        this.texts = texts;
    }

    /** What was missed stands in the way: where a report is open, it tells of it; else a final one does. */
    void tellOfWhatWasMissed(DemoLedger.Candidate task) {
        if (!finals.possible(new KeyTaskId(task.taskId())).isEmpty()) {
            finals.begin(new DutyId(task.dutyId()));
        }
    }

    /** Every promise is kept, by what the reports say. */
    List<TargetClaim> reached(KeyTaskId task) {
        return tasks.details(task).targets().stream()
                .map(target -> new TargetClaim(
                        target.id(),
                        target.amount() == null ? null : kept(target),
                        texts.phrase("target-evidence", Fate.of(1000, "target-evidence", target.what()))))
                .toList();
    }

    private static BigDecimal kept(Target target) {
        return switch (target.comparator()) {
            case MORE_THAN -> target.amount().add(BigDecimal.ONE);
            case LESS_THAN -> target.amount().subtract(BigDecimal.ONE);
            default -> target.amount();
        };
    }
}
