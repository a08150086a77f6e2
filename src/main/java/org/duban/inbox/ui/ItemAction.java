package org.duban.inbox.ui;

import java.util.List;
import java.util.Map;
import org.duban.base.Refusal;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;

/**
 * Something that can be done with items right in the inbox, one by one or many at once, without opening their pages; a
 * Spring bean.
 */
public interface ItemAction {

    ItemKind kind();

    /**
     * Message key of the button. Below it stand {@code .batch.title} and {@code .batch.done}, the question before and the
     * message after it was done with many; their argument is how many.
     */
    String labelKey();

    /** What will be done with whom, in lines for the question before it is done with many. */
    default List<String> lines(List<OpenItem> items) {
        return items.stream().map(BatchRun::name).toList();
    }

    /** Does it, and tells the user so. @throws Refusal if it can't be done any more */
    void perform(OpenItem item);

    /** Does it with each of the items by itself. @return those with which it could not be done, and why */
    Map<OpenItem, Refusal> performAll(List<OpenItem> items);
}
