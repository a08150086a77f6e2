package org.duban.report.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.directive.Target;

/** One figure for each target of the key task, beside what was promised. */
class TargetFields extends Div {

    private final Map<Long, BigDecimalField> fields = new LinkedHashMap<>();

    /** @param last what was reported last, by target; shown in the empty fields */
    TargetFields(List<Target> targets, Map<Long, BigDecimal> last, Runnable typed) {
        addClassName("target-fields");
        setVisible(!targets.isEmpty());
        Span label = new Span(getTranslation("report.targets"));
        label.addClassName("field-label");
        add(label);
        for (Target target : targets) {
            BigDecimalField field = new BigDecimalField();
            field.setAriaLabel(target.what());
            field.setI18n(new BigDecimalField.BigDecimalFieldI18n()
                    .setBadInputErrorMessage(getTranslation("report.targets.bad")));
            field.setSuffixComponent(new Span(target.unit() == null ? "" : target.unit()));
            if (last.containsKey(target.id())) {
                field.setPlaceholder(
                        getTranslation("report.targets.last", ReportTexts.amount(last.get(target.id()), null)));
            }
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(ReportForm.PAUSE_MILLISECONDS);
            field.addValueChangeListener(change -> typed.run());
            Span what = new Span(target.what());
            what.setTitle(target.wording());
            what.addClassName("target-what");
            Span promise = new Span(ReportTexts.promise(target));
            promise.addClassName("target-promise");
            Div row = new Div(what, promise, field);
            row.addClassName("target-row");
            add(row);
            fields.put(target.id(), field);
        }
    }

    Map<Long, BigDecimalField> fields() {
        return fields;
    }

    void fill(Map<Long, BigDecimal> actuals) {
        fields.forEach((target, field) -> field.setValue(actuals.get(target)));
    }

    void fillEmpty(Map<Long, BigDecimal> actuals) {
        fields.forEach((target, field) -> {
            if (field.isEmpty()) {
                field.setValue(actuals.get(target));
            }
        });
    }

    Map<Long, BigDecimal> actuals() {
        Map<Long, BigDecimal> actuals = new HashMap<>();
        fields.forEach((target, field) -> {
            if (field.getValue() != null) {
                actuals.put(target, field.getValue());
            }
        });
        return actuals;
    }
}
