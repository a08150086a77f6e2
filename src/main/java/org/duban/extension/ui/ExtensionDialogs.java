package org.duban.extension.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import org.duban.extension.Extension;
import org.duban.extension.Extensions;
import org.duban.extension.Request;
import org.duban.task.Duty;
import org.duban.task.KeyTaskDetails;
import org.duban.task.ParentTask;
import org.duban.ui.ComponentTexts;
import org.duban.ui.Formats;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** What is asked before a request for an extension is made or answered. A refusal leaves the dialog open as it is. */
@Component
class ExtensionDialogs {

    private final Extensions extensions;
    private final Formats formats;

    ExtensionDialogs(Extensions extensions, Formats formats) {
        this.extensions = extensions;
        this.formats = formats;
    }

    void ask(KeyTaskDetails details, Runnable changed) {
        Duty duty = details.actsForDuty();
        LocalDate dueOn = details.task().dueOn();
        DatePicker due = date("extension.newDue", dueOn.plusDays(1), null);
        present(due, dueOn, details);
        IntegerField percent = new IntegerField(text("extension.percent"));
        percent.setMin(0);
        percent.setMax(100);
        percent.setStepButtonsVisible(true);
        percent.setValue(duty.percent());
        percent.setRequiredIndicatorVisible(true);
        percent.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(text("refusal.extension.percent"))
                .setMinErrorMessage(text("refusal.extension.percent"))
                .setMaxErrorMessage(text("refusal.extension.percent")));
        TextArea progress = new TextArea(text("extension.soFar"));
        progress.setWidthFull();
        progress.setMinRows(2);
        progress.setMaxLength(Request.LONGEST);
        progress.setRequiredIndicatorVisible(true);
        progress.setValueChangeMode(ValueChangeMode.LAZY);
        dialog(
                        "extension.ask.title",
                        "extension.reason",
                        "extension.action.ask",
                        "extension.done.asked",
                        changed,
                        words -> extensions.ask(
                                duty.id(), new Request(due.getValue(), words, percent.getValue(), progress.getValue())))
                .explain(text("extension.ask.hint"))
                .with(due, () -> true)
                .with(percent, () -> true)
                .with(
                        progress,
                        () -> valid(due)
                                && percent.getValue() != null
                                && !percent.isInvalid()
                                && !progress.getValue().isBlank())
                .refusedAt(due, "refusal.extension.newDue")
                .open();
    }

    void approve(KeyTaskDetails details, Extension extension, Runnable changed) {
        DatePicker due = date("extension.newDue", extension.fromDueOn().plusDays(1), extension.askedDueOn());
        due.setValue(extension.askedDueOn());
        present(due, extension.fromDueOn(), details);
        dialog(
                        "extension.approve.title",
                        "extension.opinion",
                        "extension.action.approve",
                        "extension.done.approved",
                        changed,
                        words -> extensions.approve(extension.id(), due.getValue(), words),
                        extension.departmentName())
                .with(due, () -> valid(due))
                .refusedAt(due, "refusal.extension.newDue")
                .optional()
                .open();
    }

    void refuse(Extension extension, Runnable changed) {
        dialog(
                        "extension.refuse.title",
                        "extension.answer",
                        "extension.action.refuse",
                        "extension.done.refused",
                        changed,
                        words -> extensions.refuse(extension.id(), words),
                        extension.departmentName())
                .explain(text("extension.refuse.hint"))
                .open();
    }

    void reject(Extension extension, Runnable changed) {
        dialog(
                        "extension.reject.title",
                        "extension.answer",
                        "extension.action.reject",
                        "extension.done.rejected",
                        changed,
                        words -> extensions.reject(extension.id(), words))
                .explain(text("extension.reject.hint"))
                .open();
    }

    /** Names the present due date, and that of the key task above where the chosen one goes beyond it. */
    private void present(DatePicker due, LocalDate dueOn, KeyTaskDetails details) {
        ParentTask above = details.parent();
        Runnable tell = () -> due.setHelperText(
                above != null && due.getValue() != null && due.getValue().isAfter(above.dueOn())
                        ? text("extension.beyond", formats.day(dueOn), above.no(), formats.day(above.dueOn()))
                        : text("extension.present", formats.day(dueOn)));
        due.addValueChangeListener(change -> tell.run());
        tell.run();
    }

    private static DatePicker date(String labelKey, LocalDate earliest, LocalDate latest) {
        DatePicker picker = new DatePicker(text(labelKey));
        ComponentTexts.apply(picker);
        picker.setMin(earliest);
        picker.setMax(latest);
        picker.setRequiredIndicatorVisible(true);
        return picker;
    }

    private static boolean valid(DatePicker picker) {
        return picker.getValue() != null && !picker.isInvalid();
    }

    private static ReasonDialog dialog(
            String titleKey,
            String labelKey,
            String confirmKey,
            String doneKey,
            Runnable changed,
            SerializableConsumer<String> action,
            Object... titleArguments) {
        return ReasonDialog.of(text(titleKey, titleArguments), labelKey, confirmKey, doneKey, changed, action)
                .longest(Extensions.LONGEST_REASON);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
