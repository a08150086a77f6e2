package org.duban.directive;

import java.util.List;
import org.duban.account.AccountClosing;
import org.duban.account.AccountId;
import org.duban.base.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps somebody with every launched directive that has work left. */
@Component
class StaffedSupervision {

    private final SupervisionRepository supervision;
    private final DirectiveRepository directives;

    StaffedSupervision(SupervisionRepository supervision, DirectiveRepository directives) {
        this.supervision = supervision;
        this.directives = directives;
    }

    @EventListener
    @Order(2)
    void on(AccountClosing closing) {
        AccountId leaving = closing.account().id();
        List<DirectiveId> underWay = supervision.underWay(leaving);
        underWay.forEach(directives::lock);
        List<DirectiveId> abandoned = underWay.stream()
                .filter(each -> supervision.of(each).stream()
                        .noneMatch(other -> other.active() && !other.id().equals(leaving)))
                .toList();
        if (!abandoned.isEmpty()) {
            throw new Refusal(
                    "refusal.account.lastSupervisor",
                    directives.find(abandoned.getFirst()).orElseThrow().label(),
                    abandoned.size());
        }
    }
}
