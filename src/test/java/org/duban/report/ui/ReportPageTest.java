package org.duban.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.duban.account.Account;
import org.duban.report.Attachments;
import org.duban.report.ProgressReport;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.support.ReportFixture;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Opens the page of a report, in the first reporting period of a key task, and uses what is on it. */
@Import(ReportFixture.class)
abstract class ReportPageTest extends ViewTest {

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

    void openAs(Account account, ReportId report) {
        signIn(account);
        open(Routes.report(report.value()));
    }

    String page() {
        return textOf((Component) getCurrentView());
    }

    TextArea area(String label) {
        return find(TextArea.class)
                .withCondition(area -> area.getLabel().equals(text(label)))
                .single();
    }

    void type(String label, String value) {
        test(area(label)).setValue(value);
    }

    void click(String label) {
        test(find(Button.class)
                        .withCondition(button -> button.getText().equals(text(label)))
                        .first())
                .click();
    }

    List<String> buttons() {
        return find(Button.class).all().stream()
                .map(Button::getText)
                .filter(label -> !label.isBlank())
                .toList();
    }

    /** 20 percent and 125 were accepted for the first month. */
    ReportId nextAfterAccepted() {
        fixture.as(
                open.lead().staff(),
                () -> reports.submit(
                        open.report(),
                        new ReportContent(20, "已完成选址。", null, Map.of(target(), new BigDecimal("125"))),
                        fixture.revision(open.report())));
        reportFixture.accept(open.supervisor(), open.report());
        fixture.travel(Duration.ofDays(31));
        return reportFixture.newest(open.lead().staff(), open.task());
    }

    long target() {
        return fixture.as(open.lead().staff(), () -> reports.details(open.report()))
                .targets()
                .getFirst()
                .id();
    }

    ProgressReport.Draft draft() {
        return fixture.as(open.lead().staff(), () -> reports.details(open.report()))
                .report()
                .draft();
    }

    ProgressReport.State state() {
        return fixture.as(open.lead().staff(), () -> reports.details(open.report()))
                .report()
                .state();
    }
}
