package org.duban.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.duban.inbox.OpenItem;
import org.duban.ui.Questions;

/** Chooses items of one kind, and does something with all that are chosen. Is there while two or more of them wait. */
class BatchBar extends Div {

    private final ItemAction action;
    private final Consumer<List<OpenItem>> choose;
    private final Runnable done;
    private final Span count = new Span();
    private final Button perform = new Button();
    private final Button all = new Button();
    private final Button none = new Button();
    private List<OpenItem> waiting = List.of();
    private List<OpenItem> chosen = List.of();

    /**
     * @param choose is told what shall be chosen now
     * @param done called when the action was done or refused
     */
    BatchBar(ItemAction action, Consumer<List<OpenItem>> choose, Runnable done) {
        this.action = action;
        this.choose = choose;
        this.done = done;
        addClassName("batch-bar");
        perform.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        perform.setText(getTranslation("inbox.batch.perform", getTranslation(action.labelKey())));
        perform.addClickListener(click -> confirm());
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        all.addClickListener(click -> choose.accept(waiting));
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        none.setText(getTranslation("inbox.batch.none"));
        none.addClickListener(click -> choose.accept(List.of()));
        add(count, perform, all, none);
    }

    /** @param waiting the items that can be chosen, by due date */
    void show(List<OpenItem> waiting, List<OpenItem> chosen) {
        this.waiting = waiting;
        this.chosen = chosen;
        boolean any = !chosen.isEmpty();
        setVisible(any || waiting.size() > 1);
        count.setText(getTranslation(
                any ? "inbox.batch.chosen" : "inbox.batch.waiting",
                any ? chosen.size() : waiting.size(),
                getTranslation(action.labelKey())));
        perform.setVisible(any);
        none.setVisible(any);
        all.setVisible(chosen.size() < waiting.size());
        all.setText(getTranslation("inbox.batch.all", waiting.size()));
    }

    private void confirm() {
        List<OpenItem> items = waiting.stream().filter(chosen::contains).toList();
        UnorderedList names = new UnorderedList();
        names.addClassName("batch-names");
        action.lines(items).forEach(line -> names.add(new ListItem(line)));
        ConfirmDialog dialog = Questions.ask(
                getTranslation(action.labelKey() + ".batch.title", items.size()),
                getTranslation(action.labelKey()),
                () -> {
                    new BatchRun(action, items).run();
                    choose.accept(List.of());
                    done.run();
                });
        dialog.setText(names);
        dialog.open();
    }
}
