package org.duban.intake.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import org.duban.base.Refusal;
import org.duban.intake.ImportId;
import org.duban.intake.Imports;
import org.duban.ui.ComponentTexts;

/** Takes a document: as a file, or as text that was copied. What is refused leaves everything as it was typed. */
final class ReadingForm extends Div {

    private static final int LARGEST_MEGABYTES = Imports.LARGEST_FILE >> 20;
    private static final String[] EXTENSIONS = {
        ".txt", ".docx", ".doc", ".xlsx", ".xls", ".csv", ".pdf", ".html", ".htm"
    };

    private final transient Imports imports;
    private final SerializableConsumer<ImportId> begun;
    private final TextArea pasted = new TextArea();
    private final Paragraph refused = new Paragraph();
    private final Upload upload = new Upload((UploadHandler) this::receive);

    /** @param begun gets the import that began */
    ReadingForm(Imports imports, SerializableConsumer<ImportId> begun) {
        this.imports = imports;
        this.begun = begun;
        addClassName("reading-form");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        add(fileCard(), pasteCard());
    }

    private Div fileCard() {
        upload.addClassName("reading-upload");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Imports.LARGEST_FILE);
        upload.setAcceptedFileExtensions(EXTENSIONS);
        UploadI18N texts = ComponentTexts.upload();
        texts.getError()
                .setFileIsTooBig(getTranslation("intake.file.tooBig", LARGEST_MEGABYTES))
                .setIncorrectFileType(getTranslation("intake.file.type"));
        texts.getAddFiles().setOne(getTranslation("intake.file.choose"));
        texts.getDropFiles().setOne(getTranslation("intake.file.drop"));
        upload.setI18n(texts);
        upload.setDropLabelIcon(VaadinIcon.FILE_TEXT_O.create());
        upload.addFileRejectedListener(event -> refuse(event.getFileName(), event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        Paragraph hint = new Paragraph(getTranslation("intake.file.hint", LARGEST_MEGABYTES));
        hint.addClassName("field-hint");
        Div card = new Div(new H3(getTranslation("intake.file")), upload, hint, refused);
        card.addClassName("reading-card");
        return card;
    }

    private Div pasteCard() {
        pasted.setAriaLabel(getTranslation("intake.paste"));
        pasted.setPlaceholder(getTranslation("intake.paste.placeholder"));
        pasted.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        pasted.addClassName("reading-paste");
        pasted.setWidthFull();
        pasted.setManualValidation(true);
        pasted.addValueChangeListener(change -> pasted.setInvalid(false));
        Button read = new Button(getTranslation("intake.paste.read"), click -> readPasted());
        read.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Span hint = new Span(getTranslation("intake.paste.hint"));
        hint.addClassName("field-hint");
        Div foot = new Div(hint, read);
        foot.addClassName("reading-foot");
        Div card = new Div(new H3(getTranslation("intake.paste")), pasted, foot);
        card.addClassName("reading-card");
        return card;
    }

    private void readPasted() {
        refused.setVisible(false);
        try {
            begun.accept(imports.paste(pasted.getValue()));
        } catch (Refusal refusal) {
            pasted.setErrorMessage(getTranslation(refusal.messageKey(), refusal.arguments()));
            pasted.setInvalid(true);
            pasted.focus();
        }
    }

    /** Runs on the thread of the upload's own request, without the lock of the page. */
    private void receive(UploadEvent event) throws IOException {
        UI page = event.getUI();
        String name = event.getFileName();
        try {
            ImportId id = imports.read(name, event.getInputStream());
            page.access(() -> {
                refused.setVisible(false);
                begun.accept(id);
            });
        } catch (Refusal refusal) {
            event.reject();
            page.access(() -> refuse(name, getTranslation(refusal.messageKey(), refusal.arguments())));
        }
    }

    /** Takes the next file; what was pasted is still there. */
    void startAgain() {
        upload.clearFileList();
        setVisible(true);
    }

    private void refuse(String file, String reason) {
        refuse(getTranslation("intake.file.refused", file, reason));
    }

    /** Says why nothing came of it. */
    void refuse(String reason) {
        refused.setText(reason);
        refused.setVisible(true);
    }
}
