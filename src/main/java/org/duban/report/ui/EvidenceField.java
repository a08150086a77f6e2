package org.duban.report.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.duban.base.Refusal;
import org.duban.report.Attachment;
import org.duban.report.Attachments;
import org.duban.report.ReportId;
import org.duban.ui.ComponentTexts;
import org.duban.ui.Notices;
import org.duban.ui.Questions;

/** The evidence of a report that is being written: every file is kept, or refused with the reason, as soon as it came. */
class EvidenceField extends Div {

    private final ReportId report;
    private final Attachments attachments;
    private final Supplier<List<Attachment>> current;
    private final AttachmentList list = new AttachmentList();
    private List<Attachment> shown = List.of();

    /** @param current reads what the report has */
    EvidenceField(ReportId report, Attachments attachments, Supplier<List<Attachment>> current) {
        this.report = report;
        this.attachments = attachments;
        this.current = current;
        addClassName("evidence-field");
        Span label = new Span(getTranslation("report.evidence"));
        label.addClassName("field-label");
        Paragraph hint = new Paragraph(getTranslation(
                "report.evidence.hint",
                Attachments.LARGEST_MEGABYTES,
                Attachments.MOST,
                String.join(" ", Attachments.extensions()).replace(".", "")));
        hint.addClassName("field-hint");
        add(label, upload(), hint, list);
        showCurrent();
    }

    private Upload upload() {
        Upload upload = new Upload(this::receive);
        upload.setMaxFileSize(Attachments.LARGEST);
        upload.setAcceptedFileExtensions(Attachments.extensions());
        UploadI18N texts = ComponentTexts.upload();
        texts.getError()
                .setFileIsTooBig(getTranslation("refusal.attachment.tooLarge", Attachments.LARGEST_MEGABYTES))
                .setIncorrectFileType(getTranslation(
                        "refusal.attachment.type",
                        String.join(" ", Attachments.extensions()).replace(".", "")));
        upload.setI18n(texts);
        upload.addFileRejectedListener(event -> list.showRefused(event.getFileName(), event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    /** Runs on the thread of the upload's own request, without the lock of the page. */
    private void receive(UploadEvent event) throws IOException {
        UI page = event.getUI();
        try {
            attachments.add(report, event.getFileName(), event.getInputStream());
            page.access(this::showCurrent);
        } catch (Refusal refusal) {
            event.reject();
            page.access(() -> list.showRefused(event.getFileName(), ReportTexts.reason(refusal)));
        }
    }

    private void showCurrent() {
        show(current.get());
    }

    /** Leaves the list alone, and whatever has the focus in it, unless something of it is different now. */
    void show(List<Attachment> now) {
        if (!now.equals(shown)) {
            shown = now;
            list.show(now, this::confirmRemoval);
        }
    }

    private void confirmRemoval(Attachment attachment) {
        ConfirmDialog dialog = Questions.warn(
                getTranslation("attachment.remove.title"), getTranslation("attachment.remove.confirm"), () -> {
                    Notices.attempt(() -> attachments.remove(attachment.id()));
                    showCurrent();
                });
        dialog.setText(attachment.fileName());
        dialog.open();
    }
}
