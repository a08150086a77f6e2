package org.duban.task.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.base.Refusal;
import org.duban.organisation.Department;
import org.duban.task.Decompositions;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.SubTaskDraft;
import org.duban.ui.ComponentTexts;
import org.duban.ui.DepartmentPicker;
import org.duban.ui.Notices;

/** Asks into what a duty is split, a part each. When it is refused it stays open with all that was typed. */
final class SplitDialog extends Dialog {

    private final transient Decompositions decompositions;
    private final transient DepartmentPicker departments;
    private final transient Duty duty;
    private final LocalDate today;
    private final LocalDate latest;
    private final transient Runnable changed;
    private final Div list = new Div();
    private final Span refused = new Span();
    private final List<Part> parts = new ArrayList<>();

    private final class Part extends Div {

        private final H4 heading = new H4();
        private final Button remove = new Button();
        private final TextField title = new TextField(getTranslation("split.part.title"));
        private final TextArea text = new TextArea(getTranslation("split.part.text"));
        private final DatePicker due = new DatePicker(getTranslation("split.part.due"));
        private final ComboBox<Department> lead =
                departments.among(getTranslation("split.part.lead"), SplitDialog.this::search);
        private final MultiSelectComboBox<Department> cooperating =
                departments.severalAmong(getTranslation("split.part.cooperating"), SplitDialog.this::search);

        Part() {
            addClassName("split-part");
            remove.setText(getTranslation("split.part.remove"));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            remove.addClickListener(click -> SplitDialog.this.remove(this));
            Div top = new Div(heading, remove);
            top.addClassName("split-part-top");
            title.setMaxLength(SubTaskDraft.LONGEST_TITLE);
            title.setRequiredIndicatorVisible(true);
            text.setMaxLength(SubTaskDraft.LONGEST_TEXT);
            text.setMinRows(2);
            text.setMaxRows(8);
            ComponentTexts.apply(due);
            due.setMin(today);
            due.setMax(latest);
            due.setValue(latest.isBefore(today) ? null : latest);
            due.setRequiredIndicatorVisible(true);
            lead.setRequiredIndicatorVisible(true);
            Div who = new Div(due, lead, cooperating);
            who.addClassName("split-part-who");
            add(top, title, text, who);
        }

        void number(int number) {
            heading.setText(getTranslation("split.part", number));
            remove.setAriaLabel(getTranslation("split.part.removeOf", number));
            remove.setVisible(parts.size() > 1);
        }

        SubTaskDraft draft() {
            return new SubTaskDraft(
                    title.getValue(),
                    text.getValue(),
                    due.getValue(),
                    lead.isEmpty() ? null : lead.getValue().id(),
                    cooperating.getValue().stream().map(Department::id).toList());
        }
    }

    SplitDialog(
            Decompositions decompositions,
            DepartmentPicker departments,
            KeyTask task,
            Duty duty,
            LocalDate today,
            Runnable changed) {
        this.decompositions = decompositions;
        this.departments = departments;
        this.duty = duty;
        this.today = today;
        this.latest = task.dueOn();
        this.changed = changed;
        setHeaderTitle(getTranslation("split.title"));
        addClassName("split-dialog");
        setCloseOnOutsideClick(false);
        setWidth("min(44rem, calc(100vw - 2rem))");
        Paragraph hint = new Paragraph(getTranslation("split.hint"));
        hint.addClassName("dialog-explanation");
        if (duty.percent() != null && duty.percent() > 0) {
            hint.add(" " + getTranslation("split.hint.percent", duty.percent()));
        }
        Button more = new Button(getTranslation("split.part.add"), VaadinIcon.PLUS.create(), click -> addPart());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        add(hint, list, more, refused);
        Button confirm = new Button(getTranslation("split.confirm"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), confirm);
        Shortcuts.addShortcutListener(this, this::confirm, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        addPart();
    }

    private List<Department> search(String text, int offset, int limit) {
        return decompositions.candidates(duty.id(), text, offset, limit);
    }

    private void addPart() {
        Part part = new Part();
        parts.add(part);
        list.add(part);
        number();
        part.title.focus();
    }

    private void remove(Part part) {
        parts.remove(part);
        list.remove(part);
        number();
    }

    private void number() {
        for (int at = 0; at < parts.size(); at++) {
            parts.get(at).number(at + 1);
        }
    }

    private void confirm() {
        refused.setVisible(false);
        try {
            decompositions.split(duty.id(), parts.stream().map(Part::draft).toList());
            close();
            Notices.done("split.done", parts.size());
            changed.run();
        } catch (Refusal refusal) {
            refused.setText(getTranslation(refusal.messageKey(), refusal.arguments()));
            refused.setVisible(true);
            refused.scrollIntoView();
        }
    }
}
