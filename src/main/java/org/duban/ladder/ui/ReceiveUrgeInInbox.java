package org.duban.ladder.ui;

import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.ladder.Receipts;
import org.duban.ladder.UrgeId;
import org.springframework.stereotype.Component;

/** Confirms urges where they wait. */
@Component
class ReceiveUrgeInInbox extends ReceiveInInbox {

    private final Receipts receipts;

    ReceiveUrgeInInbox(Receipts receipts) {
        super(ItemKind.URGED);
        this.receipts = receipts;
    }

    @Override
    void receive(OpenItem item) {
        receipts.receive(new UrgeId(item.subjectId()));
    }
}
