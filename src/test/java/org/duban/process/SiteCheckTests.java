package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.inbox.ItemKind;
import org.duban.task.CheckSample;
import org.duban.task.CheckSamples;
import org.duban.task.Completion;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.duban.task.SiteCheck;
import org.duban.task.SiteVisit;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 现场核查: ordered for one application, or for some drawn by lot. */
class SiteCheckTests extends ProcessTest {

    @Autowired
    CheckSamples samples;

    @Test
    void comesBeforeTheVerdict() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead, helper);
        apply(task, lead);
        long read = fixture.application(task);

        orderCheck(task);

        assertThat(task(task).state()).isEqualTo(KeyTask.State.ON_SITE_CHECK);
        assertThat(only(supervisor, ItemKind.SITE_CHECK).dueOn()).isEqualTo(MONDAY.plusDays(3));
        assertThat(kinds(supervisor)).containsExactly(ItemKind.SITE_CHECK);
        ledgerAndEngine.check();
        alreadyHandled(supervisor, () -> completions.close(task, read, Outcome.DONE, null));
        alreadyHandled(supervisor, () -> completions.sendBack(task, read, "尚未完成"));
        alreadyHandled(supervisor, () -> siteChecks.order(task, read, visit(), "再查一次"));

        recordCheck(task, false);

        assertThat(kinds(supervisor)).containsExactly(ItemKind.VERIFY);
        SiteCheck check = application(task).siteChecks().getFirst();
        assertThat(check.state()).isEqualTo(SiteCheck.State.NOT_CONFIRMED);
        assertThat(check.place()).isEqualTo("项目现场");
        assertThat(check.finding()).isEqualTo("现场与申请所述相符");
        assertThat(check.sampled()).isFalse();
        alreadyHandled(supervisor, () -> siteChecks.record(check.id(), true, "再看一次"));
        orderCheck(task);
        recordCheck(task, true);
        close(task, Outcome.PARTLY);
        assertThat(times(task, Kind.SITE_CHECK_ORDERED)).isEqualTo(2);
        assertThat(times(task, Kind.SITE_CHECK_RECORDED)).isEqualTo(2);
        assertThat(items(supervisor)).isEmpty();
    }

    @Test
    void isPlannedCompletely() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        apply(task, lead);
        long read = fixture.application(task);

        refused("refusal.siteCheck.day", () -> order(task, read, new SiteVisit(MONDAY.minusDays(1), null, "甲"), "查"));
        refused("refusal.siteCheck.day", () -> order(task, read, new SiteVisit(null, null, "甲"), "查"));
        refused(
                "refusal.siteCheck.dayTooFar",
                () -> order(task, read, new SiteVisit(MONDAY.plusYears(2), null, "甲"), "查"));
        refused("refusal.siteCheck.nobodyGoes", () -> order(task, read, new SiteVisit(MONDAY, null, " "), "查"));
        refused("refusal.reasonMissing", () -> order(task, read, visit(), ""));
        order(task, read, visit(), "核实情况");
        long check = application(task).siteChecks().getFirst().id();
        refused(
                "refusal.siteCheck.findingMissing",
                () -> fixture.as(supervisor, () -> siteChecks.record(check, true, null)));
        refused("refusal.notFound", () -> fixture.as(fixture.supervisor(), () -> siteChecks.record(check, true, "属实")));
    }

    @Test
    void isDrawnByLotSoThatAnybodyCanDrawItAgain() {
        DirectiveId directive = fixture.directive(supervisor, 7, leads(lead));
        fixture.launch(supervisor, directive, ReportingFrequency.NONE, YEAR_END);
        List<KeyTaskId> all = tasksOf(directive);
        all.forEach(task -> sign(task, lead));
        List<KeyTaskId> waiting = all.subList(0, 5);
        waiting.forEach(task -> apply(task, lead));
        KeyTaskId elsewhere = launched(ReportingFrequency.NONE);
        sign(elsewhere, lead);
        apply(elsewhere, lead);
        assertThat(fixture.as(supervisor, () -> samples.waiting(directive))).isEqualTo(5);

        CheckSample sample = fixture.as(supervisor, () -> samples.draw(directive, 30, visit()));

        assertThat(sample.candidates()).extracting(CheckSample.Candidate::task).containsExactlyElementsOf(waiting);
        assertThat(sample.drawn()).as("30 % of five, rounded up").hasSize(2);
        List<Integer> again = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(again, new Random(sample.seed()));
        assertThat(sample.drawn())
                .extracting(CheckSample.Candidate::task)
                .containsExactlyInAnyOrder(waiting.get(again.get(0)), waiting.get(again.get(1)));
        for (KeyTaskId task : waiting) {
            boolean drawn = sample.drawn().stream().anyMatch(each -> each.task().equals(task));
            assertThat(task(task).state())
                    .isEqualTo(drawn ? KeyTask.State.ON_SITE_CHECK : KeyTask.State.COMPLETION_APPLIED);
        }
        assertThat(task(elsewhere).state()).isEqualTo(KeyTask.State.COMPLETION_APPLIED);
        assertThat(application(sample.drawn().getFirst().task())
                        .siteChecks()
                        .getFirst()
                        .sampled())
                .isTrue();
        assertThat(fixture.as(supervisor, () -> samples.of(directive, 10))).containsExactly(sample);

        recordCheck(sample.drawn().getFirst().task(), true);
        assertThat(fixture.as(supervisor, () -> samples.waiting(directive)))
                .as("nothing is checked twice this way")
                .isEqualTo(3);
        fixture.as(supervisor, () -> samples.draw(directive, 100, visit()));
        assertThat(fixture.as(supervisor, () -> samples.waiting(directive))).isZero();
        refused(
                "refusal.sample.nothingWaits",
                () -> fixture.as(supervisor, () -> samples.draw(directive, 100, visit())));
        assertThat(fixture.as(supervisor, () -> samples.of(directive, 10))).hasSize(2);
    }

    @Test
    void drawsNothingThatCannotBeDrawn() {
        KeyTaskId task = launched(ReportingFrequency.NONE);
        sign(task, lead);
        apply(task, lead);
        DirectiveId directive = task(task).directiveId();

        for (int share : List.of(0, 101)) {
            refused(
                    "refusal.sample.share",
                    () -> fixture.as(supervisor, () -> samples.draw(directive, share, visit())));
        }
        refused(
                "refusal.notFound",
                () -> fixture.as(fixture.supervisor(), () -> samples.draw(directive, 100, visit())));
        assertThat(application(task).state()).isEqualTo(Completion.State.VERIFYING);
    }

    @Test
    void sizesFollowTheShare() {
        assertThat(List.of(
                        CheckSample.size(1, 1),
                        CheckSample.size(10, 10),
                        CheckSample.size(11, 10),
                        CheckSample.size(3, 100)))
                .isEqualTo(List.of(1, 1, 2, 3));
    }

    private void order(KeyTaskId task, long read, SiteVisit visit, String reason) {
        fixture.as(supervisor, () -> siteChecks.order(task, read, visit, reason));
    }

    private static SiteVisit visit() {
        return new SiteVisit(LocalDate.of(2026, 3, 9), null, "督查一组");
    }
}
