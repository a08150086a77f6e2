package org.duban.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.duban.account.AccountId;
import org.duban.account.Substitutions;
import org.duban.base.Refusal;

/** Names who stands in for somebody. What is refused is said at the field that it is about, and what was typed stays. */
class SubstitutionForm extends Div {

    private final transient Substitutions substitutions;
    private final transient AccountId absent;
    private final PeerPicker substitute;
    private final DatePicker from;
    private final DatePicker to;
    private final Span refused = new Span();
    private final Runnable named;

    SubstitutionForm(Substitutions substitutions, AccountId absent, Runnable named) {
        this.substitutions = substitutions;
        this.absent = absent;
        this.named = named;
        addClassName("substitution-form");
        substitute = new PeerPicker(
                getTranslation("substitution.substitute"),
                getTranslation("substitution.substitute.search"),
                (text, offset, limit) -> substitutions.candidates(absent, text, offset, limit));
        substitute.setHelperText(getTranslation("substitution.substitute.help"));
        from = day("substitution.from");
        from.setRequiredIndicatorVisible(true);
        to = day("substitution.to");
        to.setHelperText(getTranslation("substitution.to.help"));
        to.setClearButtonVisible(true);
        Div days = new Div(from, to);
        days.addClassName("substitution-days");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        Button name = new Button(getTranslation("substitution.name"), click -> name());
        name.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(substitute, days, refused, name);
    }

    private DatePicker day(String label) {
        DatePicker day = new DatePicker(getTranslation(label));
        day.setManualValidation(true);
        ComponentTexts.apply(day);
        return day;
    }

    private void name() {
        List.<HasValidation>of(substitute, from, to).forEach(field -> field.setInvalid(false));
        refused.setVisible(false);
        try {
            if (substitute.isEmpty()) {
                throw new Refusal("refusal.substitution.substituteMissing");
            }
            String who = substitute.getValue().displayName();
            substitutions.name(absent, substitute.getValue().id(), from.getValue(), to.getValue());
            substitute.clear();
            from.clear();
            to.clear();
            Notices.done("substitution.named", who);
            named.run();
        } catch (Refusal refusal) {
            say(refusal);
        }
    }

    private void say(Refusal refusal) {
        String reason = getTranslation(refusal.messageKey(), refusal.arguments());
        HasValidation field =
                switch (refusal.messageKey()) {
                    case "refusal.substitution.substituteMissing",
                            "refusal.substitution.away",
                            "refusal.peer.closed",
                            "refusal.peer.department",
                            "refusal.peer.role" -> substitute;
                    case "refusal.substitution.fromMissing",
                            "refusal.substitution.past",
                            "refusal.substitution.overlaps" -> from;
                    case "refusal.substitution.order" -> to;
                    default -> null;
                };
        if (field == null) {
            refused.setText(reason);
            refused.setVisible(true);
        } else {
            field.setErrorMessage(reason);
            field.setInvalid(true);
        }
    }
}
