package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.directive.NewDirective;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Target;
import org.duban.directive.Target.Comparator;
import org.duban.task.CompletionTarget;
import org.duban.task.DutyId;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.TargetClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an application for completion says of each target. */
class CompletionTargetTests extends ProcessTest {

    @Autowired
    Directives directives;

    private KeyTaskId task;

    @BeforeEach
    void promise() {
        DirectiveId directive = directives.registerAsSystem(new NewDirective(
                "targets-" + System.nanoTime(),
                "试验文件",
                "试发〔2026〕1号",
                "试验机关",
                LocalDate.of(2026, 1, 1),
                2026,
                2027,
                "国家",
                List.of(),
                List.of(new NewDirective.NewRow(
                        "1",
                        "试验任务",
                        null,
                        List.of(new NewDirective.NewAssignment(lead.id(), DutyRole.LEAD, lead.name())),
                        List.of(
                                target("新建厂房", Comparator.AT_LEAST, BigDecimal.valueOf(500)),
                                target("能耗", Comparator.LESS_THAN, new BigDecimal("0.5")),
                                target("培训人次", Comparator.ABOUT, BigDecimal.valueOf(1000)),
                                target("显著改善", Comparator.EQUAL, null))))));
        directives.entrustAsSystem(directive, supervisor.id());
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        task = tasksOf(directive).getFirst();
        sign(task, lead);
    }

    private static NewDirective.NewTarget target(String what, Comparator comparator, BigDecimal amount) {
        return new NewDirective.NewTarget(what + "的承诺", what, comparator, amount, "单位", 2027);
    }

    @Test
    void standsBesideThePromise() {
        applying(claim(0, "500", "见验收报告"), claim(1, "0.5", "设备投运较晚"), claim(2, "700", "见台账"), claim(3, null, "群众评议"));

        assertThat(application(task).targets())
                .extracting(
                        reached -> reached.target().what(),
                        reached -> reached.amount() == null
                                ? null
                                : reached.amount().stripTrailingZeros().toPlainString(),
                        CompletionTarget::met,
                        CompletionTarget::note)
                .containsExactly(
                        tuple("新建厂房", "500", true, "见验收报告"),
                        tuple("能耗", "0.5", false, "设备投运较晚"),
                        tuple("培训人次", "700", null, "见台账"),
                        tuple("显著改善", null, null, "群众评议"));
        close(task, Outcome.PARTLY);
    }

    @Test
    void isCompleteOrRefused() {
        TargetClaim second = claim(1, "0.4", "见能耗报告");
        TargetClaim third = claim(2, "1000", "见台账");
        TargetClaim fourth = claim(3, null, "群众评议");

        refused("refusal.completion.figureMissing", () -> applying(second, third, fourth));
        refused("refusal.completion.figureMissing", () -> applying(claim(0, null, "见报告"), second, third, fourth));
        refused("refusal.completion.figureMissing", () -> applying(claim(0, "500", "见报告"), second, third));
        refused("refusal.completion.evidenceMissing", () -> applying(claim(0, "500", " "), second, third, fourth));
        refused("refusal.completion.missedUnexplained", () -> applying(claim(0, "499.9", ""), second, third, fourth));
        refused("refusal.report.actual", () -> applying(claim(0, "500.00001", "见报告"), second, third, fourth));
        refused("refusal.textTooLong", () -> applying(claim(0, "500", "长".repeat(1001)), second, third, fourth));
        refused(
                "refusal.notFound",
                () -> applying(claim(0, "500", "见报告"), second, third, fourth, new TargetClaim(1, null, "别的指标")));
        refused("refusal.completion.figureMissing", () -> applyOnly(task, lead));

        assertThat(task(task).state()).isEqualTo(KeyTask.State.RUNNING);
        assertThat(details(task).completions()).isEmpty();
    }

    @Test
    void isComparedAsPromised() {
        assertThat(kept(Comparator.AT_LEAST)).containsExactly(false, true, true);
        assertThat(kept(Comparator.MORE_THAN)).containsExactly(false, false, true);
        assertThat(kept(Comparator.AT_MOST)).containsExactly(true, true, false);
        assertThat(kept(Comparator.LESS_THAN)).containsExactly(true, false, false);
        assertThat(kept(Comparator.EQUAL)).containsExactly(false, true, false);
        assertThat(kept(Comparator.ABOUT)).containsExactly(null, null, null);
    }

    /** With less than promised, exactly that, and more. */
    private static List<Boolean> kept(Comparator comparator) {
        Target target = new Target(1, "承诺", "指标", comparator, new BigDecimal("10.0"), null, null);
        return Arrays.asList(
                target.keptBy(new BigDecimal("9.9")).orElse(null),
                target.keptBy(BigDecimal.TEN).orElse(null),
                target.keptBy(new BigDecimal("10.1")).orElse(null));
    }

    private TargetClaim claim(int target, String amount, String note) {
        return new TargetClaim(
                details(task).targets().get(target).id(), amount == null ? null : new BigDecimal(amount), note);
    }

    private void applying(TargetClaim... claims) {
        DutyId duty = duty(task, lead).id();
        fixture.as(lead.staff(), () -> completions.apply(duty, "已全部完成", List.of(claims)));
    }
}
