package org.duban.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableVersion;

/** What would change, before it does. */
class RulePreview extends Dialog {

    private final Span refused = new Span();

    /** @param deploy a {@link Refusal} from it is shown here */
    RulePreview(TableVersion newest, DecisionTable changed, Runnable deploy) {
        setHeaderTitle(getTranslation("rules.preview.title", changed.name()));
        setCloseOnOutsideClick(false);
        setWidth("min(44rem, calc(100vw - 2rem))");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        add(
                new Paragraph(getTranslation("rules.preview.hint", newest.version())),
                new RuleChanges(newest, changed),
                refused);
        Button confirm =
                new Button(getTranslation("rules.preview.deploy"), click -> run(deploy, new RuleTexts(changed)));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), confirm);
    }

    private void run(Runnable deploy, RuleTexts texts) {
        try {
            deploy.run();
            close();
        } catch (Refusal refusal) {
            refused.setText(texts.refusal(refusal));
            refused.setVisible(true);
        }
    }
}
