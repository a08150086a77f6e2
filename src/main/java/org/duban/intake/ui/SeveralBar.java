package org.duban.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.base.Refusal;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Supervisor;
import org.duban.ui.ComponentTexts;

/** Says the same of all rows that are selected; shown while some are. */
final class SeveralBar extends Div {

    /** For the rows that are selected. Each throws a {@link Refusal} and changes nothing, or changes all of them. */
    interface Actions {

        /** @param day {@code null} for none */
        void due(LocalDate day);

        /** @param frequency {@code null} for that of the directive */
        void reporting(ReportingFrequency frequency);

        /** @param accounts empty for all of the directive's supervisors */
        void supervisors(Set<AccountId> accounts);

        void drop();
    }

    private final transient Actions actions;
    private final transient List<Supervisor> supervising;
    private final Span count = new Span();

    SeveralBar(List<Supervisor> supervising, Actions actions, SerializableRunnable deselect) {
        this.actions = actions;
        this.supervising = supervising;
        addClassName("several-bar");
        setVisible(false);
        add(
                count,
                button("intake.several.due", VaadinIcon.CALENDAR_O, this::askDue),
                button("intake.several.reporting", VaadinIcon.CALENDAR_CLOCK, this::askReporting),
                button("intake.several.supervisors", VaadinIcon.USERS, this::askSupervisors),
                button("intake.several.drop", VaadinIcon.TRASH, actions::drop),
                link("directive.due.deselect", deselect));
    }

    void show(int selected) {
        count.setText(getTranslation("directive.due.selected", selected));
        setVisible(selected > 0);
    }

    private void askDue() {
        DatePicker day = new DatePicker(getTranslation("directive.row.due"));
        ComponentTexts.apply(day);
        day.setClearButtonVisible(true);
        day.setHelperText(getTranslation("intake.several.due.help"));
        day.addValueChangeListener(change -> day.setInvalid(false));
        ask(
                "intake.several.due",
                day,
                refusal -> {
                    day.setErrorMessage(refusal);
                    day.setInvalid(true);
                },
                () -> actions.due(day.getValue()));
    }

    private void askReporting() {
        Select<ReportingFrequency> frequency = new Select<>();
        frequency.setLabel(getTranslation("directive.reporting"));
        frequency.setItems(ReportingFrequency.values());
        frequency.setEmptySelectionAllowed(true);
        frequency.setEmptySelectionCaption(getTranslation("intake.reporting.asDirective"));
        frequency.setItemLabelGenerator(
                each -> getTranslation(each == null ? "intake.reporting.asDirective" : "directive.frequency." + each));
        ask(
                "intake.several.reporting",
                frequency,
                refusal -> {
                    frequency.setErrorMessage(refusal);
                    frequency.setInvalid(true);
                },
                () -> actions.reporting(frequency.getValue()));
    }

    private void askSupervisors() {
        MultiSelectComboBox<Supervisor> chosen = new MultiSelectComboBox<>();
        chosen.setLabel(getTranslation("intake.supervisors"));
        chosen.setHelperText(getTranslation("intake.supervisors.help"));
        chosen.setItems(supervising);
        chosen.setItemLabelGenerator(Supervisor::displayName);
        chosen.setPlaceholder(getTranslation("intake.supervisors.all"));
        ask(
                "intake.several.supervisors",
                chosen,
                refusal -> {
                    chosen.setErrorMessage(refusal);
                    chosen.setInvalid(true);
                },
                () -> actions.supervisors(
                        chosen.getValue().stream().map(Supervisor::id).collect(Collectors.toSet())));
    }

    private interface Blame {
        void on(String reason);
    }

    private <F extends Component & Focusable<?>> void ask(String titleKey, F field, Blame blame, Runnable action) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation(titleKey));
        dialog.setWidth("min(24rem, calc(100vw - 2rem))");
        field.getStyle().set("width", "100%");
        Button set = new Button(getTranslation("intake.several.set"), click -> {
            try {
                action.run();
                dialog.close();
            } catch (Refusal refusal) {
                blame.on(getTranslation(refusal.messageKey(), refusal.arguments()));
            }
        });
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Div(count.getText()), field);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), set);
        dialog.open();
        field.focus();
    }

    private Button button(String key, VaadinIcon icon, SerializableRunnable action) {
        Button button = new Button(getTranslation(key), icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private Button link(String key, SerializableRunnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
