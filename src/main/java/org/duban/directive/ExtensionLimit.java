package org.duban.directive;

import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often the due date may be extended (延期) for one duty, a setting of each directive. */
@Service
@Transactional
public class ExtensionLimit {

    /** The most that can be set. */
    public static final int MOST = 9;

    private final JdbcClient jdbc;
    private final DirectiveRepository directives;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    ExtensionLimit(
            JdbcClient jdbc, DirectiveRepository directives, CurrentCaller caller, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directives = directives;
        this.caller = caller;
        this.events = events;
    }

    /** @throws Refusal if there is no such directive that the caller may see */
    @Transactional(readOnly = true)
    public int of(DirectiveId id) {
        if (directives.findVisible(id, caller.get()).isEmpty()) {
            throw Refusal.notFound();
        }
        return ofAsSystem(id);
    }

    @Transactional(readOnly = true)
    public int ofAsSystem(DirectiveId id) {
        return jdbc.sql("SELECT extensions_allowed FROM directive WHERE id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Holds for what is asked and decided from now on; what was extended stays so.
     *
     * @param times 0 to {@value #MOST}
     * @throws Refusal if the caller does not supervise the directive, or the number is out of range
     */
    public void set(DirectiveId id, int times) {
        Caller me = caller.get();
        if (!directives.supervises(id, me)) {
            throw Refusal.notFound();
        }
        if (times < 0 || times > MOST) {
            throw new Refusal("refusal.extension.limit", MOST);
        }
        jdbc.sql("UPDATE directive SET extensions_allowed = :times WHERE id = :id")
                .param("times", times)
                .param("id", id.value())
                .update();
        events.publishEvent(new WorkChanged(id.value(), null));
    }
}
