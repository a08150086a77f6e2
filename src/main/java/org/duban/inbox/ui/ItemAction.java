package org.duban.inbox.ui;

import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;

/** Something that can be done with an item right in the inbox, without opening its page; a Spring bean. */
public interface ItemAction {

    ItemKind kind();

    /** Message key of the button. */
    String labelKey();

    /** Does it, and tells the user so. @throws org.duban.base.Refusal if it can't be done any more */
    void perform(OpenItem item);
}
