package org.duban.directive;

import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签收设置: how long the departments of a directive have for signing and for disputing. */
@Service
@Transactional
public class SigningSettings {

    private final JdbcClient jdbc;
    private final DirectiveRepository directives;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    SigningSettings(
            JdbcClient jdbc, DirectiveRepository directives, CurrentCaller caller, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directives = directives;
        this.caller = caller;
        this.events = events;
    }

    /** @throws Refusal if there is no such directive that the caller may see */
    @Transactional(readOnly = true)
    public SigningTerms of(DirectiveId id) {
        directives.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
        return ofAsSystem(id);
    }

    /**
     * Sets the terms of clocks that start from now on; those that run keep theirs.
     *
     * @throws Refusal if the directive is not the caller's, or a number of days is out of range
     */
    public void set(DirectiveId id, SigningTerms terms) {
        if (!directives.supervises(id, caller.require(Role.SUPERVISOR))) {
            throw Refusal.notFound();
        }
        terms.requireSensible();
        jdbc.sql("UPDATE directive SET acknowledge_days = :acknowledge, dispute_days = :dispute WHERE id = :id")
                .param("acknowledge", terms.acknowledgeDays())
                .param("dispute", terms.disputeDays())
                .param("id", id.value())
                .update();
        events.publishEvent(new WorkChanged(id.value(), null));
    }

    /** For clocks that start now, whoever starts them. */
    @Transactional(readOnly = true)
    public SigningTerms ofAsSystem(DirectiveId id) {
        return jdbc.sql("SELECT acknowledge_days, dispute_days FROM directive WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> new SigningTerms(row.getInt("acknowledge_days"), row.getInt("dispute_days")))
                .single();
    }
}
