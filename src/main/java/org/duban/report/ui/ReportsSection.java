package org.duban.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.report.FinalReports;
import org.duban.report.ProgressReport;
import org.duban.report.ReportId;
import org.duban.report.ReportSummary;
import org.duban.report.ReportingPeriod;
import org.duban.report.Reports;
import org.duban.task.KeyTaskDetails;
import org.duban.task.KeyTaskId;
import org.duban.task.ui.TaskSection;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.duban.ui.Routes;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** Progress reports on the page of their key task, by period. */
@org.springframework.stereotype.Component
class ReportsSection implements TaskSection {

    private static final int PERIODS_AT_ONCE = 3;

    private final Reports reports;
    private final FinalReports finals;
    private final Formats formats;

    ReportsSection(Reports reports, FinalReports finals, Formats formats) {
        this.reports = reports;
        this.finals = finals;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String titleKey() {
        return "report.section";
    }

    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        Div content = new Div();
        content.addClassName("report-section");
        Div list = new Div();
        toTellOf(task, changed).ifPresent(content::add);
        content.add(list);
        show(list, task.task().id(), PERIODS_AT_ONCE);
        return content;
    }

    /** What the reader's department missed, and no open report will tell of. */
    private Optional<Component> toTellOf(KeyTaskDetails task, Runnable changed) {
        if (task.actsForDuty() == null || !task.task().open() || task.task().suspended()) {
            return Optional.empty();
        }
        List<ReportingPeriod> missed = finals.possible(task.task().id());
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        Button begin = new Button(ReportTexts.text("report.final.begin"), click -> {
            boolean begun = Notices.attempt(() -> {
                ReportId report = finals.begin(task.actsForDuty().id());
                UI.getCurrent().navigate(Routes.report(report.value()));
            });
            if (!begun) {
                changed.run();
            }
        });
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        return Optional.of(new Banner(
                Tone.WARNING,
                VaadinIcon.WARNING,
                ReportTexts.text("report.final.missed", ReportTexts.periods(missed)),
                begin));
    }

    private void show(Div content, KeyTaskId task, int periods) {
        Map<ReportingPeriod, List<ReportSummary>> byPeriod = reports.of(task, periods + 1).stream()
                .collect(Collectors.groupingBy(row -> row.report().period(), LinkedHashMap::new, Collectors.toList()));
        content.removeAll();
        if (byPeriod.isEmpty()) {
            content.add(new EmptyState(VaadinIcon.CALENDAR_CLOCK, ReportTexts.text("report.section.empty")));
        }
        byPeriod.entrySet().stream()
                .limit(periods)
                .forEach(period -> content.add(period(period.getKey(), period.getValue())));
        if (byPeriod.size() > periods) {
            Button earlier = new Button(
                    ReportTexts.text("report.section.earlier"),
                    click -> show(content, task, periods + PERIODS_AT_ONCE));
            earlier.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            content.add(earlier);
        }
    }

    private Div period(ReportingPeriod period, List<ReportSummary> rows) {
        Span name = new Span(ReportTexts.period(period));
        name.addClassName("report-period-name");
        Span due = new Span(ReportTexts.text("report.section.due", formats.day(period.dueOn())));
        due.addClassName("report-period-due");
        Div heading = new Div(name, due);
        heading.addClassName("report-period");
        Div all = new Div(heading);
        rows.forEach(row -> all.add(row(row)));
        return all;
    }

    private Div row(ReportSummary summary) {
        ProgressReport report = summary.report();
        Span department = new Span(report.departmentName());
        department.addClassName("report-row-department");
        Span percent = new Span(ReportTexts.percent(
                summary.latest() == null ? null : summary.latest().percent()));
        percent.addClassName("report-row-percent");
        Div marks = new Div(ReportTexts.state(report.state()));
        marks.addClassName("report-row-marks");
        if (report.finalReport()) {
            marks.add(new StatusBadge(Tone.NEUTRAL, ReportTexts.text("report.final")));
        }
        if (summary.late() && report.state() != ProgressReport.State.MISSED) {
            marks.add(ReportTexts.late(report));
        }
        if (!report.dueOn().equals(report.period().dueOn())) {
            Span due = new Span(ReportTexts.text("report.section.due", formats.day(report.dueOn())));
            due.addClassName("report-row-due");
            marks.add(due);
        }
        if (report.timesReturned() > 0) {
            Span returned = new Span(ReportTexts.text("report.section.returned", report.timesReturned()));
            returned.addClassName("report-row-returned");
            marks.add(returned);
        }
        Div row = new Div(department, percent, marks, link(summary));
        row.addClassName("report-row");
        return row;
    }

    /** Nothing to open where nothing was handed in and the reader does not write. */
    private static Component link(ReportSummary summary) {
        boolean write = summary.own() && summary.report().writable();
        if (!write && summary.latest() == null) {
            return new Span();
        }
        Anchor link = new Anchor(
                Routes.report(summary.report().id().value()),
                ReportTexts.text(write ? "report.section.write" : "report.section.open"));
        link.addClassName(write ? "report-write" : "report-open");
        return link;
    }
}
