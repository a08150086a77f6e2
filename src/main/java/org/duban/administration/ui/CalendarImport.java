package org.duban.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.duban.calendar.CalendarPreview;
import org.duban.calendar.CalendarYears;
import org.duban.calendar.YearChange;
import org.duban.ui.ComponentTexts;
import org.duban.ui.Notices;

/** Takes the days of further years: shows first what a file would change, then enters it. */
final class CalendarImport extends Section {

    private final transient CalendarYears calendars;
    private final SerializableConsumer<Integer> entered;
    private final Upload upload = new Upload((UploadHandler) this::receive);
    private final Paragraph refused = new Paragraph();
    private final Div preview = new Div();

    /** @param entered gets the last year that was entered */
    CalendarImport(CalendarYears calendars, SerializableConsumer<Integer> entered) {
        this.calendars = calendars;
        this.entered = entered;
        addClassName("calendar-import");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        preview.addClassName("calendar-preview");
        preview.setVisible(false);
        Paragraph hint = new Paragraph(getTranslation("calendar.import.hint"));
        hint.addClassName("field-hint");
        Paragraph effect = new Paragraph(getTranslation("calendar.import.effect"));
        effect.addClassName("field-hint");
        add(new H3(getTranslation("calendar.import")), hint, effect, upload(), refused, preview);
    }

    private Upload upload() {
        upload.setMaxFiles(1);
        upload.setMaxFileSize(CalendarYears.LARGEST);
        upload.setAcceptedFileExtensions(".csv");
        UploadI18N texts = ComponentTexts.upload();
        texts.getError()
                .setFileIsTooBig(getTranslation("refusal.calendar.tooLarge", CalendarYears.LARGEST / 1_000))
                .setIncorrectFileType(getTranslation("calendar.import.type"));
        upload.setI18n(texts);
        upload.addFileRejectedListener(event -> refuse(event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    /** Runs on the thread of the upload's own request, without the lock of the page. */
    private void receive(UploadEvent event) throws IOException {
        UI page = event.getUI();
        byte[] file;
        try (InputStream stream = event.getInputStream()) {
            file = stream.readNBytes(CalendarYears.LARGEST + 1);
        }
        try {
            CalendarPreview found = calendars.preview(file);
            page.access(() -> show(event.getFileName(), file, found));
        } catch (Refusal refusal) {
            event.reject();
            page.access(() -> refuse(getTranslation(refusal.messageKey(), refusal.arguments())));
        }
    }

    private void refuse(String reason) {
        preview.removeAll();
        preview.setVisible(false);
        say(reason);
    }

    private void say(String reason) {
        refused.setText(reason);
        refused.setVisible(true);
    }

    /** Nothing is entered yet. */
    void show(String fileName, byte[] file, CalendarPreview found) {
        hush();
        preview.removeAll();
        preview.setVisible(true);
        preview.add(new H3(getTranslation("calendar.preview", fileName)));
        if (found.enterable()) {
            found.years().forEach(year -> preview.add(new YearChangePanel(year)));
            preview.add(confirmation(file, found));
        } else {
            preview.add(new BadLines(found.bad()));
        }
    }

    private Div confirmation(byte[] file, CalendarPreview found) {
        TextField source = Fields.required("calendar.source", CalendarYears.LONGEST_SOURCE);
        source.setHelperText(getTranslation("calendar.source.help"));
        source.addValueChangeListener(change -> source.setInvalid(false));
        Button enter = new Button(
                getTranslation(
                        "calendar.enter",
                        found.years().stream()
                                .map(YearChange::year)
                                .map(String::valueOf)
                                .collect(Collectors.joining(getTranslation("list.separator")))),
                click -> enter(file, source, found));
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button discard = new Button(getTranslation("action.cancel"), click -> forget());
        Div buttons = new Div(enter, discard);
        buttons.addClassName("calendar-buttons");
        return new Div(source, buttons);
    }

    private void enter(byte[] file, TextField source, CalendarPreview found) {
        try {
            calendars.enter(file, source.getValue(), found.basedOn());
        } catch (Refusal refusal) {
            String reason = getTranslation(refusal.messageKey(), refusal.arguments());
            if (refusal.messageKey().equals("refusal.calendar.sourceMissing")) {
                source.setErrorMessage(reason);
                source.setInvalid(true);
                source.focus();
            } else {
                say(reason);
            }
            return;
        }
        forget();
        Notices.done("calendar.entered.done");
        entered.accept(found.years().getLast().year());
    }

    private void forget() {
        hush();
        preview.removeAll();
        preview.setVisible(false);
    }

    private void hush() {
        refused.setText("");
        refused.setVisible(false);
    }
}
