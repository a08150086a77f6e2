package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.support.Fixture;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskFilter;
import org.duban.task.KeyTaskId;
import org.duban.task.LedgerKey;
import org.duban.task.Light;
import org.duban.task.Outcome;
import org.junit.jupiter.api.Test;

/** From the launch of a table to its closed key task, through the services and the real engine. */
class MainPathTests extends ProcessTest {

    @Test
    void runsARowFromLaunchToClosing() {
        DirectiveId directive = fixture.directive(
                supervisor,
                1,
                new Fixture.Assigned(lead, DutyRole.LEAD),
                new Fixture.Assigned(helper, DutyRole.COOPERATING));

        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, LocalDate.of(2026, 12, 31));

        OpenItem toSign = only(lead.staff(), ItemKind.ACKNOWLEDGE);
        assertThat(toSign.dueOn()).isEqualTo(LocalDate.of(2026, 3, 4));
        KeyTaskId task = new KeyTaskId(toSign.keyTaskId());
        assertThat(details(task).task().lightReading().light()).isEqualTo(Light.GREY);

        fixture.as(lead.staff(), () -> acknowledgements.acknowledge(new DutyId(toSign.subjectId())));
        assertThat(details(task).task().lightReading().light()).isEqualTo(Light.GREEN);

        fixture.travel(Duration.ofDays(14));
        OpenItem toReport = only(lead.staff(), ItemKind.REPORT);
        assertThat(toReport.dueOn()).isEqualTo(LocalDate.of(2026, 3, 25));
        ReportId report = new ReportId(toReport.subjectId());
        fixture.as(
                lead.staff(),
                () -> reports.submit(report, new ReportContent(20, "已开工", null, Map.of()), fixture.revision(report)));
        fixture.as(
                supervisor,
                () -> reviews.returnForAmendment(report, fixture.handIn(report), "请补充数据", LocalDate.of(2026, 3, 26)));
        assertThat(only(lead.staff(), ItemKind.AMEND).dueOn()).isEqualTo(LocalDate.of(2026, 3, 26));
        fixture.as(
                lead.staff(),
                () -> reports.submit(report, new ReportContent(25, "已补充", null, Map.of()), fixture.revision(report)));
        fixture.as(supervisor, () -> reviews.accept(report, fixture.handIn(report), null));
        assertThat(details(task).task().percent()).isEqualTo(25);

        fixture.travelTo(Instant.parse("2027-01-01T02:00:00Z"));
        KeyTask late = details(task).task();
        assertThat(late.escalationLevel()).isEqualTo(1);
        assertThat(late.lightReading().light()).isEqualTo(Light.RED);

        DutyId duty = fixture.as(lead.staff(), () -> tasks.details(task))
                .actsForDuty()
                .id();
        fixture.as(lead.staff(), () -> completions.apply(duty, "全部完成"));
        fixture.countersign(task);
        fixture.as(supervisor, () -> completions.sendBack(task, fixture.application(task), "缺验收材料"));
        fixture.as(lead.staff(), () -> completions.apply(duty, "已补验收材料"));
        fixture.countersign(task);
        fixture.as(supervisor, () -> completions.close(task, fixture.application(task), Outcome.DONE, null));

        KeyTaskDetails closed = details(task);
        assertThat(closed.task().state()).isEqualTo(KeyTask.State.CLOSED);
        assertThat(closed.daysLate()).isEqualTo(1);
        assertThat(items(lead.staff())).isEmpty();
        assertThat(items(helper.staff())).isEmpty();
        assertThat(items(supervisor)).isEmpty();
        assertThat(fixture.as(supervisor, () -> tasks.timeline(task, 100))).hasSizeGreaterThan(10);
        assertThat(fixture.as(supervisor, () -> tasks.list(KeyTaskFilter.ALL, LedgerKey.START, 10))
                        .rows())
                .hasSize(1);
    }
}
