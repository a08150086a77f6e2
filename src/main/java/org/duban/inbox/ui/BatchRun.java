package org.duban.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.Refusal;
import org.duban.inbox.OpenItem;
import org.duban.ui.Notices;

/** Does one thing with many items: shows how far it is, and at the end those with which it could not be done. */
class BatchRun extends Dialog {

    /** After so many the page is told how far it is. */
    private static final int STEP = 5;

    private final ItemAction action;
    private final List<OpenItem> items;
    private final Map<OpenItem, Refusal> refused = new LinkedHashMap<>();

    BatchRun(ItemAction action, List<OpenItem> items) {
        this.action = action;
        this.items = items;
        addClassName("batch-run");
        setHeaderTitle(getTranslation(action.labelKey()));
        setWidth("min(34rem, calc(100vw - 2rem))");
    }

    void run() {
        performAll();
        int done = items.size() - refused.size();
        if (refused.isEmpty()) {
            close();
            Notices.done(action.labelKey() + ".batch.done", done);
        } else {
            showRefused(done);
        }
    }

    private void performAll() {
        ProgressBar bar = new ProgressBar(0, items.size(), 0);
        Paragraph words = new Paragraph();
        add(words, bar);
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        open();
        for (int from = 0; from < items.size(); from += STEP) {
            words.setText(getTranslation("inbox.batch.progress", from, items.size()));
            bar.setValue(from);
            showNow();
            refused.putAll(action.performAll(items.subList(from, Math.min(from + STEP, items.size()))));
        }
    }

    private static void showNow() {
        UI ui = UI.getCurrent();
        if (ui.getPushConfiguration().getPushMode().isEnabled()) {
            ui.push();
        }
    }

    private void showRefused(int done) {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("batch-refused");
        refused.forEach((item, refusal) -> {
            Span why = new Span(getTranslation(refusal.messageKey(), refusal.arguments()));
            lines.add(new ListItem(new Span(name(item)), why));
        });
        removeAll();
        add(new Paragraph(getTranslation("inbox.batch.refused", done, refused.size())), lines);
        Button close = new Button(getTranslation("action.close"), click -> close());
        getFooter().add(close);
        setCloseOnEsc(true);
        open();
        close.focus();
    }

    /** The number of the key task and its title. */
    static String name(OpenItem item) {
        return item.taskNo() + " " + item.taskTitle();
    }
}
