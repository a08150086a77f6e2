package org.duban.account;

import java.util.List;
import org.duban.base.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps an account open for which something waits that nobody else could do. */
@Component
class KeepsPersonalWork {

    private final List<PersonalWork> works;

    KeepsPersonalWork(List<PersonalWork> works) {
        this.works = works;
    }

    @EventListener
    @Order(3)
    void on(AccountClosing closing) {
        List<PersonalItem> alone = works.stream()
                .flatMap(work -> work.whatWaitsFor(closing.account()).stream())
                .filter(PersonalItem::nobodyElse)
                .toList();
        if (!alone.isEmpty()) {
            throw new Refusal("refusal.account.personalWork", alone.getFirst().label(), alone.size());
        }
    }
}
