package org.duban.directive.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.IntFunction;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.ui.Formats;

/** How the departments of a directive report: how often, by which day, and through whose hands. */
final class PlanFields extends Div {

    private final RadioButtonGroup<ReportingFrequency> frequency = new RadioButtonGroup<>();
    private final IntegerField day = new IntegerField();
    private final Checkbox headApproves = new Checkbox();
    private final IntegerField contributionDays = new IntegerField();
    private final transient IntFunction<Map<ReportingFrequency, LocalDate>> firstDue;
    private final transient Formats formats;

    /** @param firstDue when the first reports would be due, by the day of the month */
    PlanFields(ReportingPlan plan, IntFunction<Map<ReportingFrequency, LocalDate>> firstDue, Formats formats) {
        this.firstDue = firstDue;
        this.formats = formats;
        addClassName("plan-fields");
        frequency.setLabel(getTranslation("directive.reporting"));
        frequency.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        frequency.setItems(ReportingFrequency.values());
        frequency.setValue(plan.frequency());

        number(day, "directive.reporting.day", 1, ReportingPlan.LAST_DAY, plan.day());
        day.setHelperText(getTranslation("directive.reporting.day.help", ReportingPlan.LAST_DAY_AFTER));
        number(
                contributionDays,
                "directive.reporting.contributionDays",
                0,
                ReportingPlan.MOST_CONTRIBUTION_DAYS,
                plan.contributionDays());
        contributionDays.setHelperText(getTranslation("directive.reporting.contributionDays.help"));
        headApproves.setLabel(getTranslation("directive.reporting.headApproves"));
        headApproves.setValue(plan.headApproves());

        showFirstDue();
        day.addValueChangeListener(change -> showFirstDue());
        frequency.addValueChangeListener(change -> showWhatMatters());
        showWhatMatters();
        Div numbers = new Div(day, contributionDays);
        numbers.addClassName("plan-numbers");
        add(frequency, numbers, headApproves);
    }

    /** What is typed and can't be read or is out of range is refused by whoever takes the plan. */
    ReportingPlan plan() {
        return new ReportingPlan(frequency.getValue(), read(day), headApproves.getValue(), read(contributionDays));
    }

    private static int read(IntegerField field) {
        return field.getValue() == null ? -1 : field.getValue();
    }

    private void number(IntegerField field, String label, int least, int most, int value) {
        field.setLabel(getTranslation(label));
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
    }

    /** A week is due on its Friday; where nothing is reported, nothing else is asked. */
    private void showWhatMatters() {
        ReportingFrequency chosen = frequency.getValue();
        boolean reports = chosen != ReportingFrequency.NONE;
        day.setVisible(reports && chosen != ReportingFrequency.WEEKLY);
        contributionDays.setVisible(reports);
        headApproves.setVisible(reports);
    }

    private void showFirstDue() {
        if (day.getValue() != null && day.getValue() >= 1 && day.getValue() <= ReportingPlan.LAST_DAY) {
            Map<ReportingFrequency, LocalDate> days = firstDue.apply(day.getValue());
            frequency.setRenderer(new ComponentRenderer<>(each -> choice(each, days.get(each))));
        }
    }

    private Div choice(ReportingFrequency each, LocalDate first) {
        Span explanation = new Span(
                first == null
                        ? getTranslation("directive.frequency.NONE.help")
                        : getTranslation("directive.frequency.firstReport", formats.day(first)));
        explanation.addClassName("frequency-help");
        return new Div(new Span(getTranslation("directive.frequency." + each)), explanation);
    }
}
