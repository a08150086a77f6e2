package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import org.duban.report.Attachment;

/** Files with their downloads; a refused file stands among them with the reason. */
class AttachmentList extends UnorderedList {

    private final List<ListItem> refused = new ArrayList<>();

    AttachmentList() {
        addClassName("attachment-list");
    }

    AttachmentList(List<Attachment> attachments) {
        this();
        attachments.forEach(attachment -> add(new ListItem(download(attachment), size(attachment))));
    }

    /** @param remove offered for what was not handed in yet */
    void show(List<Attachment> attachments, SerializableConsumer<Attachment> remove) {
        removeAll();
        for (Attachment attachment : attachments) {
            ListItem item = new ListItem(download(attachment), size(attachment));
            if (attachment.submitted()) {
                Span submitted = new Span(getTranslation("attachment.submitted"));
                submitted.addClassName("attachment-note");
                item.add(submitted);
            } else {
                item.add(removal("attachment.remove", attachment.fileName(), () -> remove.accept(attachment)));
            }
            add(item);
        }
        refused.forEach(this::add);
    }

    void showRefused(String fileName, String reason) {
        Span name = new Span(fileName);
        name.addClassName("attachment-name");
        Span why = new Span(reason);
        why.addClassName("attachment-refusal");
        why.getElement().setAttribute("role", "alert");
        ListItem item = new ListItem(VaadinIcon.WARNING.create(), name, why);
        item.addClassName("refused");
        item.add(removal("attachment.dismiss", fileName, () -> {
            refused.remove(item);
            remove(item);
        }));
        refused.add(item);
        add(item);
    }

    private Button removal(String label, String fileName, Runnable action) {
        Button button = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation(label, fileName));
        button.setTooltipText(getTranslation(label, fileName));
        return button;
    }

    private static Anchor download(Attachment attachment) {
        Anchor link = new Anchor(FileDownloads.addressOf(attachment), attachment.fileName());
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        link.addClassName("attachment-name");
        link.addComponentAsFirst(VaadinIcon.FILE_TEXT_O.create());
        return link;
    }

    private static Span size(Attachment attachment) {
        Span size = new Span(ReportTexts.size(attachment.sizeBytes()));
        size.addClassName("attachment-size");
        return size;
    }
}
