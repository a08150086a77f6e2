package org.duban.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Whoever takes over also stands in for those for whom the leaving person does, for the days that are left. Where that is
 * not possible, because they are the absent person or away themselves, the substitution stays, and ends with the account.
 */
@Component
@Order(200)
class HandedSubstitutions implements PersonalWork {

    private final SubstitutionRepository substitutions;
    private final AccountRepository accounts;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    HandedSubstitutions(
            SubstitutionRepository substitutions,
            AccountRepository accounts,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.substitutions = substitutions;
        this.accounts = accounts;
        this.calendar = calendar;
        this.events = events;
    }

    @Override
    public List<PersonalItem> whatWaitsFor(Account person) {
        return substitutions.duties(person.id(), calendar.today()).stream()
                .map(HandedSubstitutions::item)
                .toList();
    }

    @Override
    public List<PersonalItem> handOver(Account from, Account to, Act act) {
        lockAllWhomItConcerns(from, to);
        Handling now = new Handling(act.by().accountId(), calendar.now());
        List<PersonalItem> handed = new ArrayList<>();
        for (Substitution each : substitutions.duties(from.id(), calendar.today())) {
            if (canTakeOver(each, to) && substitutions.revoke(each.id(), now)) {
                LocalDate begin = each.from().isBefore(calendar.today()) ? calendar.today() : each.from();
                substitutions.insert(each.absent(), to.id(), begin, each.to(), now);
                handed.add(item(each));
            }
        }
        if (!handed.isEmpty()) {
            events.publishEvent(new SubstitutionsChanged());
        }
        return handed;
    }

    /** Nobody names somebody else for them meanwhile. What is taken back meanwhile is not handed over. */
    private void lockAllWhomItConcerns(Account from, Account to) {
        accounts.lock(Stream.concat(
                        Stream.of(from.id(), to.id()),
                        substitutions.duties(from.id(), calendar.today()).stream()
                                .map(Substitution::absent))
                .toList());
    }

    private boolean canTakeOver(Substitution known, Account to) {
        try {
            Peers.require(accounts.find(known.absent()).orElseThrow(), to);
        } catch (Refusal unfit) {
            return false;
        }
        return substitutions.absence(to.id(), known.from(), known.to()).isEmpty();
    }

    private static PersonalItem item(Substitution each) {
        return new PersonalItem("SUBSTITUTION", each.id().value(), each.absentName(), false);
    }
}
