package org.duban.ladder.ui;

import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.ladder.ReceiptId;
import org.duban.ladder.Receipts;
import org.springframework.stereotype.Component;

/** Confirms notices of the ladder where they wait. */
@Component
class ReceiveNoticeInInbox extends ReceiveInInbox {

    private final Receipts receipts;

    ReceiveNoticeInInbox(Receipts receipts) {
        super(ItemKind.RECEIVE_ESCALATION);
        this.receipts = receipts;
    }

    @Override
    void receive(OpenItem item) {
        receipts.receive(new ReceiptId(item.subjectId()));
    }
}
