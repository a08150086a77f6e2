package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import org.duban.directive.Target;

/** Figures of targets in words. */
final class TargetTexts {

    private TargetTexts() {}

    /** The promise: {@code ≥ 500 座}; the document's words where it is no number. */
    static String promise(Target target) {
        return target.amount() == null
                ? target.wording()
                : UI.getCurrent()
                        .getTranslation("comparator." + target.comparator(), figure(target.amount(), target.unit()));
    }

    static String figure(BigDecimal amount, String unit) {
        return amount.stripTrailingZeros().toPlainString() + (unit == null || unit.isBlank() ? "" : " " + unit);
    }
}
