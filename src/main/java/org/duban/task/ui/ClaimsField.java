package org.duban.task.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.directive.Target;
import org.duban.task.TargetClaim;

/** What an applicant for completion says of each target: the figure reached beside the promise, and how that is known. */
class ClaimsField extends CustomField<List<TargetClaim>> {

    private static final int PAUSE_MILLISECONDS = 300;

    private record Row(Target target, BigDecimalField amount, TextField note) {

        TargetClaim claim() {
            return new TargetClaim(target.id(), amount.getValue(), note.getValue());
        }

        boolean complete() {
            return (amount.getValue() != null || target.amount() == null)
                    && !amount.isInvalid()
                    && (amount.getValue() == null || Target.storable(amount.getValue()))
                    && !note.getValue().isBlank();
        }
    }

    private final List<Row> rows = new ArrayList<>();

    ClaimsField(List<Target> targets) {
        addClassName("claims-field");
        setWidthFull();
        setLabel(getTranslation("completion.claims"));
        targets.forEach(this::add);
    }

    private void add(Target target) {
        Span what = new Span(target.what());
        what.setTitle(target.wording());
        what.addClassName("target-what");
        Span promised = new Span(getTranslation("completion.claims.promised", TargetTexts.promise(target)));
        promised.addClassName("soft");
        BigDecimalField amount = new BigDecimalField();
        amount.setAriaLabel(getTranslation("completion.claims.reached", target.what()));
        amount.setPlaceholder(getTranslation("completion.claims.reached.short"));
        amount.setI18n(new BigDecimalField.BigDecimalFieldI18n()
                .setBadInputErrorMessage(getTranslation("refusal.report.actual")));
        amount.setSuffixComponent(new Span(target.unit() == null ? "" : target.unit()));
        amount.setValueChangeMode(ValueChangeMode.LAZY);
        amount.setValueChangeTimeout(PAUSE_MILLISECONDS);
        TextField note = new TextField();
        note.setAriaLabel(getTranslation("completion.claims.note", target.what()));
        note.setMaxLength(TargetClaim.LONGEST_NOTE);
        note.setValueChangeMode(ValueChangeMode.LAZY);
        note.setValueChangeTimeout(PAUSE_MILLISECONDS);
        note.setPlaceholder(getTranslation("completion.claims.evidence"));
        amount.addValueChangeListener(change -> {
            boolean missed = Optional.ofNullable(change.getValue())
                    .flatMap(target::keptBy)
                    .filter(kept -> !kept)
                    .isPresent();
            note.setPlaceholder(getTranslation(missed ? "completion.claims.why" : "completion.claims.evidence"));
            note.getElement().getThemeList().set("missed", missed);
            updateValue();
        });
        note.addValueChangeListener(change -> updateValue());
        Div words = new Div(what, promised);
        words.addClassName("claim-words");
        Div row = new Div(words, amount, note);
        row.addClassName("claim");
        add(row);
        rows.add(new Row(target, amount, note));
    }

    boolean complete() {
        return rows.stream().allMatch(Row::complete);
    }

    @Override
    protected List<TargetClaim> generateModelValue() {
        return rows.stream().map(Row::claim).toList();
    }

    @Override
    protected void setPresentationValue(List<TargetClaim> claims) {
        for (TargetClaim claim : claims) {
            rows.stream().filter(row -> row.target().id() == claim.targetId()).forEach(row -> {
                row.amount().setValue(claim.amount());
                row.note().setValue(claim.note());
            });
        }
    }
}
