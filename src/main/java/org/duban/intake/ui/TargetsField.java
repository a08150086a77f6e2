package org.duban.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectVariant;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import org.duban.directive.NewDirective.NewTarget;
import org.duban.directive.Target.Comparator;

/** The numbers that a row promises, one to a line. */
final class TargetsField extends Div {

    private final SerializableRunnable changed;
    private final Div lines = new Div();
    private final List<Line> shown = new ArrayList<>();

    TargetsField(SerializableRunnable changed) {
        this.changed = changed;
        addClassName("targets-field");
        Span label = new Span(getTranslation("intake.targets"));
        label.addClassName("field-label");
        Button add = new Button(getTranslation("intake.targets.add"), VaadinIcon.PLUS.create(), click -> {
            Line line = new Line(new NewTarget("", "", Comparator.AT_LEAST, null, null, null));
            add(line);
            line.what.focus();
            changed.run();
        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(label, lines, add);
    }

    void setTargets(List<NewTarget> targets) {
        shown.clear();
        lines.removeAll();
        targets.forEach(target -> add(new Line(target)));
    }

    private void add(Line line) {
        shown.add(line);
        lines.add(line);
    }

    /** Lines in which nothing was entered count as none. */
    List<NewTarget> targets() {
        return shown.stream().filter(line -> !line.isBlank()).map(Line::target).toList();
    }

    /** Says at each line what it lacks. @return whether none lacks anything */
    boolean check() {
        boolean complete = true;
        for (Line line : shown) {
            complete &= line.check();
        }
        return complete;
    }

    private final class Line extends Div {

        private final String wording;
        private final TextField what = new TextField();
        private final Select<Comparator> comparator = new Select<>();
        private final BigDecimalField amount = new BigDecimalField();
        private final TextField unit = new TextField();
        private final IntegerField byYear = new IntegerField();

        Line(NewTarget target) {
            wording = target.wording();
            addClassName("target-line");
            what.setPlaceholder(getTranslation("intake.targets.what"));
            what.setAriaLabel(getTranslation("intake.targets.what"));
            what.addClassName("target-what");
            what.setValue(target.what());
            comparator.setAriaLabel(getTranslation("intake.targets.comparator"));
            comparator.setItems(Comparator.values());
            comparator.setItemLabelGenerator(each -> getTranslation("intake.comparator." + each));
            comparator.setValue(target.comparator());
            amount.setAriaLabel(getTranslation("intake.targets.amount"));
            amount.setPlaceholder(getTranslation("intake.targets.amount"));
            amount.setValue(target.amount());
            unit.setAriaLabel(getTranslation("intake.targets.unit"));
            unit.setPlaceholder(getTranslation("intake.targets.unit"));
            unit.setValue(target.unit() == null ? "" : target.unit());
            byYear.setAriaLabel(getTranslation("intake.targets.byYear"));
            byYear.setPlaceholder(getTranslation("intake.targets.byYear"));
            byYear.setValue(target.byYear());
            what.addThemeVariants(TextFieldVariant.LUMO_SMALL);
            comparator.addThemeVariants(SelectVariant.LUMO_SMALL);
            amount.addThemeVariants(TextFieldVariant.LUMO_SMALL);
            unit.addThemeVariants(TextFieldVariant.LUMO_SMALL);
            byYear.addThemeVariants(TextFieldVariant.LUMO_SMALL);
            what.addValueChangeListener(change -> changed.run());
            comparator.addValueChangeListener(change -> changed.run());
            amount.addValueChangeListener(change -> changed.run());
            unit.addValueChangeListener(change -> changed.run());
            byYear.addValueChangeListener(change -> changed.run());
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
                shown.remove(this);
                lines.remove(this);
                changed.run();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
            remove.setAriaLabel(getTranslation("intake.targets.remove"));
            if (!wording.isEmpty()) {
                what.setTooltipText(wording);
            }
            add(what, comparator, amount, unit, byYear, remove);
        }

        private boolean isBlank() {
            return what.getValue().isBlank() && amount.isEmpty();
        }

        private boolean check() {
            boolean lacksName = !isBlank() && what.getValue().isBlank();
            what.setInvalid(lacksName);
            what.setErrorMessage(getTranslation("intake.targets.what.missing"));
            return !lacksName && !amount.isInvalid() && !byYear.isInvalid();
        }

        private NewTarget target() {
            String counted = what.getValue().strip();
            String measure = unit.getValue().strip();
            return new NewTarget(
                    wording.isEmpty() ? counted : wording,
                    counted,
                    comparator.getValue(),
                    amount.getValue(),
                    measure.isEmpty() ? null : measure,
                    byYear.getValue());
        }
    }
}
