package org.duban.directive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.base.Timers;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.directive.ReportingPlans;
import org.duban.directive.SigningSettings;
import org.duban.directive.SigningTerms;
import org.duban.directive.Supervision;
import org.duban.directive.Supervisor;
import org.duban.support.Fixture;
import org.duban.support.ViewTest;
import org.duban.ui.Formats;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DirectiveViewTests extends ViewTest {

    private static final LocalDate NEXT_YEAR = LocalDate.now().plusYears(1);

    @Autowired
    Directives directives;

    @Autowired
    ReportingPlans plans;

    @Autowired
    SigningSettings signing;

    @Autowired
    Supervision supervision;

    @Autowired
    Timers timers;

    @Autowired
    Formats formats;

    private Account supervisor;
    private Fixture.Office lead;
    private DirectiveId directive;

    @BeforeEach
    void enterADirective() {
        supervisor = fixture.supervisor();
        lead = fixture.office();
        directive = fixture.directive(
                supervisor,
                List.of(
                        List.of(new Fixture.Assigned(lead, DutyRole.LEAD)),
                        List.of(new Fixture.Assigned(lead, DutyRole.JOINT)),
                        List.of()));
    }

    @Test
    void marksRowsThatNameNobody() {
        show(supervisor);

        assertThat(cell(0, "directive.row.departments")).contains("牵头", lead.name());
        assertThat(cell(0, "directive.row.title")).doesNotContain("不能启动");
        assertThat(cell(2, "directive.row.title")).contains("未列责任部门，不能启动");
        assertThat(cell(2, "directive.state")).contains("留在草稿");
    }

    @Test
    void launchesAfterSayingWhatWillHappen() {
        show(supervisor);
        test(button("启动督办")).click();

        LaunchDialog dialog = find(LaunchDialog.class).single();
        assertThat(textOf(dialog)).contains("2 行分工生成 2 项重点任务", "1 个部门", "1 行未列责任部门，不启动，留在草稿：第 3 行");
        DatePicker fallback = find(DatePicker.class, dialog).single();
        fallback.clear();
        test(button("启动 2 项任务")).click();
        assertThat(fallback.isInvalid()).isTrue();
        assertThat(fallback.getErrorMessage()).isEqualTo("请填写默认办理时限。");
        test(fallback).setValue(LocalDate.now().minusDays(1));
        test(button("启动 2 项任务")).click();
        assertThat(fallback.getErrorMessage()).isEqualTo("办理时限不能早于今天。");
        assertThat(state()).isEqualTo(Directive.State.DRAFT);

        chooseMonthly(dialog);
        test(fallback).setValue(NEXT_YEAR);
        test(button("启动 2 项任务")).click();

        assertThat(dialog.isOpened()).isFalse();
        assertThat(state()).isEqualTo(Directive.State.LAUNCHING);
        assertThat(find(ProgressBar.class).single().getMax()).isEqualTo(2);
        assertThat(find(Button.class).withText("启动督办").all()).isEmpty();

        timers.fireDue();
        show(supervisor);
        assertThat(find(ProgressBar.class).all()).isEmpty();
        assertThat(cell(0, "directive.state")).contains("灰灯");
        assertThat(fixture.as(supervisor, () -> directives.get(directive)).reporting())
                .isEqualTo(ReportingFrequency.MONTHLY);
    }

    @Test
    void changesHowIsReportedFromNowOn() {
        fixture.launch(supervisor, directive, ReportingFrequency.MONTHLY, NEXT_YEAR);
        show(supervisor);
        assertThat(textOf((Component) getCurrentView())).contains("每月、25 日前上报、提前 3 个工作日征求配合意见");
        test(button(text("directive.reporting.change"))).click();
        PlanDialog dialog = find(PlanDialog.class).single();
        IntegerField day = find(IntegerField.class, dialog)
                .withCondition(field -> field.getLabel().equals(text("directive.reporting.day")))
                .single();
        day.setValue(31);
        test(button(text("directive.reporting.save"))).click();
        assertThat(textOf(dialog)).contains(text("refusal.reporting.day", 28));
        day.setValue(8);
        test(find(Checkbox.class, dialog).single()).click();
        test(button(text("directive.reporting.save"))).click();

        assertThat(dialog.isOpened()).isFalse();
        assertThat(fixture.as(supervisor, () -> directives.get(directive)).plan())
                .isEqualTo(new ReportingPlan(ReportingFrequency.MONTHLY, 8, true, 3));
        assertThat(textOf((Component) getCurrentView())).contains("次月 8 日前上报", "部门负责人审签");
        show(fixture.leader());
        assertThat(find(Button.class)
                        .withText(text("directive.reporting.change"))
                        .all())
                .as("for supervisors")
                .isEmpty();
    }

    @Test
    void showsTheProgressAgainToWhoeverComesBack() {
        fixture.as(supervisor, () -> directives.launch(directive, ReportingFrequency.NONE, NEXT_YEAR));

        show(supervisor);

        assertThat(find(ProgressBar.class).single().getValue()).isZero();
        assertThat(textOf((Component) getCurrentView())).contains("已生成 0 / 2 项重点任务");
    }

    @Test
    void tellsTheSecondOfTwoWhoLaunchAtOnce() {
        show(supervisor);
        test(button("启动督办")).click();
        fixture.as(supervisor, () -> directives.launch(directive, ReportingFrequency.NONE, NEXT_YEAR));

        test(button("启动 2 项任务")).click();

        assertThat(textOf(find(LaunchDialog.class).single())).contains("该文件已由" + supervisor.displayName());
    }

    @Test
    void launchesWithTheTermsForSigningThatWereChosen() {
        show(supervisor);
        test(button("启动督办")).click();
        IntegerField acknowledge = field("directive.signing.acknowledge");
        assertThat(acknowledge.getValue()).isEqualTo(2);

        test(acknowledge).setValue(null);
        test(button("启动 2 项任务")).click();
        assertThat(textOf(find(LaunchDialog.class).single())).contains(text("refusal.signing.days", 1, 30));

        test(acknowledge).setValue(5);
        test(button("启动 2 项任务")).click();

        assertThat(fixture.as(supervisor, () -> signing.of(directive))).isEqualTo(new SigningTerms(5, 3));
    }

    @Test
    void letsItsSupervisorsChangeTheTermsForSigningLater() {
        show(supervisor);
        assertThat(textOf(find(SigningPanel.class).single())).contains(text("directive.signing.terms", 2, 3));

        test(button("修改期限")).click();
        test(field("directive.signing.dispute")).setValue(null);
        test(button("保存")).click();
        assertThat(textOf(find(Dialog.class).single())).contains(text("refusal.signing.days", 1, 30));
        test(field("directive.signing.dispute")).setValue(7);
        test(button("保存")).click();

        assertThat(textOf(find(SigningPanel.class).single())).contains(text("directive.signing.terms", 2, 7));
        show(fixture.leader());
        assertThat(textOf(find(SigningPanel.class).single())).contains(text("directive.signing.terms", 2, 7));
        assertThat(find(Button.class).withText("修改期限").all()).isEmpty();
    }

    private IntegerField field(String labelKey) {
        return find(IntegerField.class).all().stream()
                .filter(each -> text(labelKey).equals(each.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysHowManyRowsAreMuchLikeRunningTasks() {
        show(supervisor);

        LaunchQuestion.ask(directives, plans, signing, directive, 2, formats, () -> {});

        assertThat(textOf(find(LaunchDialog.class).single())).contains(text("directive.launch.alike", 2));
    }

    @Test
    void saysWhichDutiesNobodyWillSignBeforeTheirHeirIsChosen() {
        Fixture.Office gone = fixture.office();
        Fixture.Office heir = fixture.office();
        directive = fixture.directive(
                supervisor,
                List.of(List.of(
                        new Fixture.Assigned(lead, DutyRole.LEAD), new Fixture.Assigned(gone, DutyRole.COOPERATING))));
        fixture.abolish(gone, heir);
        show(supervisor);

        test(button("启动督办")).click();

        assertThat(textOf(find(LaunchDialog.class).single()))
                .contains(text("directive.launch.abolished", 1, gone.name()));
    }

    @Test
    void launchesRowsThatStayedBehind() {
        Fixture.Office empty = fixture.officeWithoutPeople();
        directive = fixture.directive(
                supervisor,
                List.of(
                        List.of(new Fixture.Assigned(lead, DutyRole.LEAD), new Fixture.Assigned(empty, DutyRole.JOINT)),
                        List.of(new Fixture.Assigned(empty, DutyRole.LEAD))));
        show(supervisor);
        assertThat(cell(1, "directive.row.title")).contains(text("directive.obstacle.NOBODY_CAN_REPORT"));
        test(button("启动督办")).click();
        assertThat(textOf(find(LaunchDialog.class).single()))
                .contains(
                        text("directive.launch.unstaffed", 1, empty.name()),
                        text("directive.launch.nobodyCanReport", 1, "2"));
        test(button("启动 1 项任务")).click();
        timers.fireDue();

        show(supervisor);
        assertThat(find(Button.class).withText("启动其余 1 行").all()).isEmpty();
        fixture.account("newcomer-" + empty.name(), empty.id(), Role.HEAD);
        show(supervisor);
        test(button("启动其余 1 行")).click();
        LaunchDialog dialog = find(LaunchDialog.class).single();
        assertThat(find(RadioButtonGroup.class, dialog).all())
                .as("how often they report is settled")
                .isEmpty();
        test(button("启动 1 项任务")).click();
        timers.fireDue();

        show(supervisor);
        assertThat(row(1).launched()).isNotNull();
        assertThat(find(Button.class).withText("启动其余 1 行").all()).isEmpty();
    }

    @Test
    void showsWhatCanBeLaunchedAsSoonAsSomebodyCanAct() {
        Fixture.Office empty = fixture.officeWithoutPeople();
        directive = fixture.directive(
                supervisor,
                List.of(
                        List.of(new Fixture.Assigned(lead, DutyRole.LEAD)),
                        List.of(new Fixture.Assigned(empty, DutyRole.LEAD))));
        show(supervisor);
        assertThat(cell(1, "directive.row.title")).contains(text("directive.obstacle.NOBODY_CAN_REPORT"));

        fixture.account("newcomer-" + empty.name(), empty.id(), Role.HEAD);
        letChangesArrive();

        assertThat(cell(1, "directive.row.title")).doesNotContain(text("directive.obstacle.NOBODY_CAN_REPORT"));
    }

    @Test
    void letsLeadersReadOnly() {
        show(fixture.leader());

        assertThat(find(Button.class).withText("启动督办").all()).isEmpty();
        assertThat(find(Button.class).withText("添加督查员").all()).isEmpty();
        assertThat(find(DatePicker.class).all()).isEmpty();
        assertThat(test(grid()).size()).isEqualTo(3);
        assertThat(test(grid()).getCellComponent(0, 3)).isNotInstanceOf(DatePicker.class);
    }

    @Test
    void offersNoLaunchWhereNothingCanBeLaunched() {
        directive = fixture.directive(supervisor, 2);

        show(supervisor);

        assertThat(find(Button.class).withText("启动督办").all()).isEmpty();
        assertThat(textOf((Component) getCurrentView())).contains("没有可以启动的任务");
    }

    @Test
    void isNotFoundByOtherSupervisorsNorUnderAnUnknownAddress() {
        signIn(fixture.supervisor());
        assertThat(textOf(open(Routes.directive(directive.value())))).contains(text("error.notFound.title"));
        assertThat(textOf(open("directives/nonsense"))).contains(text("error.notFound.title"));
        assertThat(textOf(open(Routes.directive(1)))).contains(text("error.notFound.title"));
    }

    @Test
    void isNotForDepartments() {
        for (Account other : List.of(lead.staff(), lead.head(), fixture.admin())) {
            signIn(other);
            assertThat(open(Routes.directive(directive.value()))).isNotInstanceOf(DirectiveView.class);
        }
    }

    @Test
    void asksBeforeItTakesTheDirectiveFromASupervisor() {
        Account colleague = fixture.supervisor();
        fixture.as(supervisor, () -> supervision.entrust(directive, colleague.id()));
        show(supervisor);
        SupervisorsPanel panel = find(SupervisorsPanel.class).single();
        assertThat(textOf(panel)).contains(colleague.displayName(), supervisor.displayName());

        test(find(Button.class, panel)
                        .withAttribute("aria-label", text("supervision.remove", colleague.displayName()))
                        .single())
                .click();
        assertThat(supervisors()).contains(colleague.username());
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(supervisors()).containsExactly(supervisor.username());
        assertThat(textOf(panel)).doesNotContain(colleague.displayName());
    }

    private List<String> supervisors() {
        return fixture.as(fixture.leader(), () -> supervision.of(directive)).stream()
                .map(Supervisor::username)
                .toList();
    }

    private void show(Account account) {
        signIn(account);
        assertThat(open(Routes.directive(directive.value()))).isInstanceOf(DirectiveView.class);
    }

    @SuppressWarnings("unchecked")
    private void chooseMonthly(LaunchDialog dialog) {
        RadioButtonGroup<ReportingFrequency> choice =
                find(RadioButtonGroup.class, dialog).single();
        choice.setValue(ReportingFrequency.MONTHLY);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String cell(int row, String header) {
        int column = List.of(
                        "directive.row.no",
                        "directive.row.title",
                        "directive.row.departments",
                        "directive.row.due",
                        "directive.state")
                .indexOf(header);
        return textOf(test(grid()).getCellComponent(row, column));
    }

    private DivisionRow row(int index) {
        return fixture.as(fixture.leader(), () -> directives.rows(directive, Directives.FIRST_ROW, 100))
                .rows()
                .get(index);
    }

    private Directive.State state() {
        return fixture.as(fixture.leader(), () -> directives.get(directive)).state();
    }

    @SuppressWarnings("unchecked")
    private Grid<DivisionRow> grid() {
        return find(Grid.class).single();
    }
}
