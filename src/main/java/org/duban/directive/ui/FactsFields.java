package org.duban.directive.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.duban.directive.DocumentFacts;
import org.duban.ui.ComponentTexts;

/** What is known of a document, to be corrected. What is missing is said at the field. */
public final class FactsFields extends Div {

    private final TextField title = new TextField();
    private final TextField number = new TextField();
    private final TextField issuer = new TextField();
    private final DatePicker issued = new DatePicker();
    private final IntegerField from = new IntegerField();
    private final IntegerField to = new IntegerField();
    private final ComboBox<String> jurisdiction = new ComboBox<>();

    /** @param jurisdictions those that are offered; others can be typed */
    public FactsFields(DocumentFacts facts, List<String> jurisdictions) {
        addClassName("facts-fields");
        text(title, "directive.facts.title", facts.title(), 300);
        title.setRequiredIndicatorVisible(true);
        title.addClassName("facts-title");
        text(number, "directive.number", facts.number(), 80);
        text(issuer, "directive.issuer", facts.issuer(), 200);
        issuer.addClassName("facts-wide");
        issued.addClassName("facts-narrow");
        jurisdiction.addClassName("facts-narrow");
        issued.setLabel(getTranslation("directive.issued"));
        ComponentTexts.apply(issued);
        issued.setAutoOpen(false);
        issued.setValue(facts.issued());
        jurisdiction.setLabel(getTranslation("directive.jurisdiction"));
        jurisdiction.setItems(jurisdictions);
        jurisdiction.setRequiredIndicatorVisible(true);
        jurisdiction.setManualValidation(true);
        jurisdiction.setAllowCustomValue(true);
        jurisdiction.addCustomValueSetListener(typed -> jurisdiction.setValue(typed.getDetail()));
        jurisdiction.addValueChangeListener(change -> jurisdiction.setInvalid(false));
        jurisdiction.setHelperText(getTranslation("directive.facts.jurisdiction.help"));
        jurisdiction.setValue(facts.jurisdiction());
        year(from, "directive.facts.from", facts.periodFrom());
        year(to, "directive.facts.to", facts.periodTo());
        add(title, number, issuer, issued, jurisdiction, from, to);
    }

    private void text(TextField field, String key, String value, int longest) {
        field.setLabel(getTranslation(key));
        field.setValue(value == null ? "" : value);
        field.setMaxLength(longest);
        field.setManualValidation(true);
        field.addValueChangeListener(change -> field.setInvalid(false));
    }

    private void year(IntegerField field, String key, Integer value) {
        field.setLabel(getTranslation(key));
        field.setValue(value);
        field.setManualValidation(true);
        field.addClassName("facts-narrow");
        field.addValueChangeListener(change -> field.setInvalid(false));
    }

    /** Asks to look at the jurisdiction, which the document does not say. */
    public void askForJurisdiction() {
        jurisdiction.setHelperText(getTranslation("directive.facts.jurisdiction.check"));
        jurisdiction.addClassName("to-check");
    }

    /** What was entered. */
    public DocumentFacts facts() {
        return new DocumentFacts(
                title.getValue().strip(),
                orNull(number.getValue()),
                orNull(issuer.getValue()),
                issued.getValue(),
                from.getValue(),
                to.getValue(),
                jurisdiction.getValue());
    }

    private static String orNull(String value) {
        return value.isBlank() ? null : value.strip();
    }

    /** Says at the fields what is missing or makes no sense. @return whether all is well */
    public boolean check() {
        boolean titled = !title.getValue().isBlank();
        blame(title, titled, "refusal.draft.titleMissing");
        boolean placed =
                jurisdiction.getValue() != null && !jurisdiction.getValue().isBlank();
        blame(jurisdiction, placed, "refusal.draft.jurisdictionMissing");
        boolean inOrder = from.isEmpty() || to.isEmpty() || from.getValue() <= to.getValue();
        blame(to, inOrder, "refusal.draft.years");
        return titled && placed && inOrder && !issued.isInvalid();
    }

    private void blame(HasValidation field, boolean valid, String reason) {
        field.setInvalid(!valid);
        if (!valid) {
            field.setErrorMessage(getTranslation(reason));
        }
    }
}
