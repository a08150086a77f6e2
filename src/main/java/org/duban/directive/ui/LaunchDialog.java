package org.duban.directive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.duban.base.Refusal;
import org.duban.directive.LaunchPreview;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.directive.SigningTerms;
import org.duban.ui.ComponentTexts;
import org.duban.ui.Formats;

/** Asks how a directive shall be launched, and says what will happen then. */
final class LaunchDialog extends Dialog {

    /** Does it. @throws Refusal with the reason */
    interface Launch {

        /** @param plan stays as it was where the directive was launched before */
        void launch(ReportingPlan plan, SigningTerms terms, LocalDate fallbackDue);
    }

    private static final Set<String> REFUSED_DATES =
            Set.of("refusal.directive.dueMissing", "refusal.directive.dueInPast", "refusal.directive.dueTooFar");
    private static final int NAMES_SHOWN = 12;

    private final PlanFields plan;
    private final DatePicker fallbackDue = new DatePicker();
    private final SigningFields signing;
    private final Span refused = new Span();
    private final transient LaunchPreview preview;
    private final int alike;

    /** @param firstDue when the first reports would be due, by the day of the month */
    LaunchDialog(
            LaunchPreview preview,
            SigningTerms terms,
            int alike,
            IntFunction<Map<ReportingFrequency, LocalDate>> firstDue,
            Formats formats,
            Launch launch) {
        this.preview = preview;
        this.signing = new SigningFields(terms);
        this.alike = alike;
        addClassName("launch-dialog");
        setHeaderTitle(getTranslation("directive.launch.title"));
        setWidth("min(36rem, calc(100vw - 2rem))");
        setCloseOnOutsideClick(false);

        plan = new PlanFields(ReportingPlan.of(ReportingFrequency.QUARTERLY), firstDue, formats);

        fallbackDue.setLabel(getTranslation("directive.fallbackDue"));
        fallbackDue.setHelperText(getTranslation("directive.fallbackDue.help", preview.withoutDue()));
        ComponentTexts.apply(fallbackDue);
        fallbackDue.setAutoOpen(false);
        fallbackDue.setRequiredIndicatorVisible(true);
        fallbackDue.setValue(preview.suggestedFallback());

        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);

        Button confirm =
                new Button(getTranslation("directive.launch.confirm", preview.keyTasks()), click -> launch(launch));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (!preview.again()) {
            add(plan);
        }
        add(signing, fallbackDue, consequences(), refused);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), confirm);
    }

    private void launch(Launch launch) {
        refused.setVisible(false);
        fallbackDue.setInvalid(false);
        try {
            launch.launch(plan.plan(), signing.terms(), fallbackDue.getValue());
            close();
        } catch (Refusal refusal) {
            String reason = getTranslation(refusal.messageKey(), refusal.arguments());
            if (REFUSED_DATES.contains(refusal.messageKey())) {
                fallbackDue.setErrorMessage(reason);
                fallbackDue.setInvalid(true);
                fallbackDue.focus();
            } else {
                refused.setText(reason);
                refused.setVisible(true);
            }
        }
    }

    private Div consequences() {
        UnorderedList list = new UnorderedList();
        line(list, "directive.launch.tasks", preview.keyTasks(), preview.keyTasks());
        line(list, "directive.launch.departments", preview.departments(), preview.duties());
        if (preview.withoutDue() > 0) {
            line(list, "directive.launch.withoutDue", preview.withoutDue());
        }
        if (preview.pastDue() > 0) {
            line(list, "directive.launch.pastDue", preview.pastDue());
        }
        if (alike > 0) {
            line(list, "directive.launch.alike", alike);
        }
        departments(list, "directive.launch.abolished", preview.abolished(), preview.abolishedDuties());
        departments(list, "directive.launch.unstaffed", preview.unstaffed(), preview.unstaffedRows());
        behind(list, "directive.launch.undecided", preview.undecided());
        behind(list, "directive.launch.unresolved", preview.unresolved());
        behind(list, "directive.launch.nobodyNamed", preview.nobodyNamed());
        behind(list, "directive.launch.onlyCooperating", preview.onlyCooperating());
        behind(list, "directive.launch.nobodyCanReport", preview.nobodyCanReport());
        line(list, "directive.launch.final");
        Span heading = new Span(getTranslation("directive.launch.consequences"));
        heading.addClassName("launch-heading");
        Div consequences = new Div(heading, list);
        consequences.addClassName("launch-consequences");
        return consequences;
    }

    private void departments(UnorderedList list, String key, List<String> names, int concerned) {
        if (!names.isEmpty()) {
            String shown = names.size() > NAMES_SHOWN
                    ? getTranslation("directive.launch.andOthers", joined(names), names.size())
                    : joined(names);
            line(list, key, concerned, shown);
        }
    }

    private void behind(UnorderedList list, String key, List<String> numbers) {
        if (!numbers.isEmpty()) {
            line(list, key, numbers.size(), joined(numbers) + (numbers.size() > NAMES_SHOWN ? "…" : ""));
        }
    }

    private String joined(List<String> names) {
        return String.join(
                getTranslation("list.separator"),
                names.stream().limit(NAMES_SHOWN).toList());
    }

    private void line(UnorderedList list, String key, Object... arguments) {
        list.add(new ListItem(getTranslation(key, arguments)));
    }
}
