package org.duban.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 代办: who acts for whom while they are away. It is the absent person's to say, or the system administrator's; either of
 * the two, or the administrator, ends it before its time. The absent person may go on acting all the same.
 *
 * <p>Nobody is named who is away on one of those days, since the substitute's own substitute does not get the work.
 * Whoever stands in may still go away later: then the absent person has to name another one.
 */
@Service
@Transactional
public class Substitutions {

    /** So many that are over are shown. */
    private static final int HISTORY = 20;

    private final SubstitutionRepository substitutions;
    private final AccountRepository accounts;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    Substitutions(
            SubstitutionRepository substitutions,
            AccountRepository accounts,
            CurrentCaller caller,
            HandledBefore handledBefore,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.substitutions = substitutions;
        this.accounts = accounts;
        this.caller = caller;
        this.handledBefore = handledBefore;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * Names who acts for an account on these days.
     *
     * @param from first day, today or later
     * @param to last day; {@code null}: until it is taken back
     * @throws Refusal if the account is neither the caller's nor are they the system administrator, the days are missing,
     *     over or in the wrong order, the substitute can't do that work ({@link Peers}) or is away then, or somebody was
     *     named for one of the days already
     */
    public SubstitutionId name(AccountId absent, AccountId substitute, LocalDate from, LocalDate to) {
        requireOwnOrAdministrator(absent);
        requireDays(from, to);
        accounts.lock(List.of(absent, substitute));
        Account one = accounts.find(absent).orElseThrow(Refusal::notFound);
        Account other = accounts.find(substitute).orElseThrow(Refusal::notFound);
        if (!one.enabled()) {
            throw new Refusal("refusal.peer.closed", one.displayName());
        }
        Peers.require(one, other);
        substitutions.absence(absent, from, to).ifPresent(named -> {
            throw new Refusal("refusal.substitution.overlaps", named.substituteName(), said(named.from()));
        });
        substitutions.absence(substitute, from, to).ifPresent(away -> {
            throw new Refusal("refusal.substitution.away", away.absentName(), said(away.from()));
        });
        SubstitutionId id = substitutions.insert(absent, substitute, from, to, byCaller());
        events.publishEvent(new SubstitutionsChanged());
        return id;
    }

    private void requireDays(LocalDate from, LocalDate to) {
        if (from == null) {
            throw new Refusal("refusal.substitution.fromMissing");
        }
        if (from.isBefore(calendar.today())) {
            throw new Refusal("refusal.substitution.past");
        }
        if (to != null && to.isBefore(from)) {
            throw new Refusal("refusal.substitution.order");
        }
    }

    private static String said(LocalDate day) {
        return day.toString();
    }

    /**
     * Ends it before its time, at once.
     *
     * @throws Refusal if it is none of the caller's, or over
     */
    public void revoke(SubstitutionId id) {
        Caller me = caller.get();
        Substitution known = substitutions.find(id).orElseThrow(Refusal::notFound);
        boolean own = Set.of(known.absent(), known.substitute()).contains(me.accountId());
        if (!own && !me.is(Role.SYSADMIN)) {
            throw Refusal.notFound();
        }
        boolean over = known.revokedAt() == null && known.on(calendar.today()) == Substitution.Phase.ENDED;
        if (over || !substitutions.revoke(id, byCaller())) {
            throw handledBefore.refusal(substitutions.revocation(id));
        }
        events.publishEvent(new SubstitutionsChanged());
    }

    /**
     * In which the account is away, now or later, the next one first.
     *
     * @throws Refusal if it is not the caller's and they are not the system administrator
     */
    @Transactional(readOnly = true)
    public List<Substitution> absences(AccountId account) {
        requireOwnOrAdministrator(account);
        return substitutions.absences(account, calendar.today());
    }

    /** In which the account stands in for others, now or later; for the same people. */
    @Transactional(readOnly = true)
    public List<Substitution> duties(AccountId account) {
        requireOwnOrAdministrator(account);
        return substitutions.duties(account, calendar.today());
    }

    /** In which the account was away, newest first, the latest {@value #HISTORY}; for the same people. */
    @Transactional(readOnly = true)
    public List<Substitution> ended(AccountId account) {
        requireOwnOrAdministrator(account);
        return substitutions.ended(account, calendar.today(), HISTORY);
    }

    /** Who of these is away, or will be, and then who acts for them next; for the system administrator. */
    @Transactional(readOnly = true)
    public Map<AccountId, Substitution> nextOf(Collection<AccountId> several) {
        caller.require(Role.SYSADMIN);
        return substitutions.absences(several, calendar.today()).stream()
                .collect(Collectors.toMap(Substitution::absent, Function.identity(), (first, later) -> first));
    }

    /**
     * Who can be named for the account, by a part of their names, in order of user name.
     *
     * @throws Refusal if it is not the caller's and they are not the system administrator
     */
    @Transactional(readOnly = true)
    public List<Account> candidates(AccountId account, String text, int offset, int limit) {
        requireOwnOrAdministrator(account);
        return accounts.peers(accounts.find(account).orElseThrow(Refusal::notFound), text, offset, limit);
    }

    /** A closed account neither acts for others nor lends its authority. */
    @EventListener
    @Order(10)
    void on(AccountClosing closing) {
        AccountId account = closing.account().id();
        LocalDate today = calendar.today();
        Handling now = byCaller();
        substitutions.absences(account, today).forEach(each -> substitutions.revoke(each.id(), now));
        substitutions.duties(account, today).forEach(each -> substitutions.revoke(each.id(), now));
    }

    private void requireOwnOrAdministrator(AccountId account) {
        Caller me = caller.get();
        if (!me.accountId().equals(account) && !me.is(Role.SYSADMIN)) {
            throw Refusal.notFound();
        }
    }

    private Handling byCaller() {
        return new Handling(caller.get().accountId(), calendar.now());
    }
}
