package org.duban.directive.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.duban.directive.DirectiveSummary;
import org.duban.ui.Routes;

/** Where a directive stands: what waits for its launch, how far the launch is, or how its key tasks are. */
final class Standing extends Div {

    Standing(DirectiveSummary summary) {
        addClassName("standing");
        getElement().setAttribute("aria-live", "polite");
        switch (summary.directive().state()) {
            case DRAFT -> draft(summary);
            case LAUNCHING -> launching(summary);
            case RUNNING -> running(summary);
        }
    }

    private void draft(DirectiveSummary summary) {
        figure("directives.column.rows", summary.rows(), "");
        figure("directive.figure.launchable", summary.launchable(), "");
        int behind = summary.rows() - summary.launchable();
        figure("directive.figure.behind", behind, behind > 0 ? "warning" : "");
        add(new Paragraph(getTranslation(
                summary.launchable() > 0 ? "directive.standing.draft" : "directive.standing.nothingToLaunch")));
    }

    private void launching(DirectiveSummary summary) {
        ProgressBar bar = new ProgressBar(0, Math.max(1, summary.launchable()), summary.keyTasks());
        bar.getElement().setAttribute("aria-label", getTranslation("directive.state.LAUNCHING"));
        Div progress = new Div(
                new Span(getTranslation("directive.standing.launching", summary.keyTasks(), summary.launchable())),
                bar,
                new Paragraph(getTranslation("directive.standing.background")));
        progress.addClassName("standing-progress");
        add(progress);
    }

    private void running(DirectiveSummary summary) {
        String tasks = Routes.tasksOf(summary.directive().id().value());
        link(tasks, figure("directives.column.keyTasks", summary.keyTasks(), ""));
        link(tasks + "&open=yes", figure("directive.figure.open", summary.open(), ""));
        figure("directives.column.closed", summary.closed(), "success");
        if (summary.withdrawn() > 0) {
            figure("directives.column.withdrawn", summary.withdrawn(), "");
        }
        link(
                tasks + "&overdue=yes",
                figure("directives.column.overdue", summary.overdue(), summary.overdue() > 0 ? "error" : ""));
        if (summary.remaining() > 0) {
            figure("directive.figure.launchable", summary.remaining(), "");
        }
        if (summary.rows() > summary.launchable()) {
            figure("directive.figure.behind", summary.rows() - summary.launchable(), "warning");
        }
        add(new Glance(summary));
    }

    /** A figure that leads to what it counts. */
    private void link(String address, Div figure) {
        Anchor link = new Anchor(address);
        link.addClassName("standing-link");
        replace(figure, link);
        link.add(figure);
    }

    private Div figure(String key, int count, String tone) {
        Span number = new Span(String.valueOf(count));
        number.addClassName("standing-number");
        Span label = new Span(getTranslation(key));
        label.addClassName("standing-label");
        Div figure = new Div(number, label);
        figure.addClassName("standing-figure");
        if (!tone.isEmpty()) {
            figure.getElement().getThemeList().add(tone);
        }
        add(figure);
        return figure;
    }
}
