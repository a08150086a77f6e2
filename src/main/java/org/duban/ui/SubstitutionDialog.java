package org.duban.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.duban.account.AccountId;
import org.duban.account.Substitution;
import org.duban.account.Substitutions;
import org.duban.base.WorkingCalendar;
import org.duban.ui.StatusBadge.Tone;

/**
 * 外出代办: who stands in for somebody and for whom they do, now and later, and how it is named and taken back. Opened by
 * people for themselves, and by the system administrator for others.
 */
public class SubstitutionDialog extends Dialog {

    private final transient Substitutions substitutions;
    private final transient AccountId person;
    private final transient LocalDate today;
    private final boolean own;
    private final Div content = new Div();
    private final SubstitutionForm form;

    /** Of the caller. */
    public SubstitutionDialog(Substitutions substitutions, WorkingCalendar calendar, AccountId caller) {
        this(substitutions, calendar, caller, true);
        setHeaderTitle(getTranslation("substitution.title"));
    }

    /** Of somebody else, for the system administrator. */
    public SubstitutionDialog(Substitutions substitutions, WorkingCalendar calendar, AccountId person, String name) {
        this(substitutions, calendar, person, false);
        setHeaderTitle(getTranslation("substitution.titleOf", name));
    }

    private SubstitutionDialog(Substitutions substitutions, WorkingCalendar calendar, AccountId person, boolean own) {
        this.substitutions = substitutions;
        this.person = person;
        this.today = calendar.today();
        this.own = own;
        addClassName("substitution-dialog");
        setWidth("min(34rem, calc(100vw - 2rem))");
        form = new SubstitutionForm(substitutions, person, this::show);
        content.addClassName("substitution-content");
        add(content);
        getFooter().add(new Button(getTranslation("action.close"), click -> close()));
        show();
    }

    private void show() {
        content.removeAll();
        content.add(
                new H3(getTranslation(own ? "substitution.mine" : "substitution.theirs")),
                list(substitutions.absences(person), "substitution.none", this::absence),
                form,
                effect(),
                new H3(getTranslation(own ? "substitution.duties" : "substitution.dutiesOf")),
                list(substitutions.duties(person), "substitution.noDuties", this::duty));
        List<Substitution> ended = substitutions.ended(person);
        if (!ended.isEmpty()) {
            content.add(new Details(
                    getTranslation("substitution.history"),
                    list(ended, "substitution.none", each -> line(each, who(each), false))));
        }
    }

    private Paragraph effect() {
        Paragraph effect = new Paragraph(getTranslation(own ? "substitution.effect" : "substitution.effectOf"));
        effect.addClassName("dialog-keys");
        return effect;
    }

    private Component list(List<Substitution> several, String noneKey, Function<Substitution, Component> line) {
        if (several.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation(noneKey));
            none.addClassName("soft");
            return none;
        }
        Div list = new Div();
        list.addClassName("substitution-list");
        several.stream().map(line).forEach(list::add);
        return list;
    }

    private Component absence(Substitution each) {
        return revocable(each, who(each), "substitution.takeBack", each.substituteName());
    }

    private Component duty(Substitution each) {
        return revocable(
                each,
                getTranslation("substitution.for", each.absentName()),
                own ? "substitution.giveBack" : "substitution.takeBack",
                each.absentName());
    }

    private String who(Substitution each) {
        return getTranslation("substitution.by", each.substituteName());
    }

    private Component revocable(Substitution each, String who, String actionKey, String other) {
        Button revoke = new Button(getTranslation(actionKey), click -> {
            if (Notices.attempt(() -> substitutions.revoke(each.id()))) {
                Notices.done("substitution.revoked");
            }
            show();
        });
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        revoke.setAriaLabel(getTranslation(actionKey + ".of", other));
        Div line = line(each, who, true);
        line.add(revoke);
        return line;
    }

    private Div line(Substitution each, String who, boolean withPhase) {
        Span name = new Span(who);
        name.addClassName("substitution-who");
        Span days = new Span(
                each.to() == null
                        ? getTranslation("substitution.open", each.from().toString())
                        : getTranslation(
                                "substitution.range",
                                each.from().toString(),
                                each.to().toString()));
        days.addClassName("soft");
        Div line = new Div(name, days);
        if (withPhase) {
            Substitution.Phase phase = each.on(today);
            line.add(new StatusBadge(
                    phase == Substitution.Phase.IN_FORCE ? Tone.SUCCESS : Tone.NEUTRAL,
                    getTranslation("substitution.phase." + phase)));
        }
        line.addClassName("substitution-line");
        return line;
    }
}
