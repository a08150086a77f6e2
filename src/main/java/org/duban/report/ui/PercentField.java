package org.duban.report.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** A percentage to type, to step or to pull, with the last accepted one beside it. */
class PercentField extends CustomField<Integer> {

    private static final int STEP = 5;

    private final IntegerField number = new IntegerField();
    private final IntegerSlider slider = new IntegerSlider(0, 100);

    /** @param previous the last accepted percentage, or {@code null} */
    PercentField(Integer previous) {
        addClassName("percent-field");
        setLabel(getTranslation("report.percent"));
        number.setStepButtonsVisible(true);
        number.setSuffixComponent(new Span("%"));
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.setValueChangeTimeout(ReportForm.PAUSE_MILLISECONDS);
        number.setAriaLabel(getTranslation("report.percent"));
        slider.setStep(STEP);
        slider.setAriaLabel(getTranslation("report.percent.slider"));
        slider.setValue(previous == null ? 0 : previous / STEP * STEP);
        number.addValueChangeListener(change -> {
            Integer value = change.getValue();
            if (value != null && value >= 0 && value <= 100) {
                slider.setValue(value / STEP * STEP);
            }
            updateValue();
        });
        slider.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                number.setValue(change.getValue());
            }
        });
        Span before = new Span(
                previous == null
                        ? getTranslation("report.previous.none")
                        : getTranslation("report.previous", String.valueOf(previous)));
        before.addClassName("percent-previous");
        Div row = new Div(number, slider, before);
        row.addClassName("percent-row");
        add(row);
    }

    @Override
    protected Integer generateModelValue() {
        return number.getValue();
    }

    @Override
    protected void setPresentationValue(Integer value) {
        number.setValue(value);
    }

    @Override
    public void focus() {
        number.focus();
    }
}
