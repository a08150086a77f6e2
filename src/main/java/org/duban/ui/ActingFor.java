package org.duban.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Substitutions;
import org.duban.base.WorkingCalendar;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Says in the frame for whom the caller stands in today; not there where it is nobody. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ActingFor extends Button {

    private final transient CurrentCaller caller;

    ActingFor(CurrentCaller caller, Substitutions substitutions, WorkingCalendar calendar) {
        this.caller = caller;
        addClassName("acting-for");
        addThemeVariants(ButtonVariant.LUMO_SMALL);
        setIcon(VaadinIcon.USER_CLOCK.create());
        addClickListener(click ->
                new SubstitutionDialog(substitutions, calendar, caller.get().accountId()).open());
        show();
    }

    /** As it is at this moment. */
    void show() {
        String names = caller.get().lent().stream()
                .map(Caller.Lent::displayName)
                .collect(Collectors.joining(getTranslation("list.separator")));
        setVisible(!names.isEmpty());
        setText(getTranslation("substitution.acting", names));
        setAriaLabel(getTranslation("substitution.acting.open", names));
    }
}
