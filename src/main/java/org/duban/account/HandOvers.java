package org.duban.account;

import java.util.List;
import java.util.Optional;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 工作交接: gives all open work of a person to another one, who can do it ({@link Peers}); the system administrator does
 * so when somebody leaves, and closes the account afterwards. What waits for a department stays with it: its other
 * accounts go on. Who did what before stays as it is.
 */
@Service
@Transactional
public class HandOvers {

    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 1000;

    private static final int HISTORY = 20;

    private final List<PersonalWork> works;
    private final HandOverRepository handOvers;
    private final AccountRepository accounts;
    private final Staffing staffing;
    private final CurrentCaller caller;
    private final WorkingCalendar calendar;

    HandOvers(
            List<PersonalWork> works,
            HandOverRepository handOvers,
            AccountRepository accounts,
            Staffing staffing,
            CurrentCaller caller,
            WorkingCalendar calendar) {
        this.works = works;
        this.handOvers = handOvers;
        this.accounts = accounts;
        this.staffing = staffing;
        this.caller = caller;
        this.calendar = calendar;
    }

    /** What {@link #handOver} would give to somebody else now. @throws Refusal if there is no such account */
    @Transactional(readOnly = true)
    public List<PersonalItem> preview(AccountId from) {
        caller.require(Role.SYSADMIN);
        Account person = find(from);
        return works.stream()
                .flatMap(work -> work.whatWaitsFor(person).stream())
                .toList();
    }

    /** What the department would lack if the account were closed. @throws Refusal if there is no such account */
    @Transactional(readOnly = true)
    public Optional<Staffing.Lack> lackWithout(AccountId leaving) {
        caller.require(Role.SYSADMIN);
        return staffing.lackWithoutAsSystem(find(leaving));
    }

    /** Those who can take over, by a part of their names, in order of user name. @throws Refusal as above */
    @Transactional(readOnly = true)
    public List<Account> candidates(AccountId from, String text, int offset, int limit) {
        caller.require(Role.SYSADMIN);
        return accounts.peers(find(from), text, offset, limit);
    }

    /**
     * Hands it over. Key tasks are locked first, then directives, then the two accounts, with those
     * for whom the leaving person stands in: whoever takes over can't be closed meanwhile.
     *
     * @return what was handed over
     * @throws Refusal if there is no such account, the other can't take over, or the reason is missing
     */
    public List<PersonalItem> handOver(AccountId from, AccountId to, String reason) {
        Caller me = caller.require(Role.SYSADMIN);
        String words = Words.required(reason, LONGEST_REASON, "refusal.reasonMissing");
        Account leaving = find(from);
        Account successor = find(to);
        Peers.require(leaving, successor);
        PersonalWork.Act act = new PersonalWork.Act(me, words);
        List<PersonalItem> items = works.stream()
                .flatMap(work -> work.handOver(leaving, successor, act).stream())
                .toList();
        accounts.lock(List.of(from, to));
        Peers.require(leaving, find(to));
        handOvers.insert(from, to, new Handling(me.accountId(), calendar.now()), words, items);
        return items;
    }

    /** What was handed over by the account before, newest first. */
    @Transactional(readOnly = true)
    public List<HandOver> of(AccountId from) {
        caller.require(Role.SYSADMIN);
        return handOvers.of(from, HISTORY);
    }

    private Account find(AccountId id) {
        return accounts.find(id).orElseThrow(Refusal::notFound);
    }
}
