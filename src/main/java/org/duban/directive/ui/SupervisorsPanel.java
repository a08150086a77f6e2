package org.duban.directive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.Supervision;
import org.duban.directive.Supervisor;
import org.duban.ui.Notices;
import org.duban.ui.Questions;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** To whom a directive is entrusted; whoever may decide that adds and removes supervisors here. */
public final class SupervisorsPanel extends Div {

    private final transient Supervision supervision;
    private final transient DirectiveId directive;
    private final SerializableRunnable changed;
    private final boolean decides;
    private final UnorderedList list = new UnorderedList();

    /** @throws Refusal if the caller may not see who supervises the directive */
    public SupervisorsPanel(Supervision supervision, DirectiveId directive) {
        this(supervision, directive, supervision.of(directive), () -> {});
    }

    /**
     * For lists, which have read the supervisors already.
     *
     * @param changed run after the caller added or removed somebody
     */
    public SupervisorsPanel(
            Supervision supervision,
            DirectiveId directive,
            List<Supervisor> supervisors,
            SerializableRunnable changed) {
        this.supervision = supervision;
        this.directive = directive;
        this.changed = changed;
        this.decides = supervision.decidedByCaller(directive);
        addClassName("supervisors");
        add(list);
        if (decides) {
            add(addition());
        }
        show(supervisors);
    }

    /** Reads the list again. */
    public void refresh() {
        show(supervision.of(directive));
    }

    private void show(List<Supervisor> supervisors) {
        list.removeAll();
        supervisors.forEach(supervisor -> list.add(item(supervisor, supervisors.size() > 1)));
        list.setVisible(!supervisors.isEmpty());
    }

    private ListItem item(Supervisor supervisor, boolean removable) {
        ListItem item = new ListItem(new Span(supervisor.displayName()));
        if (!supervisor.active()) {
            item.add(new StatusBadge(Tone.NEUTRAL, getTranslation("supervision.inactive")));
        }
        if (decides && removable) {
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> askToWithdraw(supervisor));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(getTranslation("supervision.remove", supervisor.displayName()));
            remove.setTooltipText(getTranslation("supervision.remove", supervisor.displayName()));
            item.add(remove);
        }
        return item;
    }

    private Button addition() {
        Button add = new Button(getTranslation("supervision.add"), VaadinIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        add.addClickListener(click -> {
            ComboBox<Supervisor> choice = choice();
            choice.addValueChangeListener(change -> {
                if (change.getValue() != null) {
                    entrust(change.getValue());
                    replace(choice, add);
                    add.focus();
                }
            });
            choice.addBlurListener(left -> {
                if (choice.isEmpty() && choice.getParent().isPresent()) {
                    replace(choice, add);
                }
            });
            replace(add, choice);
            choice.focus();
        });
        return add;
    }

    private ComboBox<Supervisor> choice() {
        ComboBox<Supervisor> choice = new ComboBox<>();
        choice.addClassName("supervisor-choice");
        choice.setAriaLabel(getTranslation("supervision.add"));
        choice.setPlaceholder(getTranslation("supervision.search"));
        choice.setItemLabelGenerator(
                each -> getTranslation("supervision.candidate", each.displayName(), each.username()));
        choice.setItems(query ->
                supervision
                        .candidates(directive, query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        choice.setAutoOpen(true);
        return choice;
    }

    private void entrust(Supervisor supervisor) {
        if (Notices.attempt(() -> supervision.entrust(directive, supervisor.id()))) {
            Notices.done("supervision.added", supervisor.displayName());
        }
        refresh();
        changed.run();
    }

    private void askToWithdraw(Supervisor supervisor) {
        ConfirmDialog confirmation = Questions.warn(
                getTranslation("supervision.remove", supervisor.displayName()),
                getTranslation("supervision.remove.confirm"),
                () -> {
                    if (Notices.attempt(() -> supervision.withdraw(directive, supervisor.id()))) {
                        Notices.done("supervision.removed", supervisor.displayName());
                    }
                    readAgainIfStillVisible();
                });
        confirmation.setText(getTranslation("supervision.remove.explanation"));
        confirmation.open();
    }

    /** Who removed themselves sees the directive no longer; the page learns of that by the change itself. */
    private void readAgainIfStillVisible() {
        if (supervision.decidedByCaller(directive)) {
            refresh();
            changed.run();
        }
    }
}
