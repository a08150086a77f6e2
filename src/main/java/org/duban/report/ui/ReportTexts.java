package org.duban.report.ui;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.duban.directive.Target;
import org.duban.report.ProgressReport;
import org.duban.report.ReportingPeriod;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** Words for reports that several pages use. */
final class ReportTexts {

    private ReportTexts() {}

    /** {@code 2026年3月}, {@code 2026年第一季度}, {@code 2026年上半年}. */
    static String period(ReportingPeriod period) {
        LocalDate from = period.from();
        String year = String.valueOf(from.getYear());
        int month = from.getMonthValue();
        return switch ((int) ChronoUnit.MONTHS.between(from, period.to().plusDays(1))) {
            case 1 -> text("period.month." + month, year);
            case 3 -> text("period.quarter." + (month + 2) / 3, year);
            case 6 -> text("period.half." + (month + 5) / 6, year);
            default -> text("period.days", from, period.to());
        };
    }

    /** {@code 2026年3月、2026年4月}. */
    static String periods(List<ReportingPeriod> periods) {
        return periods.stream().map(ReportTexts::period).collect(Collectors.joining(text("list.separator")));
    }

    static StatusBadge state(ProgressReport.State state) {
        Tone tone =
                switch (state) {
                    case OPEN, VOID -> Tone.NEUTRAL;
                    case WITH_HEAD, SUBMITTED -> Tone.CONTRAST;
                    case RETURNED -> Tone.WARNING;
                    case ACCEPTED -> Tone.SUCCESS;
                    case MISSED -> Tone.ERROR;
                };
        return new StatusBadge(tone, text("reportState." + state));
    }

    /** For what came late. */
    static StatusBadge late() {
        return new StatusBadge(Tone.ERROR, text("report.late"));
    }

    /** For a report that came late, or did not come yet although it is due. */
    static StatusBadge late(ProgressReport report) {
        return report.firstSubmittedAt() == null ? new StatusBadge(Tone.ERROR, text("report.overdue")) : late();
    }

    static String percent(Integer percent) {
        return percent == null ? "–" : percent + "%";
    }

    /** The promise: {@code ≥ 500 座（到 2027 年）}. */
    static String promise(Target target) {
        String amount = target.amount() == null
                ? "–"
                : text("comparator." + target.comparator(), amount(target.amount(), target.unit()));
        return target.byYear() == null ? amount : text("target.byYear", amount, String.valueOf(target.byYear()));
    }

    static String amount(BigDecimal amount, String unit) {
        if (amount == null) {
            return "–";
        }
        return amount.stripTrailingZeros().toPlainString() + (unit == null || unit.isBlank() ? "" : " " + unit);
    }

    /** {@code 12 kB}, {@code 3.4 MB}. */
    static String size(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " B";
        }
        return bytes < 1 << 20 ? (bytes >> 10) + " kB" : "%.1f MB".formatted((double) bytes / (1 << 20));
    }

    static String reason(Refusal refusal) {
        return text(refusal.messageKey(), refusal.arguments());
    }

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
