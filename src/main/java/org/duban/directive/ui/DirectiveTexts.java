package org.duban.directive.ui;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import org.duban.directive.Directive;
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
