package org.duban.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.duban.account.Account;

/** A field in which somebody is found who can do another person's work; read a page at a time. */
public final class PeerPicker extends ComboBox<Account> {

    /** Those who can be chosen, in an order that stays. */
    public interface Search {
        List<Account> search(String text, int offset, int limit);
    }

    public PeerPicker(String label, String placeholder, Search search) {
        super(label);
        setPlaceholder(placeholder);
        setWidthFull();
        setManualValidation(true);
        setRequiredIndicatorVisible(true);
        setItemLabelGenerator(account -> account.displayName() + " · " + account.username());
        setItemsWithFilterConverter(
                query -> search.search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                typed -> typed);
    }
}
