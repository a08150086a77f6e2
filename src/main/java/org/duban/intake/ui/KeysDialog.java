package org.duban.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.List;

/** Which key does what while a table is checked. */
final class KeysDialog extends Dialog {

    private static final List<String> KEYS = List.of(
            "walk", "edit", "select", "confirm", "add", "split", "merge", "drop", "names", "undo", "save", "back");

    KeysDialog() {
        setHeaderTitle(getTranslation("intake.keys"));
        setWidth("min(30rem, calc(100vw - 2rem))");
        DescriptionList list = new DescriptionList();
        list.addClassName("keys-list");
        for (String key : KEYS) {
            list.add(
                    new DescriptionList.Term(getTranslation("intake.key." + key + ".keys")),
                    new DescriptionList.Description(getTranslation("intake.key." + key)));
        }
        add(list);
        getFooter().add(new Button(getTranslation("action.close"), click -> close()));
    }
}
