package org.duban.directive.ui;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.duban.directive.Directive;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.directive.Target;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** How directives are put into words. */
final class DirectiveTexts {

    private DirectiveTexts() {}

    static StatusBadge badge(Directive.State state) {
        Tone tone =
                switch (state) {
                    case DRAFT -> Tone.NEUTRAL;
                    case LAUNCHING -> Tone.WARNING;
                    case RUNNING -> Tone.SUCCESS;
                };
        return new StatusBadge(tone, text("directive.state." + state));
    }

    /** {@code 2016–2020}, a single year, or an en dash for none. */
    static String period(Directive directive) {
        String from = year(directive.periodFrom());
        String to = year(directive.periodTo());
        if (from.equals(to)) {
            return from.isEmpty() ? "–" : from;
        }
        return from + "–" + to;
    }

    /** How often, by when, and through whose hands. */
    static String plan(ReportingPlan plan) {
        String frequency = text("directive.frequency." + plan.frequency());
        if (plan.frequency() == ReportingFrequency.NONE) {
            return frequency;
        }
        List<String> parts = new ArrayList<>(List.of(frequency));
        if (plan.frequency() != ReportingFrequency.WEEKLY) {
            parts.add(text(
                    plan.day() <= ReportingPlan.LAST_DAY_AFTER
                            ? "directive.reporting.dayAfter"
                            : "directive.reporting.dayOf",
                    plan.day()));
        }
        if (plan.headApproves()) {
            parts.add(text("directive.reporting.headApproves.short"));
        }
        parts.add(
                plan.contributionDays() == 0
                        ? text("directive.reporting.noContributions")
                        : text("directive.reporting.contributions", plan.contributionDays()));
        return String.join(text("list.separator"), parts);
    }

    private static String year(Integer year) {
        return year == null ? "" : year.toString();
    }

    /** What is counted, how much, and by when. */
    static String target(Target target) {
        BigDecimal amount = target.amount();
        String figure = amount == null
                ? ""
                : " "
                        + text(
                                "comparator." + target.comparator(),
                                amount.toPlainString() + (target.unit() == null ? "" : " " + target.unit()));
        String by = target.byYear() == null
                ? ""
                : text("directive.target.byYear", target.byYear().toString());
        return target.what() + figure + by;
    }

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
