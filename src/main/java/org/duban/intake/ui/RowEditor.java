package org.duban.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.base.Refusal;
import org.duban.directive.DivisionRow;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.RowEdit;
import org.duban.directive.Supervisor;
import org.duban.intake.ui.AssignmentsField.Named;
import org.duban.ui.ComponentTexts;
import org.duban.ui.DepartmentPicker;

/** Everything of one row, to be changed and saved at once. What is refused stays as it was typed, with the reason. */
final class RowEditor extends Div {

    /** What happens to what was entered. */
    interface Actions {

        /**
         * @param before what the editor opened with
         * @throws Refusal with the reason
         */
        void save(RowInput input, RowInput before);

        /** Back to the table, whatever was entered. */
        void close();
    }

    private final transient Actions actions;
    private final H3 heading = new H3();
    private final TextField no = new TextField();
    private final TextArea title = new TextArea();
    private final TextArea text = new TextArea();
    private final DatePicker due = new DatePicker();
    private final TextField deadline = new TextField();
    private final AssignmentsField assignments;
    private final TargetsField targets;
    private final Select<ReportingFrequency> reporting = new Select<>();
    private final MultiSelectComboBox<Supervisor> supervisors = new MultiSelectComboBox<>();
    private final Span refused = new Span();
    private final Paragraph collision = new Paragraph();
    private final transient Map<String, Component> blamed;
    private final transient List<Supervisor> supervising;
    private transient RowInput before;

    RowEditor(DepartmentPicker departments, List<Supervisor> supervising, Actions actions) {
        this.actions = actions;
        this.supervising = supervising;
        this.assignments = new AssignmentsField(departments, this::touched);
        this.targets = new TargetsField(this::touched);
        this.blamed = Map.ofEntries(
                Map.entry("refusal.draft.noMissing", no),
                Map.entry("refusal.draft.noTaken", no),
                Map.entry("refusal.draft.titleMissing", title),
                Map.entry("refusal.directive.dueInPast", due),
                Map.entry("refusal.directive.dueTooFar", due));
        addClassName("row-editor");
        fields();
        Div top = new Div(heading);
        top.addClassName("pane-heading");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        collision.addClassNames("dialog-warning", "collision");
        collision.setVisible(false);
        Div grid = new Div(no, title, text, due, deadline, assignments, targets, reporting, supervisors);
        grid.addClassName("row-editor-fields");
        Div body = new Div(collision, grid);
        body.addClassName("row-editor-body");
        add(top, body, refused, foot());
    }

    private void fields() {
        no.setLabel(getTranslation("directive.row.no"));
        no.setRequiredIndicatorVisible(true);
        no.setManualValidation(true);
        no.addClassName("sixth");
        title.addClassName("five-sixths");
        title.setLabel(getTranslation("intake.row.title"));
        title.setRequiredIndicatorVisible(true);
        title.setManualValidation(true);
        title.setMinRows(1);
        no.setMaxLength(40);
        title.setMaxLength(500);
        text.setMaxLength(50_000);
        deadline.setMaxLength(500);
        text.setLabel(getTranslation("intake.row.text"));
        text.addClassName("row-editor-text");
        text.setMinRows(3);
        due.setLabel(getTranslation("directive.row.due"));
        due.addClassName("third");
        ComponentTexts.apply(due);
        due.setAutoOpen(false);
        due.setClearButtonVisible(true);
        deadline.setLabel(getTranslation("intake.row.deadline"));
        deadline.addClassName("two-thirds");
        reporting.setLabel(getTranslation("directive.reporting"));
        reporting.addClassName("half");
        reporting.setItems(ReportingFrequency.values());
        reporting.setEmptySelectionAllowed(true);
        reporting.setEmptySelectionCaption(getTranslation("intake.reporting.asDirective"));
        reporting.setItemLabelGenerator(
                each -> getTranslation(each == null ? "intake.reporting.asDirective" : "directive.frequency." + each));
        supervisors.setLabel(getTranslation("intake.supervisors"));
        supervisors.addClassName("half");
        supervisors.setItems(supervising);
        supervisors.setItemLabelGenerator(Supervisor::displayName);
        supervisors.setPlaceholder(getTranslation("intake.supervisors.all"));
        for (TextField field : List.of(no, deadline)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> touched());
        }
        for (TextArea field : List.of(title, text)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> touched());
        }
        due.addValueChangeListener(change -> touched());
    }

    private Div foot() {
        Paragraph keys = new Paragraph(getTranslation("intake.editor.keys"));
        keys.addClassName("dialog-keys");
        Button save = new Button(getTranslation("action.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div foot = new Div(keys, new Button(getTranslation("action.cancel"), click -> actions.close()), save);
        foot.addClassName("row-editor-foot");
        return foot;
    }

    /** Opens a row. */
    void edit(DivisionRow row) {
        heading.setText(getTranslation("intake.editor.heading", row.no()));
        show(RowInput.of(row), AssignmentsList.of(row));
        title.focus();
    }

    /** Opens a row that is still to be made. */
    void edit(RowInput proposal) {
        heading.setText(getTranslation("intake.editor.new"));
        show(proposal, List.of());
        no.focus();
    }

    private void show(RowInput input, List<Named> named) {
        RowEdit edit = input.edit();
        no.setValue(edit.no());
        title.setValue(edit.title());
        text.setValue(edit.text() == null ? "" : edit.text());
        due.setValue(edit.dueOn());
        deadline.setValue(edit.deadlinePhrase() == null ? "" : edit.deadlinePhrase());
        assignments.setNamed(named);
        targets.setTargets(edit.targets());
        reporting.setValue(input.reporting());
        supervisors.setValue(supervising.stream()
                .filter(each -> input.supervisors().contains(each.id()))
                .collect(Collectors.toSet()));
        collision.setVisible(false);
        touched();
        before = input;
        before = entered();
    }

    private void touched() {
        refused.setVisible(false);
        blamed.values().forEach(field -> ((HasValidation) field).setInvalid(false));
        assignments.setError(null);
    }

    private RowInput entered() {
        RowEdit edit = new RowEdit(
                no.getValue().strip(),
                title.getValue().strip(),
                orNull(text.getValue()),
                due.getValue(),
                orNull(deadline.getValue()),
                AssignmentsList.assigned(assignments.named()),
                AssignmentsList.kept(assignments.named()),
                targets.targets());
        Set<AccountId> answering =
                supervisors.getValue().stream().map(Supervisor::id).collect(Collectors.toSet());
        return new RowInput(before.row(), before.revision(), before.quote(), edit, reporting.getValue(), answering);
    }

    private static String orNull(String value) {
        return value.isBlank() ? null : value.strip();
    }

    boolean unsaved() {
        return !entered().equals(before);
    }

    /** Says so where the row that is open is not any more what it was when it was opened; what was entered stays. */
    void compare(List<DivisionRow> rows) {
        if (!isVisible() || before == null || before.row() == null) {
            return;
        }
        boolean same =
                rows.stream().anyMatch(row -> row.id().equals(before.row()) && row.revision() == before.revision());
        collision.setText(getTranslation("intake.editor.collision"));
        collision.setVisible(!same);
    }

    /** @return whether it was saved */
    boolean save() {
        touched();
        if (!targets.check() || due.isInvalid()) {
            return false;
        }
        RowInput input = entered();
        try {
            actions.save(input, before);
            before = input;
            return true;
        } catch (Refusal refusal) {
            show(refusal);
            return false;
        }
    }

    private void show(Refusal refusal) {
        String reason = getTranslation(refusal.messageKey(), refusal.arguments());
        Component field = blamed.get(refusal.messageKey());
        if (field instanceof HasValidation validated) {
            validated.setErrorMessage(reason);
            validated.setInvalid(true);
            field.scrollIntoView();
        } else {
            refused.setText(reason);
            refused.setVisible(true);
        }
    }
}
