package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.duban.account.Accounts;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.OpenItem;
import org.duban.ladder.DeadlineKind;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.Ladder;
import org.duban.ladder.LadderRecords;
import org.duban.ladder.Priorities;
import org.duban.ladder.ReceiptId;
import org.duban.ladder.Receipts;
import org.duban.task.KeyTaskId;
import org.duban.task.Successions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of it share. */
abstract class LadderTest extends ProcessTest {
    /** A Wednesday. */
    static final LocalDate DUE = LocalDate.of(2026, 3, 11);

    static final LocalDate REPORT_OPENS = LocalDate.of(2026, 3, 16);
    static final LocalDate REPORT_DUE = LocalDate.of(2026, 3, 25);

    @Autowired
    Ladder ladder;

    @Autowired
    LadderRecords records;

    @Autowired
    Receipts receipts;

    @Autowired
    Priorities priorities;

    @Autowired
    Successions successions;

    @Autowired
    Accounts accounts;

    @Autowired
    ManagementService engineManagementService;

    @Autowired
    TransactionTemplate transactions;

    KeyTaskId overdueTask() {
        KeyTaskId task = launched(ReportingFrequency.NONE, DUE, leads(lead));
        sign(task, lead);
        return task;
    }

    List<EscalationStep> steps(KeyTaskId task) {
        return fixture.as(supervisor, () -> records.of(task)).steps();
    }

    int level(KeyTaskId task, DeadlineKind kind) {
        return steps(task).stream()
                .filter(step -> step.kind() == kind)
                .mapToInt(EscalationStep::level)
                .max()
                .orElse(0);
    }

    static ReceiptId receipt(OpenItem item) {
        return new ReceiptId(item.subjectId());
    }

    /** Lives day by day, and finds these levels after so many working days. */
    void climbs(LocalDate due, IntSupplier level, Map<Integer, Integer> expected) {
        liveUntil(due);
        for (int days :
                Stream.of(expected.keySet().toArray(Integer[]::new)).sorted().toList()) {
            liveUntil(calendar.plusWorkingDays(due, days));
            assertThat(level.getAsInt()).as(days + " working days late").isEqualTo(expected.get(days));
        }
    }
}
