package org.duban.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duban.account.Account;
import org.duban.report.Attachments;
import org.duban.report.ProgressReport;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.report.Samples;
import org.duban.report.Submission;
import org.duban.support.ReportFixture;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.node.JsonNodeFactory;

@Import(ReportFixture.class)
class ReportViewTests extends ViewTest {

    @Autowired
    ReportFixture reportFixture;

    @Autowired
    Reports reports;

    @Autowired
    Attachments attachments;

    ReportFixture.Open open;

    @BeforeEach
    void openAReport() {
        open = reportFixture.open();
    }

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

    @Test
    void showsOthersNeitherDraftNorForm() {
        fixture.as(
                open.lead().staff(),
                () -> reports.saveDraft(open.report(), new ReportContent(10, "草稿内容", null, Map.of()), 0));

        for (Account other : List.of(open.fellow().staff(), open.supervisor(), fixture.leader())) {
            openAs(other, open.report());
            assertThat(page()).doesNotContain("草稿内容").contains(text("report.nothingYet"));
            assertThat(find(CustomField.class).all()).isEmpty();
            assertThat(find(Upload.class).all()).isEmpty();
            assertThat(buttons()).isEmpty();
        }
    }

    @Test
    void showsAReportToNobodyWithoutAPartInIt() {
        reportFixture.submit(open.lead().staff(), open.report(), 20);

        for (Account stranger : List.of(fixture.office().staff(), fixture.supervisor())) {
            openAs(stranger, open.report());
            assertThat(find(ReportView.class).all()).isEmpty();
            assertThat(page()).contains(text("error.notFound.title"));
        }
    }

    @Test
    void offersALeaderTheEvidenceButNoReview() {
        fixture.as(open.lead().staff(), () -> {
            try {
                attachments.add(open.report(), "验收单.pdf", Samples.stream(Samples.PDF));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        reportFixture.submit(open.lead().staff(), open.report(), 20);

        openAs(fixture.leader(), open.report());

        assertThat(find(ReviewActions.class).all()).isEmpty();
        assertThat(find(Anchor.class).all())
                .filteredOn(link -> link.getHref().startsWith("files/"))
                .extracting(Anchor::getText)
                .containsExactly("验收单.pdf");
    }

    @Test
    void letsTheSupervisorAcceptAndGoOn() {
        ReportFixture.Open second = reportFixture.open(open.supervisor());
        reportFixture.submit(open.lead().staff(), open.report(), 20);
        reportFixture.submit(second.lead().staff(), second.report(), 30);
        openAs(open.supervisor(), open.report());

        click("review.accept");

        assertThat(state()).isEqualTo(ProgressReport.State.ACCEPTED);
        assertThat(find(ReviewActions.class).all()).isEmpty();
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(Routes.report(second.report().value()));
    }

    @Test
    void letsTheSupervisorReturnWithAReasonAndADay() {
        reportFixture.submit(open.lead().staff(), open.report(), 20);
        openAs(open.supervisor(), open.report());

        click("review.return");
        assertThat(find(DatePicker.class).single().getValue()).isEqualTo(LocalDate.of(2026, 3, 25));
        test(find(TextArea.class).single()).setValue("请补充验收数据");
        test(find(Button.class)
                        .withCondition(button -> button.getText().equals(text("review.return")))
                        .all()
                        .getLast())
                .click();

        Submission decided = fixture.as(open.supervisor(), () -> reports.details(open.report()))
                .submissions()
                .getFirst();
        assertThat(decided.reason()).isEqualTo("请补充验收数据");
        assertThat(decided.newDueOn()).isEqualTo(LocalDate.of(2026, 3, 25));
    }

    private void openAs(Account account, ReportId report) {
        signIn(account);
        open(Routes.report(report.value()));
    }

    private String page() {
        return textOf((Component) getCurrentView());
    }

    private TextArea area(String label) {
        return find(TextArea.class)
                .withCondition(area -> area.getLabel().equals(text(label)))
                .single();
    }

    private void type(String label, String value) {
        test(area(label)).setValue(value);
    }

    private void click(String label) {
        test(find(Button.class)
                        .withCondition(button -> button.getText().equals(text(label)))
                        .first())
                .click();
    }

    private List<String> buttons() {
        return find(Button.class).all().stream()
                .map(Button::getText)
                .filter(label -> !label.isBlank())
                .toList();
    }

    private String status() {
        return textOf(find(SaveStatus.class).single());
    }

    /** As a browser tells it when somebody types letters into a field for numbers. */
    private static void typeUnreadable(IntegerField field) {
        field.getElement().setProperty("_inputElementValue", "1e");
        field.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(
                        new DomEvent(field.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
    }

    private ProgressReport.Draft draft() {
        return fixture.as(open.lead().staff(), () -> reports.details(open.report()))
                .report()
                .draft();
    }

    private ProgressReport.State state() {
        return fixture.as(open.lead().staff(), () -> reports.details(open.report()))
                .report()
                .state();
    }
}
