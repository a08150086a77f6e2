package org.duban.inbox.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.base.DueKey;
import org.duban.base.Slice;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.ui.KeyedPages;

/**
 * A line of the inbox.
 *
 * @param group under which it stands
 * @param item {@code null} in the line that is the heading of the group
 */
record InboxRow(DueGroup group, OpenItem item) {

    boolean heading() {
        return item == null;
    }

    boolean is(ItemKind kind) {
        return item != null && item.kind() == kind;
    }

    /** Where the line stands among all: a heading before whatever may be due in its group. */
    DueKey key(LocalDate today) {
        return heading() ? new DueKey(group.from(today), DueKey.START.id() + 1) : new DueKey(item.dueOn(), item.id());
    }

    /** Puts headings between the items that are read. */
    static KeyedPages.Reader<InboxRow, DueKey> grouped(KeyedPages.Reader<OpenItem, DueKey> items, LocalDate today) {
        return (after, limit) -> {
            Slice<OpenItem> page = items.read(after, limit);
            List<InboxRow> rows = new ArrayList<>();
            DueGroup before = after.equals(DueKey.START) ? null : DueGroup.of(after.due(), today);
            for (OpenItem item : page.rows()) {
                DueGroup group = DueGroup.of(item.dueOn(), today);
                if (group != before) {
                    rows.add(new InboxRow(group, null));
                }
                rows.add(new InboxRow(group, item));
                before = group;
            }
            boolean cut = rows.size() > limit;
            return new Slice<>(cut ? List.copyOf(rows.subList(0, limit)) : rows, cut || page.more());
        };
    }
}
