package org.duban.directive.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import org.duban.directive.SigningTerms;

/** How many working days departments have for signing and for disputing. */
final class SigningFields extends Div {

    private final IntegerField acknowledge = days("directive.signing.acknowledge");
    private final IntegerField dispute = days("directive.signing.dispute");

    SigningFields(SigningTerms terms) {
        addClassName("signing-fields");
        acknowledge.setValue(terms.acknowledgeDays());
        dispute.setValue(terms.disputeDays());
        add(acknowledge, dispute);
    }

    /** An empty field asks for a number in the words of the refusal. */
    SigningTerms terms() {
        return new SigningTerms(value(acknowledge), value(dispute));
    }

    private static int value(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    private IntegerField days(String labelKey) {
        IntegerField field = new IntegerField(getTranslation(labelKey));
        field.setManualValidation(true);
        field.setMin(SigningTerms.SHORTEST);
        field.setMax(SigningTerms.LONGEST);
        field.setStepButtonsVisible(true);
        field.setSuffixComponent(new Span(getTranslation("directive.signing.unit")));
        return field;
    }
}
