package org.duban.directive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.base.Refusal;
import org.duban.directive.Directive;
import org.duban.directive.ReportingPlans;
import org.duban.ui.Formats;
import org.duban.ui.Notices;

/** Changes how the departments of a directive report from now on. Where that is refused it stays open as it was filled. */
final class PlanDialog extends Dialog {

    PlanDialog(Directive directive, ReportingPlans plans, Formats formats, Runnable changed) {
        addClassName("plan-dialog");
        setHeaderTitle(getTranslation("directive.reporting.change"));
        setWidth("min(36rem, calc(100vw - 2rem))");
        setCloseOnOutsideClick(false);
        PlanFields fields = new PlanFields(directive.plan(), plans::firstDue, formats);
        Paragraph from = new Paragraph(getTranslation("directive.reporting.change.help"));
        from.addClassName("dialog-explanation");
        Span refused = new Span();
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        add(from, fields, refused);
        Button save = new Button(getTranslation("directive.reporting.save"), click -> {
            try {
                plans.change(directive.id(), directive.plan(), fields.plan());
                close();
                Notices.done("directive.reporting.changed");
                changed.run();
            } catch (Refusal refusal) {
                refused.setText(getTranslation(refusal.messageKey(), refusal.arguments()));
                refused.setVisible(true);
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), save);
    }
}
