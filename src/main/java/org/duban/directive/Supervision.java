package org.duban.directive;

import java.util.List;
import java.util.Map;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.base.WorkChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * To whom directives are entrusted. Their supervisors decide it, those who stand in for one do not; and so does the system
 * administrator, who sees nothing else of a directive than its title.
 */
@Service
@Transactional
public class Supervision {

    private final SupervisionRepository supervision;
    private final DirectiveRepository directives;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Supervision(
            SupervisionRepository supervision,
            DirectiveRepository directives,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.supervision = supervision;
        this.directives = directives;
        this.caller = caller;
        this.events = events;
    }

    /** For everybody who may see the directive, and the system administrator. @throws Refusal for others */
    @Transactional(readOnly = true)
    public List<Supervisor> of(DirectiveId id) {
        Caller me = caller.get();
        if (!me.is(Role.SYSADMIN) && directives.findVisible(id, me).isEmpty()) {
            throw Refusal.notFound();
        }
        return supervision.of(id);
    }

    /** Whether the caller may entrust the directive to others. */
    @Transactional(readOnly = true)
    public boolean decidedByCaller(DirectiveId id) {
        Caller me = caller.get();
        return me.is(Role.SYSADMIN) || directives.supervisesThemselves(id, me);
    }

    /**
     * Supervisors who could be added, in order of user name.
     *
     * @throws Refusal if it is not the caller's to decide
     */
    @Transactional(readOnly = true)
    public List<Supervisor> candidates(DirectiveId id, String text, int offset, int limit) {
        requireDecision(id);
        return supervision.candidates(id, text, offset, limit);
    }

    /**
     * Entrusts the directive to one supervisor more.
     *
     * @throws Refusal if it is not the caller's to decide, the account is none of a supervisor who can sign in, or has
     *     it already
     */
    public void entrust(DirectiveId id, AccountId account) {
        requireDecision(id);
        directives.lock(id).orElseThrow(Refusal::notFound);
        if (supervision.find(account).filter(Supervisor::active).isEmpty()) {
            throw new Refusal("refusal.supervision.notASupervisor");
        }
        if (among(supervision.of(id), account)) {
            throw Refusal.alreadyHandled();
        }
        supervision.entrust(id, account);
        events.publishEvent(new WorkChanged(id.value(), null));
    }

    /**
     * Takes the directive from a supervisor.
     *
     * @throws Refusal if it is not the caller's to decide, the supervisor does not have it, or nobody who can sign in
     *     would be left
     */
    public void withdraw(DirectiveId id, AccountId account) {
        requireDecision(id);
        directives.lock(id).orElseThrow(Refusal::notFound);
        List<Supervisor> supervisors = supervision.of(id);
        if (!among(supervisors, account)) {
            throw Refusal.alreadyHandled();
        }
        if (supervisors.stream()
                .noneMatch(other -> other.active() && !other.id().equals(account))) {
            throw new Refusal("refusal.supervision.lastOne");
        }
        supervision.withdraw(id, account);
        events.publishEvent(new WorkChanged(id.value(), null));
    }

    /** All directives, last entered first, behind {@code after}; for the system administrator. */
    @Transactional(readOnly = true)
    public Slice<Entrusted> directives(String text, DirectiveId after, int limit) {
        caller.require(Role.SYSADMIN);
        Slice<Entrusted> page = Slice.of(supervision.directives(text, after, limit + 1), limit);
        Map<DirectiveId, List<Supervisor>> supervisors =
                supervision.of(page.rows().stream().map(Entrusted::id).toList());
        return new Slice<>(
                page.rows().stream()
                        .map(each -> new Entrusted(
                                each.id(),
                                each.number(),
                                each.title(),
                                each.state(),
                                supervisors.getOrDefault(each.id(), List.of())))
                        .toList(),
                page.more());
    }

    private void requireDecision(DirectiveId id) {
        if (!decidedByCaller(id)) {
            throw Refusal.notFound();
        }
    }

    private static boolean among(List<Supervisor> supervisors, AccountId account) {
        return supervisors.stream().anyMatch(each -> each.id().equals(account));
    }
}
