package org.duban.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.directive.DirectiveId;
import org.duban.directive.DivisionNames;
import org.duban.directive.UnresolvedName;
import org.duban.organisation.Department;
import org.duban.organisation.Register;
import org.duban.organisation.Resolution;
import org.duban.ui.DepartmentPicker;
import org.duban.ui.Notices;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** Names that mean no department yet, each to be decided on once for all rows that have it. */
final class NamesDialog extends Dialog {

    private static final int ROWS_NAMED = 6;

    private final transient DivisionNames names;
    private final transient Register register;
    private final String jurisdiction;
    private final transient DirectiveId directive;
    private final transient DepartmentPicker departments;
    private final transient TableEdits edits;
    private final Div list = new Div();
    private final Div last = new Div();

    NamesDialog(TableDesks services, DirectiveId directive, TableEdits edits) {
        names = services.names();
        register = services.register();
        jurisdiction = services.directives().get(directive).jurisdiction();
        this.directive = directive;
        departments = services.departments();
        this.edits = edits;
        addClassName("names-dialog");
        setWidth("min(56rem, calc(100vw - 1rem))");
        setMaxHeight("min(44rem, calc(100vh - 2rem))");
        last.addClassName("names-last");
        last.getElement().setAttribute("role", "status");
        last.setVisible(false);
        add(last, list);
        Button close = new Button(getTranslation("action.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(close);
        show();
    }

    private void show() {
        List<UnresolvedName> unresolved = names.unresolved(directive);
        setHeaderTitle(getTranslation("intake.names", unresolved.size()));
        list.removeAll();
        unresolved.forEach(name -> list.add(entry(name)));
        if (unresolved.isEmpty()) {
            Div done = new Div(getTranslation("intake.names.none"));
            done.addClassName("names-done");
            list.add(done);
        }
    }

    private Component entry(UnresolvedName name) {
        Span printed = new Span(name.name());
        printed.addClassName("unresolved-name-printed");
        String numbers = String.join(
                getTranslation("list.separator"),
                name.rows().stream().limit(ROWS_NAMED).toList());
        Span rows = new Span(getTranslation(
                name.rows().size() > ROWS_NAMED ? "intake.names.rowsMore" : "intake.names.rows",
                name.rows().size(),
                numbers));
        rows.addClassName("soft");
        Div about =
                new Div(printed, rows, new StatusBadge(Tone.WARNING, getTranslation("intake.reason." + reason(name))));
        about.addClassName("unresolved-name-about");
        Div choices = new Div();
        choices.addClassName("unresolved-name-choices");
        showChoices(choices, name);
        Div entry = new Div(about, choices);
        entry.addClassName("unresolved-name");
        return entry;
    }

    private void showChoices(Div choices, UnresolvedName name) {
        choices.removeAll();
        if (name.group()) {
            choices.add(several(name));
        } else {
            choices.add(candidates(name));
            choices.add(
                    link("intake.names.other", VaadinIcon.SEARCH, () -> search(choices, name)),
                    link("intake.names.several", VaadinIcon.EXPAND_SQUARE, () -> {
                        choices.removeAll();
                        choices.add(several(name));
                    }));
        }
        choices.add(link(
                "intake.names.leaveOut",
                VaadinIcon.CLOSE_SMALL,
                () -> decide(() -> {
                    edits.runSilently(() -> names.drop(directive, name.name()));
                    said("intake.names.leftOut", name.name());
                })));
    }

    private static String reason(UnresolvedName name) {
        if (name.group()) {
            return "GROUP";
        }
        return switch (name.resolution()) {
            case Resolution.Resolved resolved -> "KNOWN";
            case Resolution.Succeeded succeeded -> "ABOLISHED";
            case Resolution.Ambiguous ambiguous -> "AMBIGUOUS";
            case Resolution.Group group -> "GROUP";
            case Resolution.Unknown unknown -> "UNKNOWN";
        };
    }

    /** Of an abolished body those who have its duties now, with the day since which they have. */
    private Div candidates(UnresolvedName name) {
        Div choices = new Div();
        choices.addClassName("unresolved-name-candidates");
        if (name.resolution() instanceof Resolution.Succeeded succeeded) {
            succeeded
                    .heirs()
                    .forEach(heir -> choices.add(candidate(
                            name,
                            heir.department(),
                            heir.since() == null
                                    ? heir.department().shortName()
                                    : getTranslation(
                                            "intake.names.since",
                                            heir.department().shortName(),
                                            heir.since().toString()))));
        } else {
            name.candidates().forEach(each -> choices.add(candidate(name, each, each.shortName())));
        }
        return choices;
    }

    private Button candidate(UnresolvedName name, Department department, String label) {
        Button button = new Button(label, click -> mean(name, Set.of(department)));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setTooltipText(getTranslation("intake.names.candidate", department.name(), department.jurisdiction()));
        return button;
    }

    private void search(Div choices, UnresolvedName name) {
        ComboBox<Department> field = departments.any(null);
        field.addThemeVariants(ComboBoxVariant.LUMO_SMALL);
        field.setPlaceholder(getTranslation("intake.names.search"));
        field.setAriaLabel(getTranslation("intake.name.means", name.name()));
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                mean(name, Set.of(change.getValue()));
            }
        });
        choices.removeAll();
        choices.add(field, link("action.cancel", VaadinIcon.CLOSE_SMALL, () -> showChoices(choices, name)));
        field.focus();
    }

    private Component several(UnresolvedName name) {
        MultiSelectComboBox<Department> field = departments.several(null);
        field.addThemeVariants(MultiSelectComboBoxVariant.LUMO_SMALL);
        field.setPlaceholder(getTranslation("intake.names.expand"));
        field.setAriaLabel(getTranslation("intake.name.means", name.name()));
        if (name.resolution() instanceof Resolution.Succeeded succeeded) {
            field.setValue(
                    succeeded.heirs().stream().map(Resolution.Heir::department).collect(Collectors.toSet()));
        } else if (name.group()) {
            field.setValue(Set.copyOf(name.candidates()));
        }
        Button confirm = new Button(getTranslation("action.confirm"), click -> {
            if (!field.isEmpty()) {
                mean(name, field.getValue());
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        Div both = new Div(field, confirm);
        both.addClassName("unresolved-name-choices");
        return both;
    }

    private Button link(String key, VaadinIcon icon, SerializableRunnable action) {
        Button button = new Button(getTranslation(key), icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void mean(UnresolvedName name, Set<Department> meant) {
        decide(() -> {
            edits.runSilently(() -> names.resolve(
                    directive, name.name(), meant.stream().map(Department::id).collect(Collectors.toSet())));
            said(
                    "intake.names.meant",
                    name.name(),
                    meant.stream()
                            .map(Department::shortName)
                            .collect(Collectors.joining(getTranslation("list.separator"))),
                    name.rows().size());
            if (meant.size() == 1 && !name.group() && name.resolution() instanceof Resolution.Unknown) {
                last.add(remember(name.name(), meant.iterator().next()));
            }
        });
    }

    /** For documents to come: what was decided here is asked once only, if the supervisor says so. */
    private Button remember(String name, Department department) {
        Button remember = new Button(getTranslation("intake.names.remember"), click -> {
            if (Notices.attempt(() -> register.learn(name, jurisdiction, department.id()))) {
                click.getSource().setEnabled(false);
                click.getSource().setText(getTranslation("intake.names.remembered"));
            }
        });
        remember.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        remember.setTooltipText(getTranslation("intake.names.rememberHint", jurisdiction, name, department.name()));
        return remember;
    }

    private void decide(SerializableRunnable decision) {
        if (!Notices.attempt(decision::run)) {
            last.setVisible(false);
        }
        show();
    }

    private void said(String key, Object... arguments) {
        Button undo = new Button(getTranslation("intake.undo"), click -> {
            edits.undo();
            last.setVisible(false);
            show();
        });
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        last.removeAll();
        last.add(VaadinIcon.CHECK.create(), new Span(getTranslation(key, arguments)), undo);
        last.setVisible(true);
    }
}
