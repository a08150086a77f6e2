package org.duban.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.duban.report.ProgressReport;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ReportFormTests extends ReportPageTest {

    @Test
    void savesADraftWhileItIsTyped() {
        openAs(open.lead().staff(), open.report());

        type("report.body", "已完成选址。");
        test(find(IntegerField.class).single()).setValue(35);
        test(find(BigDecimalField.class).single()).setValue(new BigDecimal("120.5"));

        ProgressReport.Draft draft = draft();
        assertThat(draft.percent()).isEqualTo(35);
        assertThat(draft.body()).isEqualTo("已完成选址。");
        assertThat(draft.actuals().values()).containsExactly(new BigDecimal("120.5"));
        assertThat(status()).isEqualTo(text("report.saved", "10:00"));
    }

    @Test
    void saysThatADraftIsSavedButNotFitToBeHandedIn() {
        openAs(open.lead().staff(), open.report());
        type("report.body", "已完成选址。");
        find(IntegerField.class).single().setValue(150);

        assertThat(status()).isEqualTo(text("report.saved.unfit", "10:00"));
        assertThat(find(PercentField.class).single().isInvalid()).isTrue();
        assertThat(find(PercentField.class).single().getErrorMessage()).isEqualTo(text("refusal.report.percent"));
        assertThat(find(IntegerSlider.class).single().getValue()).isEqualTo(100);
        assertThat(draft().percent()).isEqualTo(150);

        test(find(IntegerField.class).single()).setValue(50);

        assertThat(status()).isEqualTo(text("report.saved", "10:00"));
        assertThat(find(PercentField.class).single().isInvalid()).isFalse();
    }

    @Test
    void saysThatWhatCannotBeReadIsNotSaved() {
        openAs(open.lead().staff(), open.report());
        type("report.body", "已完成选址。");

        typeUnreadable(find(IntegerField.class).single());

        assertThat(status()).isEqualTo(text("report.unreadable"));
        click("report.submit");
        assertThat(state()).isEqualTo(ProgressReport.State.OPEN);
        test(find(IntegerField.class).single()).setValue(50);
        assertThat(status()).isEqualTo(text("report.saved", "10:00"));
    }

    @Test
    void goesOnFromTheReportOfThePeriodBefore() {
        ReportId next = nextAfterAccepted();
        openAs(open.lead().staff(), next);
        type("report.problems", "资金未到位");
        assertThat(find(BigDecimalField.class).single().getPlaceholder()).isEqualTo(text("report.targets.last", "125"));

        click("report.reuse");

        ReportContent expected = new ReportContent(20, "已完成选址。", "资金未到位", Map.of(target(), new BigDecimal("125")));
        ProgressReport.Draft saved = fixture.as(open.lead().staff(), () -> reports.details(next))
                .report()
                .draft();
        assertThat(new ReportContent(saved.percent(), saved.body(), saved.problems(), saved.actuals()))
                .isEqualTo(expected);
        assertThat(buttons()).doesNotContain(text("report.reuse"));
    }

    @Test
    void offersNothingToGoOnFromInTheFirstPeriod() {
        openAs(open.lead().staff(), open.report());

        assertThat(buttons()).doesNotContain(text("report.reuse"));
        assertThat(find(PreviousPeriod.class).all()).isEmpty();
    }

    @Test
    void saysWhoSavedTheDraftThatIsFound() {
        fixture.as(
                open.lead().head(),
                () -> reports.saveDraft(open.report(), new ReportContent(10, "负责人写的", null, Map.of()), 0));

        openAs(open.lead().staff(), open.report());

        assertThat(status())
                .isEqualTo(text("report.saved.by", "10:00", open.lead().head().displayName()));
    }

    @Test
    void showsTheDraftAgainInANewSession() {
        openAs(open.lead().staff(), open.report());
        type("report.body", "写到一半");

        openAs(open.lead().head(), open.report());

        assertThat(area("report.body").getValue()).isEqualTo("写到一半");
    }

    @Test
    void marksWhatIsMissingAndKeepsWhatWasTyped() {
        openAs(open.lead().staff(), open.report());
        type("report.problems", "资金未到位");
        find(IntegerField.class).single().setValue(135);

        click("report.submit");

        assertThat(area("report.body").isInvalid()).isTrue();
        assertThat(area("report.body").getErrorMessage()).isEqualTo(text("refusal.report.bodyMissing"));
        assertThat(find(PercentField.class).single().isInvalid()).isTrue();
        assertThat(area("report.problems").getValue()).isEqualTo("资金未到位");
        assertThat(state()).isEqualTo(ProgressReport.State.OPEN);
    }

    @Test
    void handsTheReportIn() {
        openAs(open.lead().staff(), open.report());
        type("report.body", "已完成选址。");
        test(find(IntegerField.class).single()).setValue(35);

        click("report.submit");

        assertThat(state()).isEqualTo(ProgressReport.State.SUBMITTED);
        assertThat(notices()).contains(text("report.submitted"));
        assertThat(find(TextArea.class).all()).isEmpty();
        assertThat(page()).contains("已完成选址。", "35%", text("reportState.SUBMITTED"));
    }

    @Test
    void asksBeforeLessIsHandedInThanWasAcceptedLast() {
        ReportId next = nextAfterAccepted();
        openAs(open.lead().staff(), next);
        type("report.body", "重新核算。");
        test(find(IntegerField.class).single()).setValue(10);

        click("report.submit");
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("message"))
                .isEqualTo(text("report.lower.explanation", 20, 10, 10));
        test(question).cancel();
        assertThat(state(next)).isEqualTo(ProgressReport.State.OPEN);
        assertThat(area("report.body").getValue()).isEqualTo("重新核算。");

        click("report.submit");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(state(next)).isEqualTo(ProgressReport.State.SUBMITTED);
    }

    @Test
    void tellsTheSecondWriterOfANewerDraft() {
        openAs(open.lead().head(), open.report());
        fixture.as(
                open.lead().staff(),
                () -> reports.saveDraft(open.report(), new ReportContent(10, "同事写的", null, Map.of()), 0));

        type("report.body", "我写的");

        assertThat(draft().body()).isEqualTo("同事写的");
        assertThat(area("report.body").getValue()).isEqualTo("我写的");
        assertThat(find(NewerDraft.class).single().isVisible()).isTrue();
        click("report.conflict.mine");
        assertThat(draft().body()).isEqualTo("我写的");
        assertThat(find(NewerDraft.class).all()).isEmpty();
    }

    @Test
    void takesTheOtherDraftIfAskedTo() {
        openAs(open.lead().head(), open.report());
        fixture.as(
                open.lead().staff(),
                () -> reports.saveDraft(open.report(), new ReportContent(10, "同事写的", null, Map.of()), 0));
        type("report.body", "我写的");

        click("report.conflict.theirs");

        assertThat(area("report.body").getValue()).isEqualTo("同事写的");
        assertThat(draft().body()).isEqualTo("同事写的");
    }

    @Test
    void keepsWhatCannotBeSavedBeforeTheWritersEyes() {
        openAs(open.lead().staff(), open.report());
        fixture.as(
                open.lead().head(),
                () -> reports.submit(
                        open.report(),
                        new ReportContent(10, "同事上报了", null, Map.of()),
                        fixture.revision(open.report())));

        type("report.body", "我还在写");

        assertThat(area("report.body").getValue()).isEqualTo("我还在写");
        assertThat(page()).contains(text("report.handled"));
        assertThat(buttons()).doesNotContain(text("report.submit"));
        click("report.handled.show");
        assertThat(page()).contains("同事上报了");
    }

    @Test
    void saysThatATextIsTooLongAndKeepsIt() {
        openAs(open.lead().staff(), open.report());

        type("report.body", "长".repeat(ReportContent.LONGEST_BODY + 1));

        assertThat(area("report.body").getValue()).hasSize(ReportContent.LONGEST_BODY + 1);
        assertThat(page()).contains(text("refusal.textTooLong", ReportContent.LONGEST_BODY));
    }

    @Test
    void letsADepartmentSignInPlace() {
        openAs(open.fellow().staff(), open.fellowReport());
        assertThat(buttons()).contains(text("report.sign")).doesNotContain(text("report.submit"));

        click("report.sign");

        assertThat(buttons()).contains(text("report.submit")).doesNotContain(text("report.sign"));
    }

    @Test
    void showsTheReasonOfAReturnOnTop() {
        reportFixture.submit(open.lead().staff(), open.report(), 20);
        reportFixture.giveBack(open.supervisor(), open.report(), "请补充验收数据", LocalDate.of(2026, 4, 1));

        openAs(open.lead().staff(), open.report());

        assertThat(textOf(find(Banner.class).single())).contains("请补充验收数据", "2026-04-01");
        assertThat(area("report.body").getValue()).isEqualTo("已完成选址。");
    }

    private String status() {
        return textOf(find(SaveStatus.class).single());
    }

    /** As a browser tells it when somebody types letters into a field for numbers. */
    private ProgressReport.State state(ReportId report) {
        return fixture.as(open.lead().staff(), () -> reports.details(report))
                .report()
                .state();
    }

    private static void typeUnreadable(IntegerField field) {
        field.getElement().setProperty("_inputElementValue", "1e");
        field.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(
                        new DomEvent(field.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
    }
}
