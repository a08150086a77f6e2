package org.duban.directive;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.account.AccountId;
import org.duban.account.Handling;
import org.duban.account.PersonalItem;
import org.duban.account.PersonalWork;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The directives that are entrusted to a supervisor, drafts and those that are done with too, so that whoever takes over
 * finds all of them; and the rows of drafts for which the supervisor is named.
 */
@Component
@Order(100)
class HandedSupervision implements PersonalWork {

    private final SupervisionRepository supervision;
    private final DirectiveRepository directives;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    HandedSupervision(
            SupervisionRepository supervision,
            DirectiveRepository directives,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.supervision = supervision;
        this.directives = directives;
        this.calendar = calendar;
        this.events = events;
    }

    @Override
    public List<PersonalItem> whatWaitsFor(Account person) {
        List<DirectiveId> underWay = supervision.underWay(person.id());
        return Stream.concat(
                        supervision.entrustedTo(person.id()).stream()
                                .map(id -> item("DIRECTIVE", id, underWay.contains(id) && abandoned(id, person.id()))),
                        supervision.namedInDrafts(person.id()).stream().map(id -> item("DRAFT_ROWS", id, false)))
                .toList();
    }

    @Override
    public List<PersonalItem> handOver(Account from, Account to, Act act) {
        Stream.concat(supervision.entrustedTo(from.id()).stream(), supervision.namedInDrafts(from.id()).stream())
                .distinct()
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .forEach(directives::lock);
        List<PersonalItem> handed = whatWaitsFor(from);
        Handling edit = new Handling(act.by().accountId(), calendar.now());
        for (PersonalItem item : handed) {
            DirectiveId id = new DirectiveId(item.subjectId());
            if (item.kind().equals("DIRECTIVE")) {
                entrust(id, from.id(), to.id());
            } else {
                supervision.nameInstead(id, from.id(), to.id(), edit);
            }
            events.publishEvent(new WorkChanged(id.value(), null));
        }
        return handed;
    }

    private void entrust(DirectiveId id, AccountId from, AccountId to) {
        if (supervision.of(id).stream().noneMatch(each -> each.id().equals(to))) {
            supervision.entrust(id, to);
        }
        supervision.withdraw(id, from);
    }

    private boolean abandoned(DirectiveId id, AccountId without) {
        return supervision.of(id).stream().noneMatch(other -> other.active() && !Objects.equals(other.id(), without));
    }

    private PersonalItem item(String kind, DirectiveId id, boolean nobodyElse) {
        return new PersonalItem(
                kind, id.value(), directives.find(id).orElseThrow().label(), nobodyElse);
    }
}
