package org.duban.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.function.Supplier;
import org.duban.directive.DivisionRow;

/** Rows that were taken out of a table, to be taken back. */
final class DroppedDialog extends Dialog {

    private final transient Supplier<List<DivisionRow>> dropped;
    private final SerializableConsumer<DivisionRow> restore;

    /** @param dropped reads them */
    DroppedDialog(Supplier<List<DivisionRow>> dropped, SerializableConsumer<DivisionRow> restore) {
        this.dropped = dropped;
        this.restore = restore;
        addClassName("dropped-dialog");
        setHeaderTitle(getTranslation("intake.dropped"));
        setWidth("min(36rem, calc(100vw - 2rem))");
        getFooter().add(new Button(getTranslation("action.close"), click -> close()));
        show();
    }

    private void show() {
        removeAll();
        List<DivisionRow> rows = dropped.get();
        if (rows.isEmpty()) {
            add(new Paragraph(getTranslation("intake.dropped.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        for (DivisionRow row : rows) {
            Button back = new Button(getTranslation("intake.dropped.restore"), click -> {
                restore.accept(row);
                show();
            });
            back.addThemeVariants(ButtonVariant.LUMO_SMALL);
            list.add(new ListItem(new Span(getTranslation("intake.dropped.row", row.no(), row.title())), back));
        }
        add(list);
    }
}
