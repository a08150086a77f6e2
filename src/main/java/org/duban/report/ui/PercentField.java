package org.duban.report.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationStatusChangeListener;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.shared.Registration;

/** A percentage to type, to step or to pull, with the last accepted one beside it. */
class PercentField extends CustomField<Integer> implements HasValidator<Integer> {

    private static final int LARGEST = 100;

    private final IntegerField number = new IntegerField();
    private final IntegerSlider slider = new IntegerSlider(0, LARGEST);

    /** @param previous the last accepted percentage, or {@code null} */
    PercentField(Integer previous) {
        addClassName("percent-field");
        setLabel(getTranslation("report.percent"));
        number.setMin(0);
        number.setMax(LARGEST);
        number.setManualValidation(true);
        String wrong = getTranslation("refusal.report.percent");
        number.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(wrong)
                .setMinErrorMessage(wrong)
                .setMaxErrorMessage(wrong));
        number.setStepButtonsVisible(true);
        number.setSuffixComponent(new Span("%"));
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.setValueChangeTimeout(ReportForm.PAUSE_MILLISECONDS);
        number.setAriaLabel(getTranslation("report.percent"));
        slider.setAriaLabel(getTranslation("report.percent.slider"));
        number.addValueChangeListener(change -> {
            pull(change.getValue());
            updateValue();
        });
        slider.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                number.setValue(change.getValue());
            }
        });
        pull(null);
        Span before = new Span(
                previous == null
                        ? getTranslation("report.previous.none")
                        : getTranslation("report.previous", String.valueOf(previous)));
        before.addClassName("percent-previous");
        Div row = new Div(number, slider, before);
        row.addClassName("percent-row");
        add(row);
    }

    /** The slider can't be empty, so one that stands for nothing looks as if it were not in use. */
    private void pull(Integer value) {
        slider.setClassName("unset", value == null);
        slider.setValue(value == null ? 0 : Math.clamp(value, 0, LARGEST));
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
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        number.setInvalid(invalid);
    }

    @Override
    public Validator<Integer> getDefaultValidator() {
        return number.getDefaultValidator();
    }

    @Override
    public Registration addValidationStatusChangeListener(ValidationStatusChangeListener<Integer> listener) {
        return number.addValidationStatusChangeListener(listener);
    }

    @Override
    public void focus() {
        number.focus();
    }
}
